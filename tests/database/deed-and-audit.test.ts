import { readdirSync, readFileSync } from "node:fs";
import { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inTransaction } from "@/db/transaction";
import { auditIsWhole, readAudit } from "@/lib/services/audit/read-audit";
import { listCollections } from "@/lib/services/collections/open-collection";
import { watchCollection } from "@/lib/services/collections/watch-collection";
import { watchReturn } from "@/lib/services/collections/watch-return";
import { membersPlaces, readMembersFigures, readSeen } from "@/lib/services/members/members-figures";
import { sampleLedgerText } from "@/lib/services/operation/sample-ledger";
import { colleagueNames } from "@/lib/services/people/colleague-names";
import { listPeople } from "@/lib/services/people/manage-people";
import { personOfLogin, viewerOf } from "@/lib/services/people/sign-in";
import { placeNames } from "@/lib/services/places/place-names";
import { readQueries } from "@/lib/services/queries/read-queries";
import { listReleases } from "@/lib/services/releases/publish-release";
import { readReview } from "@/lib/services/releases/read-review";
import { buildState } from "@/lib/services/releases/request-build";
import { deviceCategoryTitles } from "@/lib/services/returns/device-category-titles";
import { giveBack, readToGiveBack } from "@/lib/services/returns/give-back";
import { nationAhead, ownData } from "@/lib/services/returns/own-data";
import { readPreview } from "@/lib/services/returns/preview";
import { readAnnotated } from "@/lib/services/returns/read-annotated";
import { readAssetSums } from "@/lib/services/returns/read-asset-sums";
import { readBrowserContext } from "@/lib/services/returns/read-browser-context";
import { readBytes } from "@/lib/services/returns/read-bytes";
import {
  readDifference,
  readDifferentRows,
  readEveryDifference,
} from "@/lib/services/returns/read-difference";
import { readEveryFinding } from "@/lib/services/returns/read-every-finding";
import { readFindings } from "@/lib/services/returns/read-findings";
import { readMappingFile } from "@/lib/services/returns/read-mapping-file";
import { readOwnWords } from "@/lib/services/returns/read-own-words";
import { readReasons } from "@/lib/services/returns/read-reasons";
import { readReturn } from "@/lib/services/returns/read-return";
import { readWithdrawals } from "@/lib/services/returns/read-withdrawals";
import { startFromLastYear, startsFromLastYear } from "@/lib/services/returns/start-from-last-year";
import type { Site } from "@/lib/services/site";
import { DEEDS, type Ready, readyForDeeds } from "../support/held-deeds";
import { organisationWith } from "../support/sample-nation";
import { codeOf, OPERATOR, type ServiceSite, serviceSite, value } from "../support/service-site";

const census = "2026-03-31";
const organisation = "ZS001";
const AUDIT = "audit.event";
const COLUMNS = "actor_kind, person, verb, organisation, subject, detail";
const WRITERS = "muster_intake, muster_build, muster_operator, muster_account";

let at: ServiceSite;
let ready: Ready;
let readOnly: Pool;

beforeAll(async () => {
  at = await serviceSite("sample");
  ready = await readyForDeeds(at.site);
  const url = new URL(at.database.appUrl);
  url.searchParams.set("options", "-c default_transaction_read_only=on");
  readOnly = new Pool({ connectionString: url.toString() });
});
afterAll(async () => {
  await readOnly?.end();
  await at?.close();
});

