import type { Viewer } from "@/lib/access/viewer";
import type { Result } from "@/lib/result";
import { DEMO_PEOPLE } from "@/lib/sample/people";
import { giveMoreTime } from "@/lib/services/collections/give-more-time";
import { closeCollection, openCollection } from "@/lib/services/collections/open-collection";
import { remindOrganisations } from "@/lib/services/collections/remind-organisations";
import { enterSampleLedger } from "@/lib/services/operation/sample-ledger";
import { addPerson, linkLogin } from "@/lib/services/people/manage-people";
import { removePerson } from "@/lib/services/people/remove-person";
import { signIn, signInWithLogin } from "@/lib/services/people/sign-in";
import { ATTEMPTS_ALLOWED } from "@/lib/services/people/sign-in-throttle";
import { answerQuery, closeQuery } from "@/lib/services/queries/answer-query";
import { askAboutReturn } from "@/lib/services/queries/ask-about-return";
import { buildReleaseOf } from "@/lib/services/releases/build-release";
import { publishRelease } from "@/lib/services/releases/publish-release";
import { requestBuild } from "@/lib/services/releases/request-build";
import { passPoint, sendBackRelease, sendForReview } from "@/lib/services/releases/review-release";
import { withdrawRelease } from "@/lib/services/releases/withdraw-release";
import { acknowledge, acknowledgeAll } from "@/lib/services/returns/acknowledge-warning";
import { approveReturn, withdrawReturn } from "@/lib/services/returns/approve-return";
import { changeMapping } from "@/lib/services/returns/change-mapping";
import { correctPart } from "@/lib/services/returns/correct-part";
import { keepKeyFingerprint } from "@/lib/services/returns/keep-key-fingerprint";
import { readReturn } from "@/lib/services/returns/read-return";
import { receivePart } from "@/lib/services/returns/receive-part";
import { removePart } from "@/lib/services/returns/remove-part";
import { restoreVersion } from "@/lib/services/returns/restore-version";
import { declareNil, submitReturn } from "@/lib/services/returns/submit-return";
import type { Site } from "@/lib/services/site";
import { warned } from "./open-census";
import { filesFor, textsFor } from "./sample-nation";
import { sendReturn, submitFiles } from "./send-return";
import { OPERATOR, value } from "./service-site";

/** A verb that writes, ready to be done: `verb` is the service's name, `told` what the audit is told. */
export type Deed = {
  verb: string;
  what: string;
  told: string | string[];
  /** What it answers when it is done; `ok` where nothing is said. */
  answer?: string;
  do(site: Site, ready: Ready): Promise<Result<unknown>>;
};

/** What the deeds are done to. */
export type Ready = {
  /** Files in work with a warning that nobody has explained, by organisation, and the warning. */
  drafts: Record<"ZS007" | "ZS023", string>;
  warning: string;
  /** A file in work with a band that there is not, and where. */
  spoilt: { partId: string; line: number; position: number };
  /** Versions: two that wait, and one that is approved. */
  toApprove: string;
  toSendBack: string;
  approved: string;
  /** An open question about the return of ZS001. */
  query: string;
  /** Built, and not published. */
  release: number;
  /** Somebody whom nothing is done to. */
  person: string;
};

const census = "2026-03-31";
const NOTHING = { code: null, part: null, serviceUnit: null, line: null, column: null, value: null };
const PASSWORD = "ten letters";
const LOGIN = { issuer: "https://id.example", subject: "1" };

async function* pieces(text: string) {
  yield Buffer.from(text);
}

/** An organisation's files at the open census with one role changed. */
const changed = (code: string) =>
  filesFor(code, census).map((file) =>
    file.part === "workforce"
      ? { ...file, text: file.text.replace("clinical_technologist", "clinical_scientist") }
      : file,
  );

const receive = (site: Site, organisation: string, workforce: string) =>
  receivePart(site, OPERATOR, {
    organisation,
    census,
    part: "workforce",
    serviceUnit: "",
    fileName: "workforce.csv",
    source: pieces(workforce),
    declaredLength: null,
  });

