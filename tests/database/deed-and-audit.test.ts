import { afterAll, beforeAll, expect, test } from "vitest";
import { inTransaction } from "@/db/transaction";
import type { Result } from "@/lib/result";
import { DEMO_PEOPLE } from "@/lib/sample/people";
import { closeCollection, openCollection } from "@/lib/services/collections/open-collection";
import { addPerson, linkLogin } from "@/lib/services/people/manage-people";
import { signIn } from "@/lib/services/people/sign-in";
import { requestBuild } from "@/lib/services/releases/request-build";
import { withdrawReturn } from "@/lib/services/returns/approve-return";
import { readReturn } from "@/lib/services/returns/read-return";
import { receivePart } from "@/lib/services/returns/receive-part";
import { removePart } from "@/lib/services/returns/remove-part";
import { declareNil } from "@/lib/services/returns/submit-return";
import type { Site } from "@/lib/services/site";
import { sampleTruths } from "../support/sample-truth";
import { OPERATOR, type ServiceSite, serviceSite, value } from "../support/service-site";

const census = "2026-03-31";
const organisation = "ZS001";
const files = sampleTruths().at(-1)?.files.get(organisation);

let at: ServiceSite;
let submission = "";

beforeAll(async () => {
  at = await serviceSite("sample");
  const view = value(await readReturn(at.site, OPERATOR, { organisation, census }));
  submission = view.submissions.find(({ state }) => state === "approved")?.id ?? "";
  const email = "new@example.org";
  value(await addPerson(at.site, OPERATOR, { email, name: "New", password: "ten letters", memberships: [] }));
  await at.asOwner((owner) =>
    owner.query(
      "REVOKE INSERT ON audit.event FROM muster_intake, muster_build, muster_operator, muster_account",
    ),
  );
});
afterAll(() => at?.close());

async function* changed() {
  yield Buffer.from(files?.workforce.replace("clinical_technologist", "clinical_scientist") ?? "");
}

const DEEDS: Record<string, (site: Site) => Promise<Result<unknown>>> = {
  "receiving a file": (site) =>
    receivePart(site, OPERATOR, {
      organisation,
      census,
      part: "workforce",
      serviceUnit: "",
      fileName: "workforce.csv",
      source: changed(),
      declaredLength: null,
    }),
  "taking a file out": (site) =>
    removePart(site, OPERATOR, { organisation, census, part: "devices", serviceUnit: "" }),
  "a nil return": (site) =>
    declareNil(site, OPERATOR, { organisation: "ZS023", census, reason: "none", servedBy: null }),
  "withdrawing an approved version": (site) =>
    withdrawReturn(site, OPERATOR, { organisation, submission, reason: "wrong" }),
  "opening a collection": (site) =>
    openCollection(site, OPERATOR, {
      census: "2027-03-31",
      title: "Census",
      opens: "2027-03-31",
      closes: null,
      synthetic: true,
      organisations: [organisation],
    }),
  "closing a collection": (site) => closeCollection(site, OPERATOR, { census }),
  "wishing for a build": (site) => requestBuild(site, OPERATOR, { census }),
  "adding a person": (site) =>
    addPerson(site, OPERATOR, { email: "b@example.org", name: "B", password: null, memberships: [] }),
  "tying a login": (site) =>
    linkLogin(site, OPERATOR, {
      email: DEMO_PEOPLE[0]?.email ?? "",
      issuer: "https://id.example",
      subject: "1",
    }),
  "signing in": (site) => signIn(site, { email: "new@example.org", password: "ten letters", address: null }),
};

/** All that these deeds write. */
async function all() {
  const text = (table: string) =>
    `(SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM ${table} t) AS "${table}"`;
  const read = (role: "muster_intake" | "muster_operator", organisations: string[], tables: string[]) =>
    inTransaction(at.site.pool, { role, organisations }, (reader) =>
      reader.rows(`SELECT ${tables.map(text).join(", ")}`),
    );
  return [
    await read(
      "muster_intake",
      [organisation, "ZS023"],
      ["intake.part", "intake.draft_part", "intake.submission"],
    ),
    await read(
      "muster_operator",
      [],
      ["reference.collection", "account.person", "account.membership", "account.login", "job.job"],
    ),
  ];
}

test.each(Object.entries(DEEDS))("%s is undone where the audit cannot tell of it", async (_, deed) => {
  const before = await all();
  await expect(deed(at.site)).rejects.toThrow(/permission denied for table event/);
  expect(await all()).toEqual(before);
});
