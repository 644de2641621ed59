import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
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
          "SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'intake.assets_row'::regclass LIMIT 1",
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
  const rights = (names: string) => tables(`has_table_privilege('muster_loader', c.oid, '${names}')`);
  expect(await rights("SELECT, UPDATE, DELETE, TRUNCATE")).toEqual([]);
  expect((await rights("INSERT")).map(({ name }) => name)).toEqual([
    "intake.activities_small",
    "intake.devices_small",
    "intake.flows_small",
    "intake.profile_small",
    "intake.workforce_small",
  ]);
});

describe("where small files lie together", () => {
  /** In a transaction that has written the file down, as far as `received` says. */
  const writing = <T>(
    work: (transaction: Transaction) => Promise<T>,
    { part = "workforce", received = "now()" }: { part?: string; received?: string } = {},
  ) =>
    inTransaction(at.site.pool, MINE, async (transaction) => {
      await transaction.rows(
        `INSERT INTO intake.part (id, return_id, organisation, part, service_unit, verdict, rows, file_name, byte_count,
           sha256, bytes_kept, rule_set, schema_version, repairs, counts, received_at)
         SELECT $1, id, 'ZS001', $2, 'tried', 'accepted', 1, 'a.csv', 1, '', false, '', '', '[]', '[]', ${received}
         FROM intake.return WHERE organisation = 'ZS001' LIMIT 1`,
        [partId, part],
      );
      await transaction.become("muster_loader");
      return work(transaction);
    });
  const insert = (transaction: Transaction, id = partId, sender = "ZS001") =>
    transaction.rows(
      "INSERT INTO intake.workforce_small (part_id, sender, line) SELECT * FROM (VALUES ($1::uuid, $2, 2), ($1, $2, 3)) AS v",
      [id, sender],
    );
  const ofThisFile = () =>
    inTransaction(at.site.pool, MINE, (reader) =>
      reader.rows("SELECT line FROM intake.workforce_row WHERE part_id = $1 ORDER BY line", [partId]),
    );

  test("the loader writes rows of the file that its transaction receives", async () => {
    await writing(insert);
    expect(await ofThisFile()).toEqual([{ line: 2 }, { line: 3 }]);
  });

  test.each<[string, Parameters<typeof writing>]>([
    ["of another file", [(transaction) => insert(transaction, randomUUID())]],
    ["of another organisation", [(transaction) => insert(transaction, partId, "ZS002")]],
    ["of a file of another part", [insert, { part: "devices" }]],
    ["of a file that was received before", [insert, { received: "now() - interval '1 minute'" }]],
  ])("it writes none %s", async (_, args) => {
    await expect(writing(...args)).rejects.toThrow(/not this transaction's to write/);
    expect(await ofThisFile()).toEqual([]);
  });

  test("nobody reads or changes them but through the parent and its policies", async () => {
    for (const role of Object.keys(ROLES) as DatabaseRole[])
      for (const statement of ["SELECT 1 FROM", "DELETE FROM", "UPDATE", "TRUNCATE"])
        await expect(
          inTransaction(at.site.pool, { role, organisations: ["ZS001"] }, (reader) =>
            reader.rows(
              `${statement} intake.workforce_small${statement === "UPDATE" ? " SET line = 9" : ""}`,
            ),
          ),
        ).rejects.toThrow(/permission denied/);
  });

  test("one file's rows go with it, and nobody else's", async () => {
    const rowsOf = () =>
      at.asOwner(
        async (owner) =>
          (
            await owner.query<{ id: string; sender: string; rows: number }>(
              "SELECT part_id::text AS id, sender, count(*)::int AS rows FROM intake.workforce_small GROUP BY 1, 2 ORDER BY 1",
            )
          ).rows,
      );
    const before = await rowsOf();
    expect(before.length).toBeGreaterThan(1);
    await writing(insert);
    expect(await rowsOf()).toHaveLength(before.length + 1);
    const drop = (id: string | undefined) =>
      inTransaction(at.site.pool, MINE, (transaction) =>
        transaction.rows("SELECT intake.drop_rows($1, 'ZS001')", [id]),
      );
    await drop(partId);
    await expect(drop(before.find(({ sender }) => sender !== "ZS001")?.id)).rejects.toThrow(/is not ZS001's/);
    expect(await rowsOf()).toEqual(before);
  });
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
