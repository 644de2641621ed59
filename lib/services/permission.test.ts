import { readdirSync, readFileSync } from "node:fs";
import type { Pool } from "pg";
import { describe, expect, test } from "vitest";
import type { Role, Viewer } from "@/lib/access/viewer";
import type { Result } from "@/lib/result";
import { auditIsWhole, readAudit } from "./audit/read-audit";
import { giveMoreTime } from "./collections/give-more-time";
import { closeCollection, openCollection } from "./collections/open-collection";
import { remindOrganisations } from "./collections/remind-organisations";
import { watchCollection } from "./collections/watch-collection";
import { watchReturn } from "./collections/watch-return";
import { membersPlaces, readMembersFigures, readSeen } from "./members/members-figures";
import { enterSampleLedger } from "./operation/sample-ledger";
import { colleagueNames } from "./people/colleague-names";
import { addPerson, linkLogin, listPeople } from "./people/manage-people";
import { removePerson } from "./people/remove-person";
import { answerQuery, closeQuery } from "./queries/answer-query";
import { askAboutReturn } from "./queries/ask-about-return";
import { readQueries } from "./queries/read-queries";
import { buildReleaseOf } from "./releases/build-release";
import { listReleases, publishRelease } from "./releases/publish-release";
import { readReview } from "./releases/read-review";
import { buildState, requestBuild } from "./releases/request-build";
import { passPoint, sendBackRelease, sendForReview } from "./releases/review-release";
import { withdrawRelease } from "./releases/withdraw-release";
import { acknowledge, acknowledgeAll } from "./returns/acknowledge-warning";
import { approveReturn, withdrawReturn } from "./returns/approve-return";
import { changeMapping } from "./returns/change-mapping";
import { correctPart } from "./returns/correct-part";
import { giveBack, readToGiveBack } from "./returns/give-back";
import { keepKeyFingerprint } from "./returns/keep-key-fingerprint";
import { ownData } from "./returns/own-data";
import { readPreview } from "./returns/preview";
import { readAnnotated } from "./returns/read-annotated";
import { readAssetSums } from "./returns/read-asset-sums";
import { readBrowserContext } from "./returns/read-browser-context";
import { readBytes } from "./returns/read-bytes";
import { readDifference, readDifferentRows, readEveryDifference } from "./returns/read-difference";
import { readEveryFinding } from "./returns/read-every-finding";
import { readFindings } from "./returns/read-findings";
import { readMappingFile } from "./returns/read-mapping-file";
import { readOwnWords } from "./returns/read-own-words";
import { readReasons } from "./returns/read-reasons";
import { readReturn } from "./returns/read-return";
import { readWithdrawals } from "./returns/read-withdrawals";
import { receivePart } from "./returns/receive-part";
import { removePart } from "./returns/remove-part";
import { restoreVersion } from "./returns/restore-version";
import { startFromLastYear, startsFromLastYear } from "./returns/start-from-last-year";
import { declareNil, submitReturn } from "./returns/submit-return";
import type { Site } from "./site";

/** A refusal comes before anything is asked of the database. */
const untouched = {
  connect: () => {
    throw new Error("The database was asked before the permission was.");
  },
} as unknown as Pool;
const site: Site = {
  pool: untouched,
  now: () => new Date(0),
  disclosureKey: () => new Uint8Array(32),
  mail: { folder: "unused" },
  url: null,
  demo: false,
  attemptKey: () => "unused",
};

const organisation = "ZS001";
const census = "2026-03-31";
const partId = "00000000-0000-0000-0000-000000000000";
const submission = partId;
const upload = { organisation, census, part: "workforce", serviceUnit: "" } as const;
async function* nothing() {}

