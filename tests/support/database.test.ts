import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "./database";

const ask = async (connectionString: string, sql: string) => {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
};

describe("a test file's own database", () => {
  let first: TestDatabase;
  let second: TestDatabase;
  beforeAll(async () => {
    [first, second] = await Promise.all([testDatabase(), testDatabase()]);
  });
  afterAll(async () => {
    await first.drop();
    await second.drop();
  });

  test("is migrated, and apart from every other", async () => {
    await ask(first.ownerUrl, "create table public.only_here ()");
    const seen =
      "select to_regclass('public.only_here') as here, to_regclass('published.figure') as migrated";
    expect(await ask(first.ownerUrl, seen)).toEqual([{ here: "only_here", migrated: "published.figure" }]);
    expect(await ask(second.ownerUrl, seen)).toEqual([{ here: null, migrated: "published.figure" }]);
  });

  test("lets the application in with neither an owner's nor a superuser's rights", async () => {
    const rights = `select current_user as login, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb
      from pg_roles where rolname = current_user`;
    expect(await ask(first.appUrl, rights)).toEqual([
      { login: "muster_app", rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false },
    ]);
    await expect(ask(first.appUrl, "create table public.mine ()")).rejects.toThrow("permission denied");
  });

  test("is owned by no superuser, so that row-level security holds as on a managed server", async () => {
    expect(await ask(first.ownerUrl, "select rolsuper from pg_roles where rolname = current_user")).toEqual([
      { rolsuper: false },
    ]);
  });
});