/** Brings the sample to where every deed can be done. */
export async function readyForDeeds(site: Site): Promise<Ready> {
  let person = "";
  for (const name of ["leaves", "locked", "signs-in"])
    ({ person } = value(
      await addPerson(site, OPERATOR, {
        email: `${name}@trust.example`,
        name,
        password: PASSWORD,
        memberships: [{ role: "planner", organisation: null }],
      }),
    ));
  value(await linkLogin(site, OPERATOR, { email: "signs-in@trust.example", ...LOGIN }));
  const drafts = { ZS007: "", ZS023: "" };
  for (const code of ["ZS007", "ZS023"] as const)
    drafts[code] = value(await receive(site, code, warned(textsFor(code, census).workforce))).partId;
  const { draft } = value(await readReturn(site, OPERATOR, { organisation: "ZS007", census }));
  const warning = draft[0]?.counts.find(({ severity }) => severity === "warning")?.code ?? "no warning";
  const wrong = textsFor("ZS001", census).workforce.replace(/,(?:[2-9]|8[a-d]),/, ",10,");
  const { partId, report } = value(await receive(site, "ZS006", wrong.replaceAll("ZS001", "ZS006")));
  const at = report?.findings.find(({ code }) => code === "not-allowed");
  const spoilt = { partId, line: at?.line ?? 0, position: at?.position ?? 0 };
  const clean = value(await receive(site, "ZS039", textsFor("ZS039", census).workforce));
  value(await acknowledgeAll(site, OPERATOR, { organisation: "ZS039", partId: clean.partId, reason: "So." }));
  const waiting = async (code: string) => (await submitFiles(site, code, census, changed(code))).submission;
  const [toApprove, toSendBack] = [await waiting("ZS002"), await waiting("ZS003")];
  await sendReturn(site, "ZS004", census, changed("ZS004"));
  const { release } = value(await buildReleaseOf(site, OPERATOR, { census }));
  value(await sendForReview(site, OPERATOR, { number: release, about: "Late returns." }));
  // After that build, so that the next one has something to build.
  await sendReturn(site, "ZS005", census, changed("ZS005"));
  const view = value(await readReturn(site, OPERATOR, { organisation: "ZS001", census }));
  const approved = view.submissions.find(({ state }) => state === "approved")?.id ?? "";
  value(
    await changeMapping(site, OPERATOR, {
      organisation: "ZS001",
      how: "add",
      mapping: { headers: { "Staff kind": "role" }, values: {} },
    }),
  );
  const { query } = value(
    await askAboutReturn(site, OPERATOR, { organisation: "ZS001", census, text: "Why?", about: NOTHING }),
  );
  return { query, drafts, warning, spoilt, toApprove, toSendBack, approved, release, person };
}

const attempt = (site: Site, name: string, password: string) =>
  signIn(site, { email: `${name}@trust.example`, password, address: null });

const administrator = (person: string): Viewer => ({
  kind: "person",
  person,
  name: "An administrator",
  memberships: [{ role: "administrator", organisation: null }],
});