/** Bound to the organisation's own people: an administrator, or anyone of another organisation, is refused. */
const OWN: Record<string, (viewer: Viewer) => Promise<Result<unknown>>> = {
  acknowledge: (viewer) =>
    acknowledge(site, viewer, { organisation, partId, code: "code", reason: "reason" }),
  acknowledgeAll: (viewer) => acknowledgeAll(site, viewer, { organisation, partId, reason: "reason" }),
  approveReturn: (viewer) => approveReturn(site, viewer, { organisation, submission }),
  changeMapping: (viewer) =>
    changeMapping(site, viewer, { organisation, how: "add", mapping: { headers: {}, values: {} } }),
  declareNil: (viewer) => declareNil(site, viewer, { organisation, census, reason: "none", servedBy: null }),
  keepKeyFingerprint: (viewer) =>
    keepKeyFingerprint(site, viewer, { organisation, fingerprint: "kf1_AAAAAAAAAAA" }),
  giveBack: (viewer) => giveBack(site, viewer, { organisation, census, file: "codings.csv" }),
  readToGiveBack: (viewer) => readToGiveBack(site, viewer, { organisation, census }),
  readAssetSums: (viewer) => readAssetSums(site, viewer, { organisation, partId }),
  restoreVersion: (viewer) => restoreVersion(site, viewer, { organisation, submission, giveUpDraft: true }),
  ownData: (viewer) => ownData(site, viewer, { organisation, census }),
  readBytes: (viewer) => readBytes(site, viewer, { organisation, partId }),
  readDifference: (viewer) => readDifference(site, viewer, { organisation, census }),
  readDifferentRows: (viewer) => readDifferentRows(site, viewer, { organisation, census, limit: 1 }),
  readEveryDifference: (viewer) => readEveryDifference(site, viewer, { organisation, census }),
  readEveryFinding: (viewer) => readEveryFinding(site, viewer, { organisation, partId }),
  readFindings: (viewer) => readFindings(site, viewer, { organisation, partId, limit: 1, filter: {} }),
  readReasons: (viewer) => readReasons(site, viewer, { organisation, partId }),
  readAnnotated: (viewer) => readAnnotated(site, viewer, { organisation, partId }),
  correctPart: (viewer) =>
    correctPart(site, viewer, {
      organisation,
      partId,
      code: "required",
      position: 1,
      where: { line: 2 },
      to: "x",
    }),
  readBrowserContext: (viewer) => readBrowserContext(site, viewer, { organisation, census }),
  readMappingFile: (viewer) => readMappingFile(site, viewer, organisation),
  readOwnWords: (viewer) => readOwnWords(site, viewer, { organisation, census }),
  readPreview: (viewer) => readPreview(site, viewer, { organisation, census }),
  readReturn: (viewer) => readReturn(site, viewer, { organisation, census }),
  readSeen: (viewer) => readSeen(site, viewer, { organisation }),
  readWithdrawals: (viewer) => readWithdrawals(site, viewer, { organisation, census }),
  receivePart: (viewer) =>
    receivePart(site, viewer, { ...upload, fileName: "a.csv", source: nothing(), declaredLength: 0 }),
  removePart: (viewer) => removePart(site, viewer, upload),
  startFromLastYear: (viewer) =>
    startFromLastYear(site, viewer, { organisation, census, part: "workforce", serviceUnit: "" }),
  startsFromLastYear: (viewer) => startsFromLastYear(site, viewer, { organisation, census }),
  submitReturn: (viewer) => submitReturn(site, viewer, { organisation, census }),
  withdrawReturn: (viewer) => withdrawReturn(site, viewer, { organisation, submission, reason: "reason" }),
};

const query = partId;

/** The organisation's own people's and administrators': anyone of another organisation is refused. */
const BOTH: typeof OWN = {
  askAboutReturn: (viewer) =>
    askAboutReturn(site, viewer, {
      organisation,
      census,
      text: "Why?",
      about: { code: null, part: null, serviceUnit: null, line: null, column: null, value: null },
    }),
  answerQuery: (viewer) => answerQuery(site, viewer, { organisation, query, text: "So." }),
  closeQuery: (viewer) => closeQuery(site, viewer, { organisation, query }),
  readQueries: (viewer) => readQueries(site, viewer, { organisation, census }),
};