/** Everything that the deeds write but the audit, by table: as each role sees it. */
async function all(): Promise<Record<string, string>> {
  const everyone = await inTransaction(at.site.pool, { role: "muster_operator" }, (reader) =>
    reader.rows<{ organisation: string }>("SELECT organisation FROM reference.frame WHERE census = $1", [
      census,
    ]),
  );
  const seen: Record<string, string> = {};
  const read = async (
    role: "muster_intake" | "muster_build" | "muster_operator" | "muster_account",
    tables: string[],
  ) => {
    const organisations = everyone.map((row) => row.organisation);
    const columns = tables.map(
      (table) =>
        `(SELECT concat(count(*), ' ', sum(hashtextextended(t::text, 0))) FROM ${table} t) AS "${table}"`,
    );
    const [row] = await inTransaction(at.site.pool, { role, organisations }, (reader) =>
      reader.rows<Record<string, string>>(`SELECT ${columns.join(", ")}`),
    );
    Object.assign(seen, row);
  };
  const intake = ["return", "part", "chunk", "finding", "draft_part", "acknowledgement", "submission"];
  await read("muster_intake", [
    ...intake.map((table) => `intake.${table}`),
    "intake.submission_part",
    "intake.mapping",
    "intake.person_key",
    "intake.extension",
    "intake.query",
    "intake.query_message",
    "intake.workforce_row",
    "intake.devices_row",
  ]);
  await read("muster_build", [
    "intake.disclosure_ledger",
    "intake.release_input",
    "intake.release_sign_off",
    "published.release",
    "published.place",
    "published.figure",
    "published.chart",
    "published.base",
    "published.edition",
  ]);
  await read("muster_operator", [
    "reference.collection",
    "reference.frame",
    "intake.release_reading",
    "account.person",
    "account.membership",
    "account.login",
    "job.job",
  ]);
  // That an attempt was made is counted whether or not the audit can tell of it; that an account is locked is told.
  await read("muster_account", ["(SELECT subject FROM account.sign_in_attempt WHERE locked)"]);
  return seen;
}

const events = async () => value(await readAudit(at.site, OPERATOR, { organisation: null, limit: 100_000 }));

/** Those that only read: shown below to do all of it where nothing can be written. */
const READS: Record<string, (site: Site, ready: Ready) => Promise<unknown>> = {
  auditIsWhole: (site) => auditIsWhole(site, OPERATOR),
  buildState: (site) => buildState(site, OPERATOR),
  colleagueNames: (site, { person }) => colleagueNames(site, OPERATOR, { organisation, people: [person] }),
  deviceCategoryTitles,
  giveBack: (site) => giveBack(site, OPERATOR, { organisation, census, file: "risk-register.txt" }),
  listCollections,
  listPeople: (site) => listPeople(site, OPERATOR),
  listReleases: (site) => listReleases(site, OPERATOR),
  membersPlaces: (site) => membersPlaces(site, OPERATOR),
  nationAhead: (site) => nationAhead(site, { organisation, census }),
  ownData: (site) => ownData(site, OPERATOR, { organisation, census }),
  personOfLogin: (site) => personOfLogin(site, { issuer: "https://id.example", subject: "1" }),
  placeNames: (site) => placeNames(site, [organisation]),
  readAssetSums: async (site) => {
    const sender = organisationWith("assets", census);
    const view = value(await readReturn(site, OPERATOR, { organisation: sender, census }));
    const parts = view.submissions.flatMap((version) => version.parts);
    const partId = parts.find(({ part }) => part === "assets")?.id ?? "";
    return readAssetSums(site, OPERATOR, { organisation: sender, partId });
  },
  readAudit: (site) => readAudit(site, OPERATOR, { organisation, limit: 1 }),
  readBytes: (site, { drafts }) => readBytes(site, OPERATOR, { organisation: "ZS007", partId: drafts.ZS007 }),
  readEveryFinding: (site, { drafts }) =>
    readEveryFinding(site, OPERATOR, { organisation: "ZS007", partId: drafts.ZS007 }),
  readFindings: (site, { drafts }) =>
    readFindings(site, OPERATOR, { organisation: "ZS007", partId: drafts.ZS007, limit: 1, filter: {} }),
  readReasons: (site, { drafts }) =>
    readReasons(site, OPERATOR, { organisation: "ZS007", partId: drafts.ZS007 }),
  readAnnotated: (site, { drafts }) =>
    readAnnotated(site, OPERATOR, { organisation: "ZS007", partId: drafts.ZS007 }),
  readBrowserContext: (site) => readBrowserContext(site, OPERATOR, { organisation, census }),
  readDifference: (site) => readDifference(site, OPERATOR, { organisation, census }),
  readDifferentRows: (site) => readDifferentRows(site, OPERATOR, { organisation, census, limit: 1 }),
  readEveryDifference: (site) => readEveryDifference(site, OPERATOR, { organisation, census }),
  readMappingFile: (site) => readMappingFile(site, OPERATOR, organisation),
  readOwnWords: (site) => readOwnWords(site, OPERATOR, { organisation, census }),
  readPreview: (site) => readPreview(site, OPERATOR, { organisation, census }),
  startFromLastYear: (site) =>
    startFromLastYear(site, OPERATOR, { organisation, census, part: "workforce", serviceUnit: "" }),
  startsFromLastYear: (site) => startsFromLastYear(site, OPERATOR, { organisation, census }),
  readMembersFigures: (site) => readMembersFigures(site, OPERATOR, { place: "QKK" }),
  readQueries: (site) => readQueries(site, OPERATOR, { organisation, census }),
  readReview: (site, { release }) => readReview(site, OPERATOR, { number: release }),
  readReturn: (site) => readReturn(site, OPERATOR, { organisation, census }),
  readSeen: (site) => readSeen(site, OPERATOR, { organisation }),
  readToGiveBack: (site) => readToGiveBack(site, OPERATOR, { organisation, census }),
  readWithdrawals: (site) => readWithdrawals(site, OPERATOR, { organisation, census }),
  sampleLedgerText: (site) => sampleLedgerText(site, []),
  viewerOf: (site, { person }) => viewerOf(site, person),
  watchReturn: (site) => watchReturn(site, OPERATOR, { census, organisation }),
  watchCollection: (site) => watchCollection(site, OPERATOR, { census }),
};

