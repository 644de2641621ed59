import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type DatabaseRole, ROLES } from "@/db/roles";
import { inTransaction, type Standing, type Transaction } from "@/db/transaction";
import { type ServiceSite, serviceSite } from "../support/service-site";

const MINE: Standing = { role: "muster_intake", organisations: ["ZS001"] };

let at: ServiceSite;
let partId: string;
let rows: string;

beforeAll(async () => {
  at = await serviceSite("sample");
});
afterAll(() => at?.close());
beforeEach(() => {
  partId = randomUUID();
  rows = `intake.rows_${partId.replaceAll("-", "")}`;
});

const stage = (transaction: Transaction, sender = "ZS001") =>
  transaction.rows("SELECT intake.stage_rows('workforce', $1, $2)", [partId, sender]);
const attach = (transaction: Transaction) =>
  transaction.rows("SELECT intake.attach_rows('workforce', $1, 'ZS001')", [partId]);

/** In a file's table that has been made and not yet attached. */
const whileLoading = <T>(work: (transaction: Transaction) => Promise<T>) =>
  inTransaction(at.site.pool, MINE, async (transaction) => {
    await stage(transaction);
    await transaction.become("muster_loader");
    return work(transaction);
  });

test("the loader writes the rows of the file that is being received, and they are the sender's", async () => {
  await whileLoading(async (transaction) => {
    await transaction.rows(`INSERT INTO ${rows} (line) VALUES (2), (3)`);
    await transaction.become("muster_intake");
    expect(await attach(transaction)).toEqual([{ attach_rows: "2" }]);
  });
  const seen = (organisation: string) =>
    inTransaction(at.site.pool, { role: "muster_intake", organisations: [organisation] }, (reader) =>
      reader.rows("SELECT sender, line FROM intake.workforce_row WHERE part_id = $1 ORDER BY line", [partId]),
    );
  expect(await seen("ZS001")).toEqual([
    { sender: "ZS001", line: 2 },
    { sender: "ZS001", line: 3 },
  ]);
  expect(await seen("ZS002")).toEqual([]);
});

test.each([
  ["as another file's", () => `part_id, line) VALUES ('${randomUUID()}'`, /check constraint/],
  ["as another organisation's", () => "sender, line) VALUES ('ZS002'", /check constraint/],
])("it writes none %s", async (_, columns, refused) => {
  await expect(
    whileLoading((transaction) => transaction.rows(`INSERT INTO ${rows} (${columns()}, 2)`)),
  ).rejects.toThrow(refused);
});

test.each([
  ["reads them", (table: string) => `SELECT * FROM ${table}`],
  ["changes them", (table: string) => `UPDATE ${table} SET line = 9`],
  ["takes them away", (table: string) => `DELETE FROM ${table}`],
  ["empties the table", (table: string) => `TRUNCATE ${table}`],
  ["drops the table", (table: string) => `DROP TABLE ${table}`],
])("it never %s", async (_, statement) => {
  await expect(
    whileLoading(async (transaction) => {
      await transaction.rows(`INSERT INTO ${rows} (line) VALUES (2)`);
      await transaction.rows(statement(rows));
    }),
  ).rejects.toThrow(/permission denied|must be owner/);
});

test("once the file is whole the loader writes nothing more into it", async () => {
  await whileLoading(async (transaction) => {
    await transaction.become("muster_intake");
    await attach(transaction);
  });
  await expect(
    inTransaction(at.site.pool, { role: "muster_loader" }, (transaction) =>
      transaction.rows(`INSERT INTO ${rows} (line) VALUES (4)`),
    ),
  ).rejects.toThrow(/permission denied/);
});

test("only an organisation's own transaction makes a table, and only for its own rows", async () => {
  await expect(
    inTransaction(at.site.pool, MINE, (transaction) => stage(transaction, "ZS002")),
  ).rejects.toThrow(/not this viewer's to write/);
  for (const role of Object.keys(ROLES).filter((name) => name !== "muster_intake") as DatabaseRole[])
    await expect(
      inTransaction(at.site.pool, { role, organisations: ["ZS001"] }, (transaction) => stage(transaction)),
    ).rejects.toThrow(/permission denied/);
});

test("nobody reads or writes a file's table directly: only through the parent and its policies", async () => {
  const [found] = await at.asOwner(
    async (owner) =>
      (
        await owner.query(
          "SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'intake.workforce_row'::regclass LIMIT 1",
        )
      ).rows,
  );
  expect(found.name).toMatch(/^intake\.rows_/);
  for (const role of Object.keys(ROLES) as DatabaseRole[])
    for (const statement of [`SELECT 1 FROM ${found.name}`, `INSERT INTO ${found.name} (line) VALUES (1)`])
      await expect(
        inTransaction(at.site.pool, { role, organisations: ["ZS001"] }, (reader) => reader.rows(statement)),
      ).rejects.toThrow(/permission denied/);
});

const tables = (where: string) =>
  at.asOwner(
    async (owner) =>
      (
        await owner.query<{ name: string }>(
          `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
           WHERE n.nspname IN ('reference', 'intake', 'shared', 'account', 'audit', 'published')
             AND c.relkind IN ('r', 'p') AND ${where} ORDER BY 1`,
        )
      ).rows,
  );

test("the loader has no right on any other table", async () => {
  const rights = "has_table_privilege('muster_loader', c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE')";
  expect(await tables(rights)).toEqual([]);
});

test("the application's login alone, before it takes a role on, can do nothing with any table", async () => {
  const all = await tables("NOT c.relispartition");
  expect(all.length).toBeGreaterThan(25);
  for (const { name } of all)
    await expect(at.site.pool.query(`SELECT 1 FROM ${name}`)).rejects.toThrow(/permission denied/);
  const about = await at.site.pool.query(
    "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolinherit FROM pg_roles WHERE rolname = current_user",
  );
  expect(about.rows).toEqual([
    { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolinherit: false },
  ]);
  await expect(at.site.pool.query("SET ROLE muster_owner")).rejects.toThrow(/permission denied/);
});