/** Administrators' alone. */
const ADMINISTRATION: typeof OWN = {
  addPerson: (viewer) =>
    addPerson(site, viewer, { email: "a@example.org", name: "A", password: null, memberships: [] }),
  auditIsWhole: (viewer) => auditIsWhole(site, viewer),
  buildReleaseOf: (viewer) => buildReleaseOf(site, viewer, { census }),
  buildState: (viewer) => buildState(site, viewer),
  closeCollection: (viewer) => closeCollection(site, viewer, { census }),
  enterSampleLedger: (viewer) => enterSampleLedger(site, viewer, { census, entries: [] }),
  giveMoreTime: (viewer) =>
    giveMoreTime(site, viewer, { census, organisation, until: "1970-01-02", reason: "A flood." }),
  linkLogin: (viewer) => linkLogin(site, viewer, { email: "a@example.org", issuer: "i", subject: "s" }),
  listPeople: (viewer) => listPeople(site, viewer),
  listReleases: (viewer) => listReleases(site, viewer),
  openCollection: (viewer) =>
    openCollection(site, viewer, {
      census,
      title: "Census",
      opens: census,
      closes: null,
      synthetic: true,
      organisations: [],
    }),
  passPoint: (viewer) => passPoint(site, viewer, { number: 1, item: "changes-unread", reason: "" }),
  publishRelease: (viewer) => publishRelease(site, viewer, { number: 1 }),
  readAudit: (viewer) => readAudit(site, viewer, { organisation: null, limit: 1 }),
  readReview: (viewer) => readReview(site, viewer, { number: 1 }),
  remindOrganisations: (viewer) => remindOrganisations(site, viewer, { census }),
  removePerson: (viewer) => removePerson(site, viewer, { email: "a@example.org" }),
  sendBackRelease: (viewer) => sendBackRelease(site, viewer, { number: 1, reason: "Because." }),
  sendForReview: (viewer) => sendForReview(site, viewer, { number: 1, about: "New." }),
  withdrawRelease: (viewer) => withdrawRelease(site, viewer, { number: 1, reason: "Because." }),
  requestBuild: (viewer) => requestBuild(site, viewer, { census }),
  watchReturn: (viewer) => watchReturn(site, viewer, { census, organisation }),
  watchCollection: (viewer) => watchCollection(site, viewer, { census }),
};

/** For whoever holds any membership. */
const MEMBERS: typeof OWN = {
  membersPlaces: (viewer) => membersPlaces(site, viewer),
  readMembersFigures: (viewer) => readMembersFigures(site, viewer, { place: "QKK" }),
};

/** Answers with nothing instead of a refusal. */
const SILENT = ["colleagueNames"];

/** Asks nothing itself: only the services above, each of which refuses. */
const COMPOSED = ["sendReturn"];

const person = (...memberships: [Role, string | null][]): Viewer => ({
  kind: "person",
  person: partId,
  name: "Someone",
  memberships: memberships.map(([role, of]) => ({ role, organisation: of })),
});
const elsewhere: [Role, string | null][] = [
  ["submitter", "ZS002"],
  ["approver", "ZS002"],
  ["member", "ZS002"],
  ["planner", null],
];
const allElsewhere = person(...elsewhere, ["administrator", null]);
const allButAdministrator = person(
  ["submitter", organisation],
  ["approver", organisation],
  ["member", organisation],
  ["planner", null],
);

const cases = [
  ...Object.entries(OWN).map(([name, call]) => ({ name, call, stranger: allElsewhere })),
  ...Object.entries(BOTH).map(([name, call]) => ({ name, call, stranger: person(...elsewhere) })),
  ...Object.entries(ADMINISTRATION).map(([name, call]) => ({ name, call, stranger: allButAdministrator })),
  ...Object.entries(MEMBERS).map(([name, call]) => ({ name, call, stranger: person() })),
];

describe.each(cases)("$name", ({ call, stranger }) => {
  test.each<[string, Viewer, string]>([
    ["the public", { kind: "public" }, "sign-in-needed"],
    ["a person without a membership", person(), "not-allowed"],
    ["whoever holds every other right", stranger, "not-allowed"],
  ])("refuses %s before it asks the database anything", async (_, viewer, code) => {
    expect(await call(viewer)).toMatchObject({ ok: false, problem: { code } });
  });
});

test("an organisation's audit is its own people's and administrators' alone", async () => {
  const read = (viewer: Viewer) => readAudit(site, viewer, { organisation, limit: 1 });
  expect(await read(person(...elsewhere))).toMatchObject({ ok: false, problem: { code: "not-allowed" } });
});

test("names of colleagues are told to colleagues alone", async () => {
  for (const viewer of [{ kind: "public" } as const, person(), allElsewhere])
    expect(await colleagueNames(site, viewer, { organisation, people: [partId] })).toEqual(new Map());
  expect(await colleagueNames(site, allButAdministrator, { organisation: null, people: [partId] })).toEqual(
    new Map(),
  );
});

test("every service that takes a viewer is held to it here", () => {
  const named = readdirSync("lib/services", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .flatMap((file) => [
      ...readFileSync(`lib/services/${file}`, "utf8").matchAll(
        /export (?:async function|const) (\w+)[^{;]*?\(\s*site: Site,\s*viewer: Viewer\b/g,
      ),
    ])
    .map(([, name]) => name);
  expect(named.length).toBeGreaterThan(25);
  expect([...named].sort()).toEqual([...cases.map(({ name }) => name), ...SILENT, ...COMPOSED].sort());
});
