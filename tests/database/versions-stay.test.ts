import { afterAll, beforeAll, expect, test } from "vitest";
import { inTransaction, type Transaction } from "@/db/transaction";
import { closeCollection } from "@/lib/services/collections/open-collection";
import { acknowledge, acknowledgeAll } from "@/lib/services/returns/acknowledge-warning";
import { approveReturn } from "@/lib/services/returns/approve-return";
import { readReturn } from "@/lib/services/returns/read-return";
import { submitReturn } from "@/lib/services/returns/submit-return";
import {
  CENSUS as census,
  type OpenCensus,
  openCensus,
  ORGANISATION as organisation,
  warned,
} from "../support/open-census";
import { codeOf, OPERATOR, value } from "../support/service-site";

let at: OpenCensus;
let text = "";
let submission = "";
let submitted = "";
let draft = "";
let code = "";

const send = (serviceUnit: string) => at.send(text, { serviceUnit });

beforeAll(async () => {
  at = await openCensus();
  text = warned(at.workforce);
  const received = value(await send(""));
  submitted = received.partId;
  code = received.report?.counts.find(({ severity }) => severity === "warning")?.code ?? "";
  value(await acknowledgeAll(at.site, OPERATOR, { organisation, partId: submitted, reason: "As it is." }));
  submission = value(await submitReturn(at.site, OPERATOR, { organisation, census })).submission;
  value(await approveReturn(at.site, OPERATOR, { organisation, submission }));
  draft = value(await send("another unit")).partId;
});
afterAll(() => at?.close());

const asIntake = (work: (transaction: Transaction) => Promise<unknown>) =>
  inTransaction(at.site.pool, { role: "muster_intake", organisations: [organisation] }, work);

const FINDING = `INSERT INTO intake.finding (part_id, organisation, position, severity, code, message, mend)
  VALUES ($1, '${organisation}', 9999, 'notice', 'x', '', '')`;
const CHUNK = `INSERT INTO intake.chunk (part_id, organisation, position, bytes) VALUES ($1, '${organisation}', 99, 'x')`;
const ACCEPT = `INSERT INTO intake.acknowledgement (part_id, organisation, code, reason) VALUES ($1, '${organisation}', 'x', 'y')`;

test.each<[string, string, RegExp]>([
  ["bytes are not added", CHUNK, /never changes/],
  ["bytes are not taken away", "DELETE FROM intake.chunk WHERE part_id = $1", /permission denied/],
  ["a finding is not added", FINDING, /never changes/],
  ["a warning is not accepted", ACCEPT, /never changes/],
  [
    "the reason of a warning is not changed",
    "UPDATE intake.acknowledgement SET reason = 'another' WHERE part_id = $1",
    /never changes/,
  ],
])("of a file in a version, %s", async (_, sql, refused) => {
  await expect(asIntake((transaction) => transaction.rows(sql, [submitted]))).rejects.toThrow(refused);
});

test.each([CHUNK, FINDING, ACCEPT])("of a file in work it is: %s", async (sql) => {
  const undo = new Error("undone");
  const done = asIntake(async (transaction) => {
    await transaction.rows(sql, [draft]);
    throw undo;
  });
  await expect(done).rejects.toBe(undo);
});

test("not even the tables' owner takes bytes or findings of a version away", async () => {
  for (const table of ["chunk", "finding", "acknowledgement"])
    await at.asOwner(async (owner) => {
      await owner.query("SET ROLE muster_owner");
      await expect(
        owner.query(`DELETE FROM intake.${table} WHERE part_id = $1`, [submitted]),
      ).rejects.toThrow(/never changes/);
    }, organisation);
});

test("no file is added to a version, whether it stands or is moved in the same transaction", async () => {
  const add = (transaction: Transaction) =>
    transaction.rows("INSERT INTO intake.submission_part VALUES ($1, $2, $3)", [
      submission,
      draft,
      organisation,
    ]);
  await expect(asIntake(add)).rejects.toThrow(/no file is added/);
  const moved = asIntake(async (transaction) => {
    await transaction.rows("UPDATE intake.submission SET state = 'withdrawn' WHERE id = $1", [submission]);
    await add(transaction);
  });
  await expect(moved).rejects.toThrow(/no file is added/);
});

test("a warning is accepted of a file in work alone, and while the collection is open", async () => {
  const accept = (partId: string) =>
    acknowledge(at.site, OPERATOR, { organisation, partId, code, reason: "Another reason." });
  expect(codeOf(await accept(submitted))).toBe("reason-submitted");
  value(await accept(draft));
  const { draft: parts } = value(await readReturn(at.site, OPERATOR, { organisation, census }));
  expect(parts.find(({ id }) => id === draft)?.counts.find((count) => count.code === code)?.reason).toBe(
    "Another reason.",
  );
  await asIntake((transaction) =>
    transaction.rows("DELETE FROM intake.draft_part WHERE part_id = $1", [submitted]),
  );
  expect(codeOf(await accept(submitted))).toBe("no-such-warning");
  value(await closeCollection(at.site, OPERATOR, { census }));
  expect(codeOf(await accept(draft))).toBe("collection-closed");
});