/** Every verb that writes, in an order in which each can still be done after those before it. */
export const DEEDS: Deed[] = [
  {
    verb: "sendForReview",
    what: "saying what is new in a release",
    told: "release.described",
    do: (site, { release }) =>
      sendForReview(site, OPERATOR, { number: release, about: "More late returns." }),
  },
  {
    verb: "sendBackRelease",
    what: "sending a release back from its review",
    told: "release.sent-back",
    do: (site, { release, person }) =>
      sendBackRelease(site, administrator(person), { number: release, reason: "A region is missing." }),
  },
  {
    verb: "passPoint",
    what: "reading what changed in a release",
    told: "release.point-passed",
    do: (site, { release, person }) =>
      passPoint(site, administrator(person), { number: release, item: "changes-unread", reason: "" }),
  },
  {
    verb: "publishRelease",
    what: "publishing a release",
    told: "release.published",
    do: (site, { release }) => publishRelease(site, OPERATOR, { number: release }),
  },
  {
    verb: "receivePart",
    what: "receiving a file",
    told: "part.received",
    do: (site) =>
      receive(site, "ZS001", textsFor("ZS001", census).workforce.replace("clinical_technologist", "manager")),
  },
  {
    verb: "correctPart",
    what: "correcting a cell",
    told: ["part.received", "cells.corrected"],
    do: (site, { spoilt }) =>
      correctPart(site, OPERATOR, {
        organisation: "ZS006",
        partId: spoilt.partId,
        code: "not-allowed",
        position: spoilt.position,
        where: { line: spoilt.line },
        to: "7",
      }),
  },
  {
    verb: "removePart",
    what: "taking a file out",
    told: "part.removed",
    do: (site) =>
      removePart(site, OPERATOR, { organisation: "ZS001", census, part: "devices", serviceUnit: "" }),
  },
  {
    verb: "acknowledge",
    what: "explaining a warning",
    told: "warning.acknowledged",
    do: (site, { drafts, warning }) =>
      acknowledge(site, OPERATOR, {
        organisation: "ZS007",
        partId: drafts.ZS007,
        code: warning,
        reason: "So.",
      }),
  },
  {
    verb: "acknowledgeAll",
    what: "explaining every warning",
    told: "warning.acknowledged",
    do: (site, { drafts }) =>
      acknowledgeAll(site, OPERATOR, { organisation: "ZS023", partId: drafts.ZS023, reason: "So." }),
  },
  {
    verb: "submitReturn",
    what: "submitting a return",
    told: "return.submitted",
    do: (site) =>
      submitReturn(site, OPERATOR, {
        organisation: "ZS039",
        census,
        removalReason: "The devices follow in a week.",
      }),
  },
  {
    verb: "declareNil",
    what: "a nil return",
    told: "return.nil-declared",
    do: (site) =>
      declareNil(site, OPERATOR, { organisation: "ZS023", census, reason: "none", servedBy: null }),
  },
  {
    verb: "approveReturn",
    what: "approving a return",
    told: "return.approved",
    do: (site, { toApprove }) =>
      approveReturn(site, OPERATOR, { organisation: "ZS002", submission: toApprove }),
  },
  {
    verb: "withdrawReturn",
    what: "sending a waiting version back",
    told: "return.withdrawn",
    do: (site, { toSendBack }) =>
      withdrawReturn(site, OPERATOR, { organisation: "ZS003", submission: toSendBack, reason: "wrong" }),
  },
  {
    verb: "withdrawReturn",
    what: "withdrawing an approved version",
    told: "return.withdrawn",
    do: (site, { approved }) =>
      withdrawReturn(site, OPERATOR, { organisation: "ZS001", submission: approved, reason: "wrong" }),
  },
  {
    verb: "changeMapping",
    what: "remembering an own word",
    told: "mapping.changed",
    do: (site) =>
      changeMapping(site, OPERATOR, {
        organisation: "ZS001",
        how: "add",
        mapping: { headers: { "Job family": "role" }, values: {} },
      }),
  },
  {
    verb: "keepKeyFingerprint",
    what: "keeping a key's fingerprint",
    told: "person-key.changed",
    do: (site) =>
      keepKeyFingerprint(site, OPERATOR, { organisation: "ZS001", fingerprint: "kf1_AAAAAAAAAAA" }),
  },
  {
    verb: "restoreVersion",
    what: "taking up an earlier version",
    told: "return.restored",
    do: (site, { approved }) =>
      restoreVersion(site, OPERATOR, { organisation: "ZS001", submission: approved, giveUpDraft: true }),
  },
  {
    verb: "askAboutReturn",
    what: "asking about a return",
    told: "query.asked",
    do: (site) =>
      askAboutReturn(site, OPERATOR, { organisation: "ZS001", census, text: "Another?", about: NOTHING }),
  },
  {
    verb: "answerQuery",
    what: "saying more in a question",
    told: "query.answered",
    do: (site, { query }) => answerQuery(site, OPERATOR, { organisation: "ZS001", query, text: "And this?" }),
  },
  {
    verb: "closeQuery",
    what: "closing a question",
    told: "query.closed",
    do: (site, { query }) => closeQuery(site, OPERATOR, { organisation: "ZS001", query }),
  },
  {
    verb: "giveMoreTime",
    what: "giving more time",
    told: "collection.more-time",
    do: (site) =>
      giveMoreTime(site, OPERATOR, {
        census,
        organisation: "ZS001",
        until: site.now().toISOString().slice(0, 10),
        reason: "Illness.",
      }),
  },
  {
    verb: "remindOrganisations",
    what: "sending reminders",
    told: "collection.reminded",
    do: (site) => remindOrganisations(site, OPERATOR, { census }),
  },
  {
    verb: "requestBuild",
    what: "wishing for a build",
    told: "release.build-requested",
    do: (site) => requestBuild(site, OPERATOR, { census }),
  },
  {
    verb: "buildReleaseOf",
    what: "building a release",
    told: "release.built",
    do: (site) => buildReleaseOf(site, OPERATOR, { census }),
  },
  {
    verb: "enterSampleLedger",
    what: "entering decisions of disclosure",
    told: "ledger.entered",
    do: (site) =>
      enterSampleLedger(site, OPERATOR, {
        census,
        entries: [{ ident: "staff|ZS001|all", draws: 3, withheld: [] }],
      }),
  },
  {
    verb: "openCollection",
    what: "opening a collection",
    told: "collection.opened",
    do: (site) =>
      openCollection(site, OPERATOR, { census: "2027-03-31", closes: null, organisations: ["ZS001"] }),
  },
  {
    verb: "closeCollection",
    what: "closing a collection",
    told: "collection.closed",
    do: (site) => closeCollection(site, OPERATOR, { census }),
  },
  {
    verb: "addPerson",
    what: "adding a person",
    told: "person.added",
    do: (site) =>
      addPerson(site, OPERATOR, {
        email: "b@example.org",
        name: "B",
        password: null,
        memberships: [{ role: "planner", organisation: null }],
      }),
  },
  {
    verb: "linkLogin",
    what: "tying a login",
    told: "person.login-linked",
    do: (site) =>
      linkLogin(site, OPERATOR, { ...LOGIN, email: DEMO_PEOPLE[0]?.email ?? "", subject: "another" }),
  },
  {
    verb: "removePerson",
    what: "removing a person",
    told: "person.removed",
    do: (site) => removePerson(site, OPERATOR, { email: "leaves@trust.example" }),
  },
  {
    verb: "signIn",
    what: "signing in",
    told: "person.signed-in",
    do: (site) => attempt(site, "signs-in", PASSWORD),
  },
  {
    verb: "signIn",
    what: "locking an account",
    told: "sign-in.locked",
    answer: "too-many-attempts",
    do: async (site) => {
      for (let time = 0; time < ATTEMPTS_ALLOWED.account; time++) await attempt(site, "locked", "wrong");
      return attempt(site, "locked", "wrong");
    },
  },
  {
    verb: "signInWithLogin",
    what: "signing in through a provider",
    told: "person.signed-in",
    do: (site) => signInWithLogin(site, LOGIN),
  },
  {
    verb: "signInWithLogin",
    what: "refusing a login that is nobody's",
    told: "sign-in.refused",
    answer: "login-unknown",
    do: (site) => signInWithLogin(site, { ...LOGIN, subject: "nobody" }),
  },
  {
    verb: "withdrawRelease",
    what: "withdrawing a release",
    told: "release.withdrawn",
    do: (site) => withdrawRelease(site, OPERATOR, { number: 1, reason: "A file was wrong." }),
  },
];
