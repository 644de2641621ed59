import { afterAll, beforeAll, expect, test } from "vitest";
import { inTransaction, type Standing } from "@/db/transaction";
import { type ServiceSite, serviceSite } from "../support/service-site";

const MINE = "ZS001";
const THEIRS = "ZS002";
const CHOICES = ["none", "unnamed", "reciprocal"] as const;

let at: ServiceSite;

const rowsAs = (standing: Standing, sql: string) =>
  inTransaction(at.site.pool, standing, (reader) => reader.rows<{ organisation: string }>(sql));
const seenBy = async (...organisations: string[]) =>
  (
    await rowsAs(
      { role: "muster_member", organisations },
      "SELECT organisation FROM shared.figure ORDER BY organisation",
    )
  ).map(({ organisation }) => organisation);

/** No role of the product makes a choice yet, and the table is closed to its owner too: the test opens it and shuts it again. */
async function choose(choices: Record<string, string>) {
  await at.asOwner(async (owner) => {
    await owner.query(
      "BEGIN; SET LOCAL ROLE muster_owner; ALTER TABLE shared.choice NO FORCE ROW LEVEL SECURITY",
    );
    await owner.query("DELETE FROM shared.choice");
    for (const [organisation, choice] of Object.entries(choices))
      await owner.query("INSERT INTO shared.choice (organisation, choice) VALUES ($1, $2)", [
        organisation,
        choice,
      ]);
    await owner.query("ALTER TABLE shared.choice FORCE ROW LEVEL SECURITY; COMMIT");
  });
}

beforeAll(async () => {
  at = await serviceSite("sample");
  await inTransaction(at.site.pool, { role: "muster_build" }, (transaction) =>
    transaction.rows(
      "INSERT INTO shared.figure (release, organisation, measure, value) VALUES (3, $1, 'establishment', 12.5), (3, $2, 'establishment', 34.5)",
      [MINE, THEIRS],
    ),
  );
});

afterAll(() => at?.close());

test.each(CHOICES.flatMap((mine) => CHOICES.map((theirs) => [mine, theirs])))(
  "I chose %s and they chose %s: their figure is seen only where both are reciprocal",
  async (mine, theirs) => {
    await choose({ [MINE]: mine, [THEIRS]: theirs });
    const both = mine === "reciprocal" && theirs === "reciprocal";
    expect((await seenBy(MINE)).includes(THEIRS)).toBe(both);
    expect((await seenBy(THEIRS)).includes(MINE)).toBe(both);
  },
);

test("whoever has made no choice shares nothing and sees nothing", async () => {
  await choose({ [THEIRS]: "reciprocal" });
  expect(await seenBy(MINE)).toEqual([]);
  expect(await seenBy()).toEqual([]);
  await choose({});
  expect(await seenBy(MINE, THEIRS)).toEqual([]);
});

test("switching off takes effect with the next request", async () => {
  await choose({ [MINE]: "reciprocal", [THEIRS]: "reciprocal" });
  expect(await seenBy(MINE)).toEqual([MINE, THEIRS]);
  await choose({ [MINE]: "reciprocal", [THEIRS]: "none" });
  expect(await seenBy(MINE)).toEqual([MINE]);
  await choose({ [MINE]: "none", [THEIRS]: "reciprocal" });
  expect(await seenBy(MINE)).toEqual([]);
});

test("an organisation sees its own choice and no other's; nobody writes one past the service to come", async () => {
  await choose({ [MINE]: "reciprocal", [THEIRS]: "unnamed" });
  for (const role of ["muster_member", "muster_intake"] as const) {
    const standing = { role, organisations: [MINE] };
    expect(await rowsAs(standing, "SELECT organisation FROM shared.choice")).toEqual([
      { organisation: MINE },
    ]);
    await expect(rowsAs(standing, "UPDATE shared.choice SET choice = 'reciprocal'")).rejects.toThrow(
      /denied/,
    );
    await expect(rowsAs(standing, "DELETE FROM shared.figure")).rejects.toThrow(/denied/);
  }
});

test.each(["muster_public", "muster_intake", "muster_account", "muster_operator", "muster_loader"] as const)(
  "%s reads no shared figure",
  async (role) => {
    await expect(rowsAs({ role }, "SELECT organisation FROM shared.figure")).rejects.toThrow(/denied/);
  },
);

test("the tables are closed to their owner too", async () => {
  await choose({ [MINE]: "reciprocal", [THEIRS]: "reciprocal" });
  await at.asOwner(async (owner) => {
    await owner.query("SET ROLE muster_owner");
    expect((await owner.query("SELECT * FROM shared.figure")).rowCount).toBe(0);
    await expect(owner.query("INSERT INTO shared.choice (organisation) VALUES ('ZS003')")).rejects.toThrow(
      /row-level security/,
    );
  });
});
