import { Client, Pool } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadReferenceTables } from "@/db/queries/reference";
import { inTransaction } from "@/db/transaction";
import type { Viewer } from "@/lib/access/viewer";
import { DEMO_KEY } from "@/lib/disclosure/demo-key";
import type { Result } from "@/lib/result";
import { auditIsWhole, readAudit } from "@/lib/services/audit/read-audit";
import { closeCollection, openCollection } from "@/lib/services/collections/open-collection";
import { addPerson } from "@/lib/services/people/manage-people";
import { signIn, viewerOf } from "@/lib/services/people/sign-in";
import { buildReleaseOf } from "@/lib/services/releases/build-release";
import { listReleases, publishRelease } from "@/lib/services/releases/publish-release";
import { acknowledgeAll } from "@/lib/services/returns/acknowledge-warning";
import { approveReturn } from "@/lib/services/returns/approve-return";
import { ownData } from "@/lib/services/returns/own-data";
import { readBytes } from "@/lib/services/returns/read-bytes";
import { readReturn } from "@/lib/services/returns/read-return";
import { receivePart } from "@/lib/services/returns/receive-part";
import { declareNil, submitReturn } from "@/lib/services/returns/submit-return";
import type { Site } from "@/lib/services/site";
import { type TestDatabase, testDatabase } from "../support/database";
import { smallNation, textsFor } from "../support/sample-nation";
import { reviewAndPublish } from "../support/settle-release";
import { whole } from "../support/whole";

const CENSUS = "2026-03-31";
const OPERATOR: Viewer = { kind: "operator", name: "test" };
const ONE = "ZS003";
const OTHER = "ZS002";

let database: TestDatabase;
let site: Site;
const people: Record<string, Viewer> = {};

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
};
const codeOf = (result: Result<unknown>) => (result.ok ? "ok" : result.problem.code);

async function* pieces(text: string) {
  yield Buffer.from(text);
}

const upload = (viewer: Viewer, organisation: string, text: string, more: object = {}) =>
  receivePart(site, viewer, {
    organisation,
    census: CENSUS,
    part: "workforce",
    serviceUnit: "",
    fileName: "workforce.csv",
    source: pieces(text),
    declaredLength: Buffer.byteLength(text),
    ...more,
  });

/** Sends, submits and approves as the operator. */
async function answer(organisation: string, workforce: string) {
  const { partId } = value(await upload(OPERATOR, organisation, workforce));
  value(await acknowledgeAll(site, OPERATOR, { organisation, partId, reason: "As it is." }));
  const { submission } = value(await submitReturn(site, OPERATOR, { organisation, census: CENSUS }));
  value(await approveReturn(site, OPERATOR, { organisation, submission }));
}

const rowsIn = (sql: string) =>
  inTransaction(site.pool, { role: "muster_build" }, (reader) => reader.rows(sql));

/** The owner is under row-level security too: it sees the rows of the organisation given. */
async function asOwner<T>(work: (client: Client) => Promise<T>, organisation = ""): Promise<T> {
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    await client.query("SELECT set_config('muster.organisations', $1, false)", [organisation]);
    return await work(client);
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  database = await testDatabase();
  site = {
    pool: new Pool({ connectionString: database.appUrl }),
    now: () => new Date("2026-11-24T12:00:00Z"),
    disclosureKey: () => DEMO_KEY,
    mail: { folder: "unused" },
    url: null,
    demo: false,
    attemptKey: () => "a key of the tests",
  };
  await inTransaction(site.pool, { role: "muster_operator" }, (transaction) =>
    loadReferenceTables(transaction.client, smallNation().tables),
  );
  const organisations = smallNation().organisations.map(({ code }) => code);
  value(
    await openCollection(site, OPERATOR, {
      census: CENSUS,
      title: "Census",
      opens: CENSUS,
      closes: null,
      synthetic: true,
      organisations,
    }),
  );
  const roles = {
    submitter: [{ role: "submitter", organisation: ONE }],
    both: [
      { role: "submitter", organisation: ONE },
      { role: "approver", organisation: ONE },
    ],
    approver: [{ role: "approver", organisation: ONE }],
    stranger: [
      { role: "submitter", organisation: OTHER },
      { role: "approver", organisation: OTHER },
    ],
    first: [{ role: "administrator", organisation: null }],
    second: [{ role: "administrator", organisation: null }],
  } as const;
  for (const [name, memberships] of Object.entries(roles)) {
    const email = `${name}@trust.example`;
    value(await addPerson(site, OPERATOR, { email, name, password: `password of ${name}`, memberships }));
    const { person } = value(await signIn(site, { email, password: `password of ${name}`, address: null }));
    people[name] = (await viewerOf(site, person)) as Viewer;
  }
});

