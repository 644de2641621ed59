import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bundle } from "./bundle.mjs";

describe("the bundle of the commands", () => {
  let project: string;
  const write = (file: string, content: string) => writeFileSync(join(project, file), content);
  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), "muster-bundle-"));
    mkdirSync(join(project, "lib", "command-line"), { recursive: true });
    mkdirSync(join(project, "lib", "services", "returns"), { recursive: true });
    write("lib/services/returns/check-thread.ts", "export {};");
    write("lib/command-line/project-thread.ts", "export {};");
    cpSync("tsconfig.json", join(project, "tsconfig.json"));
    write("package-lock.json", "{}");
    write("lib/answer.ts", "export const answer: number = 41;");
    write(
      "lib/command-line/main.ts",
      'import { answer } from "@/lib/answer";\nexport const main = () => answer;',
    );
  });
  afterEach(() => rmSync(project, { recursive: true }));

  const entry = async () => {
    const built = await bundle(project);
    if (!built.ok) throw new Error(built.message);
    return built.entry;
  };

  test("is used again while its sources are the same", async () => {
    const first = await entry();
    write("lib/no-part-of-it.ts", "export {};");
    expect(await entry()).toBe(first);
  });

  test.each([
    ["a source", "lib/answer.ts", "export const answer: number = 42;"],
    ["the lock file", "package-lock.json", '{ "other": true }'],
  ])(
    "is made anew when %s changed, and the old one stays for processes that run it",
    async (_what, file, content) => {
      const first = await entry();
      write(file, content);
      const second = await entry();
      expect(second).not.toBe(first);
      expect(readFileSync(first, "utf8")).toContain("41");
    },
  );

  test("is made once by commands that begin at the same moment", async () => {
    const entries = await Promise.all([entry(), entry()]);
    expect(entries[0]).toBe(entries[1]);
    expect(readdirSync(join(project, ".muster", "command-line")).length).toBe(2);
  });

  test.each([
    [
      "a module is not there",
      'import { gone } from "@/lib/gone";\nexport const main = () => gone;',
      "@/lib/gone",
    ],
    ["a source is no TypeScript", "export const main = (", "lib/command-line/main.ts:1"],
  ])("is not made when %s, and the message says where", async (_what, main, where) => {
    write("lib/command-line/main.ts", main);
    expect(await bundle(project)).toEqual({ ok: false, message: expect.stringContaining(where) });
  });
});
