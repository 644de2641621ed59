import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { prepareDatabase } from "./prepare";

let database: TestDatabase;
let loads = 0;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.drop());

/** How often its tables were loaded. */
async function prepare(
  fingerprint: string | null,
  load: () => Promise<void> = async () => {},
): Promise<number> {
  const before = loads;
  await prepareDatabase({
    ownerUrl: database.ownerUrl,
    applicationPassword: new URL(database.appUrl).password,
    migrationsFolder: join(process.cwd(), "db", "migrations"),
    fingerprint,
    load: async () => {
      loads += 1;
      await load();
    },
  });
  return loads - before;
}

test("a database is prepared again when, and only when, something has changed since", async () => {
  expect(await prepare("aa")).toBe(1);
  expect(await prepare("aa")).toBe(0);
  expect(await prepare("bb")).toBe(1);
  expect(await prepare("aa")).toBe(1);
});

test("one that was half prepared is prepared again, whatever it was before", async () => {
  await prepare("aa");
  await expect(
    prepare("bb", () => {
      throw new Error("The disk is full");
    }),
  ).rejects.toThrow("full");
  expect(await prepare("aa")).toBe(1);
});

test("one prepared by hand, without a fingerprint, is prepared again by the next start", async () => {
  await prepare("aa");
  expect(await prepare(null)).toBe(1);
  expect(await prepare("aa")).toBe(1);
  expect(await prepare("aa")).toBe(0);
});