afterAll(async () => {
  await site?.pool.end();
  await database?.drop();
});

test("a wrong password and an unknown address are answered alike", async () => {
  const wrong = await signIn(site, { email: "first@trust.example", password: "no", address: null });
  const unknown = await signIn(site, { email: "nobody@trust.example", password: "no", address: null });
  expect(wrong).toEqual(unknown);
  expect(codeOf(wrong)).toBe("sign-in-failed");
});

test("only an organisation's own submitter uploads to it, and nobody else reads it", async () => {
  const { workforce } = textsFor(ONE);
  const { stranger, submitter, approver } = people as Record<string, Viewer>;
  expect(codeOf(await upload(stranger as Viewer, ONE, workforce))).toBe("not-allowed");
  expect(codeOf(await upload({ kind: "public" }, ONE, workforce))).toBe("sign-in-needed");
  expect(codeOf(await upload(approver as Viewer, ONE, workforce))).toBe("not-allowed");
  const received = value(await upload(submitter as Viewer, ONE, workforce));
  expect(received.report?.verdict).toBe("accepted");
  const args = { organisation: ONE, census: CENSUS };
  expect(codeOf(await readReturn(site, stranger as Viewer, args))).toBe("not-allowed");
  expect(codeOf(await ownData(site, stranger as Viewer, args))).toBe("not-allowed");
  // Row-level security stands behind the service: the other organisation's transaction sees none of the rows.
  const seen = (organisation: string) =>
    inTransaction(site.pool, { role: "muster_intake", organisations: [organisation] }, (reader) =>
      reader.rows("SELECT 1 FROM intake.workforce_row WHERE part_id = $1", [received.partId]),
    );
  expect(await seen(OTHER)).toHaveLength(0);
  expect((await seen(ONE)).length).toBe(received.report?.rows);
  await asOwner(async (client) => {
    await client.query("SET ROLE muster_owner");
    expect((await client.query("SELECT 1 FROM intake.workforce_row")).rowCount).toBe(0);
  });
  const bytes = value(
    await readBytes(site, submitter as Viewer, { organisation: ONE, partId: received.partId }),
  );
  expect((await whole(bytes.bytes)).toString()).toBe(workforce);
  expect(value(await upload(submitter as Viewer, ONE, workforce)).unchanged).toBe(true);
});

const half = async function* () {
  yield Buffer.from("census_date,organisation_code\n");
  throw new Error("the connection was closed");
};

test.each([
  ["an upload that stops half-way", { source: half(), declaredLength: null }, "upload-cut-off"],
  ["a body that lies about its length", { declaredLength: 3 }, "length-differs"],
  ["a part that does not exist", { part: "gossip" }, "part-unknown"],
  ["a collection that does not exist", { census: "2019-03-31" }, "not-asked"],
])("%s is refused with a sentence and leaves nothing behind", async (_, more, code) => {
  const count = () =>
    rowsIn(
      "SELECT (SELECT count(*) FROM intake.part) AS parts, (SELECT count(*) FROM pg_class WHERE relname LIKE 'rows\\_%') AS tables",
    );
  const before = await count();
  expect(codeOf(await upload(people.submitter as Viewer, ONE, textsFor(ONE).workforce, more))).toBe(code);
  expect(await count()).toEqual(before);
});

test.each([
  ["another organisation's file", () => textsFor(OTHER).workforce, "another-organisation"],
  ["another part's file", () => textsFor(ONE).devices, "errors"],
  ["bytes that are no text", () => "PK\u0003\u0004\u0000", "file-is-zip"],
])("%s is not taken as a good one", async (_, text, code) => {
  const before = await rowsIn("SELECT id FROM intake.part WHERE verdict = 'accepted' ORDER BY id");
  const received = await upload(people.submitter as Viewer, ONE, text(), { serviceUnit: "tried" });
  expect(received.ok ? received.value.report?.verdict : received.problem.code).toMatch(
    code === "errors" ? /errors|another-part/ : new RegExp(code),
  );
  expect(await rowsIn("SELECT id FROM intake.part WHERE verdict = 'accepted' ORDER BY id")).toEqual(before);
});

