import { expect, test } from "vitest";
import type { Viewer } from "@/lib/access/viewer";
import { filesToTry, fileToTry } from "./files-to-try";

const submitterOf = (...organisations: string[]): Viewer => ({
  kind: "person",
  person: "00000000-0000-4000-8000-000000000001",
  name: "Try",
  memberships: organisations.map((organisation) => ({ role: "submitter" as const, organisation })),
});
const DEMO = { demo: true };
const asked = { organisation: "ZS007", census: "2026-03-31" };

test("there are files to try for who has not sent them, in the open collection, where the demonstration is on", async () => {
  const found = await filesToTry(DEMO, submitterOf("ZS007"), asked);
  expect(found.ok && found.value?.clean.map(({ part }) => part)).toEqual([
    "workforce",
    "devices",
    "activities",
    "flows",
    "profile",
  ]);
  const none = { ok: true, value: null };
  expect(await filesToTry({ demo: false }, submitterOf("ZS007"), asked)).toEqual(none);
  expect(await filesToTry(DEMO, submitterOf("ZS007"), { ...asked, census: "2025-03-31" })).toEqual(none);
  expect(await filesToTry(DEMO, submitterOf("ZS001"), { ...asked, organisation: "ZS001" })).toEqual(none);
});

test("they are for the organisation's own submitter", async () => {
  const refused = await filesToTry(DEMO, submitterOf("ZS023"), asked);
  expect(refused.ok ? "" : refused.problem.code).toBe("not-allowed");
  const file = { organisation: "ZS007", kind: "spoilt", name: "workforce.csv" };
  expect((await fileToTry(DEMO, submitterOf("ZS007"), file)).ok).toBe(true);
  for (const wrong of [{ kind: "stale" }, { name: "../truth.json" }, { organisation: "ZS001" }])
    expect((await fileToTry(DEMO, submitterOf("ZS007", "ZS001"), { ...file, ...wrong })).ok).toBe(false);
  expect((await fileToTry({ demo: false }, submitterOf("ZS007"), file)).ok).toBe(false);
});