test("every service is held here: as one that writes, with its audit event, or as one that only reads", () => {
  const named = readdirSync("lib/services", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .flatMap((file) => [
      ...readFileSync(`lib/services/${file}`, "utf8").matchAll(
        /export (?:async function|const) (\w+)[^{;]*?\(\s*site: Site\b/g,
      ),
    ])
    .map(([, name]) => name);
  // They write by other services alone, each of which is held.
  const composed = ["sendReturn", "sendAnswers", "loadCollection", "publishCollection"];
  const held = [...new Set(DEEDS.map(({ verb }) => verb)), ...Object.keys(READS), ...composed];
  expect([...named].sort()).toEqual(held.sort());
});

test.each(Object.entries(READS))("%s answers where nothing can be written", async (_, read) => {
  const answer = await read({ ...at.site, pool: readOnly }, ready);
  expect(answer).not.toBeNull();
  if (typeof answer === "object" && answer && "ok" in answer)
    expect(codeOf(answer as Parameters<typeof codeOf>[0])).toBe("ok");
});

describe("where the audit cannot tell of it", () => {
  beforeAll(() => at.asOwner((owner) => owner.query(`REVOKE INSERT ON ${AUDIT} FROM ${WRITERS}`)));
  afterAll(() => at.asOwner((owner) => owner.query(`GRANT INSERT (${COLUMNS}) ON ${AUDIT} TO ${WRITERS}`)));

  test.each(DEEDS)("$what is undone", async (deed) => {
    const before = await all();
    await expect(deed.do(at.site, ready)).rejects.toThrow(/permission denied for table event/);
    expect(await all()).toEqual(before);
  });
});

/** After the above, in the order of the table: so each of them would have written something. */
describe("where it can", () => {
  test.each(DEEDS)("$what is done, and told", async ({ told, answer = "ok", ...deed }) => {
    const [before, eventsBefore] = [await all(), await events()];
    expect(codeOf(await deed.do(at.site, ready))).toBe(answer);
    const after = await events();
    const fresh = after.slice(0, after.length - eventsBefore.length);
    expect(fresh.length).toBeGreaterThan(0);
    expect(new Set(fresh.map(({ verb }) => verb))).toEqual(new Set([told].flat()));
    // To sign in writes no more than that it was done.
    if (["person.signed-in", "sign-in.refused"].includes(String(told))) expect(await all()).toEqual(before);
    else expect(await all()).not.toEqual(before);
  });
});