test("who submits does not approve; the approved version is what own data say, to the last digit", async () => {
  const { both, approver } = people as Record<string, Viewer>;
  const { partId } = value(await upload(both as Viewer, ONE, textsFor(ONE).workforce));
  await asOwner((client) => client.query("DELETE FROM intake.draft_part WHERE service_unit = 'tried'"), ONE);
  value(
    await acknowledgeAll(site, both as Viewer, {
      organisation: ONE,
      partId,
      reason: "Checked with the ledger.",
    }),
  );
  const { submission } = value(
    await submitReturn(site, both as Viewer, { organisation: ONE, census: CENSUS }),
  );
  const args = { organisation: ONE, submission };
  expect(codeOf(await approveReturn(site, both as Viewer, args))).toBe("second-person-needed");
  expect(codeOf(await approveReturn(site, people.stranger as Viewer, args))).toBe("not-allowed");
  value(await approveReturn(site, approver as Viewer, args));
  expect(codeOf(await approveReturn(site, approver as Viewer, args))).toBe("not-waiting");
  const { approved } = value(await ownData(site, both as Viewer, { organisation: ONE, census: CENSUS }));
  const [headers = "", ...lines] = textsFor(ONE).workforce.trim().split("\n");
  const at = headers.split(",").indexOf("in_post_wte");
  const inPost = lines.reduce((sum, line) => sum + Number(line.split(",")[at] || 0), 0);
  expect(approved?.inPost).toBeCloseTo(inPost, 5);
});

test("a submission never changes, not even for the owner of the table", async () => {
  await asOwner(async (client) => {
    await expect(client.query("UPDATE intake.submission SET version = 9")).rejects.toThrow(/never changed/);
    await expect(client.query("DELETE FROM intake.submission")).rejects.toThrow(/never deleted/);
    await expect(client.query("UPDATE intake.part SET rows = 0")).rejects.toThrow(/never changed/);
  }, ONE);
});

test("a release is built by one administrator and published by another; a correction leaves untouched cells as they were", async () => {
  const { first, second } = people as Record<string, Viewer>;
  value(
    await declareNil(site, OPERATOR, {
      organisation: "ZS015",
      census: CENSUS,
      reason: "none",
      servedBy: null,
    }).then(async (nil) => nil),
  );
  for (const organisation of [OTHER, "ZS001", "ZS004"])
    await answer(organisation, textsFor(organisation).workforce);
  const built = value(await buildReleaseOf(site, first as Viewer, { census: CENSUS }));
  expect(codeOf(await publishRelease(site, first as Viewer, { number: built.release }))).toBe(
    "second-person-needed",
  );
  expect(codeOf(await publishRelease(site, people.submitter as Viewer, { number: built.release }))).toBe(
    "not-allowed",
  );
  const figures = () =>
    inTransaction(site.pool, { role: "muster_public" }, (reader) =>
      reader.rows<{ release: number; id: string; text: string; audience: string }>(
        "SELECT release, cell_id AS id, audience, concat_ws(' ', value, symbol, low, high) AS text FROM published.figure ORDER BY 1, 2",
      ),
    );
  expect(await figures()).toHaveLength(0);
  await reviewAndPublish(site, second as Viewer, built.release);
  const seen = await figures();
  expect(seen.length).toBeGreaterThan(50);
  expect(new Set(seen.map(({ audience }) => audience))).toEqual(new Set(["public"]));
  // The same answers again: the same figures, to the byte.
  const again = value(await buildReleaseOf(site, first as Viewer, { census: CENSUS }));
  expect(again.hash).toBe(built.hash);
  await reviewAndPublish(site, second as Viewer, again.release);
  const listed = value(await listReleases(site, first as Viewer));
  expect(listed.map(({ release }) => release.status)).toEqual(["published", "corrected"]);
  await asOwner(async (client) => {
    await expect(client.query("UPDATE published.figure SET value = 1")).rejects.toThrow(/immutable/);
    await expect(client.query("DELETE FROM published.release")).rejects.toThrow(/never deleted/);
  });
});

test("a closed collection takes nothing more", async () => {
  value(await closeCollection(site, OPERATOR, { census: CENSUS }));
  expect(codeOf(await upload(people.submitter as Viewer, ONE, textsFor(ONE).workforce))).toBe(
    "collection-closed",
  );
});

test("the audit names every deed, cannot be changed, and shows when it was", async () => {
  const first = people.first as Viewer;
  const events = value(await readAudit(site, first, { organisation: null, limit: 500 }));
  for (const verb of [
    "part.received",
    "return.submitted",
    "return.approved",
    "release.built",
    "release.published",
  ])
    expect(events.map((event) => event.verb)).toContain(verb);
  expect(codeOf(await readAudit(site, people.stranger as Viewer, { organisation: ONE, limit: 5 }))).toBe(
    "not-allowed",
  );
  expect(value(await auditIsWhole(site, first)).firstBroken).toBeNull();
  await asOwner(async (client) => {
    await expect(client.query("UPDATE audit.event SET verb = 'nothing'")).rejects.toThrow(/append-only/);
    await expect(client.query("DELETE FROM audit.event")).rejects.toThrow(/append-only/);
    await client.query("ALTER TABLE audit.event DISABLE TRIGGER append_only");
    await client.query("UPDATE audit.event SET subject = 'forged' WHERE id = 3");
  });
  expect(value(await auditIsWhole(site, first)).firstBroken).toBe(3);
});
