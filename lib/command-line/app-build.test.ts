import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ensureAppBuild } from "./app-build";

/** Stands in for Next: empties its folder as Next does, then writes what it made of the source. */
const NEXT = `
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
const source = readFileSync("app/page.tsx", "utf8");
writeFileSync("builds.txt", "x", { flag: "a" });
if (process.env.MUSTER_BUILD || process.env.MUSTER_APP_URL) throw new Error("It is told too much.");
rmSync(".next/server", { recursive: true, force: true });
if (source === "broken") { console.log("Unexpected token"); process.exit(1); }
if (source === "full") { console.log("ENOSPC: no space left on device, write"); process.exit(1); }
mkdirSync(".next/server", { recursive: true });
mkdirSync(".next/cache", { recursive: true });
writeFileSync(".next/cache/large", "");
writeFileSync(".next/server/page.js", source);
writeFileSync(".next/BUILD_ID", "1");
`;

describe("the build of the site", () => {
  let project: string;
  const write = (file: string, content: string) => writeFileSync(join(project, file), content);
  const said: string[] = [];
  const ensure = () => ensureAppBuild(project, (line) => said.push(line));
  const built = async () => {
    const result = await ensure();
    if (!result.ok) throw new Error(result.problem.message);
    return result.value;
  };
  const served = (folder: string) => readFileSync(join(project, folder, "server", "page.js"), "utf8");
  const builds = () => readFileSync(join(project, "builds.txt"), "utf8").length;

  beforeEach(() => {
    vi.stubEnv("MUSTER_BUILD", ".next-of-another-project");
    vi.stubEnv("MUSTER_APP_URL", "postgresql://somewhere");
    project = mkdtempSync(join(tmpdir(), "muster-app-"));
    mkdirSync(join(project, "app"));
    const program = join(project, "node_modules", "next", "dist", "bin");
    mkdirSync(program, { recursive: true });
    write("node_modules/next/package.json", '{ "type": "module" }');
    writeFileSync(join(program, "next"), NEXT);
    write("app/page.tsx", "one");
    said.length = 0;
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(project, { recursive: true });
  });

  test("is made once for the same sources, and web servers are told where it is", async () => {
    const folder = await built();
    expect(process.env.MUSTER_BUILD).toBe(folder);
    expect(served(folder)).toBe("one");
    expect(await built()).toBe(folder);
    expect(builds()).toBe(1);
    expect(existsSync(join(project, folder, "cache"))).toBe(false);
  });

  test("takes nothing away from a build that is served, and goes when nobody uses it any more", async () => {
    const first = await built();
    write("app/page.tsx", "two");
    const second = await built();
    expect([served(first), served(second)]).toEqual(["one", "two"]);
    // A process that has ended: no number is as high.
    writeFileSync(join(project, first, "used-by-999999999"), "");
    rmSync(join(project, first, `used-by-${process.pid}`));
    write("app/page.tsx", "three");
    const third = await built();
    expect(
      readdirSync(project)
        .filter((name) => name.startsWith(".next-"))
        .sort(),
    ).toEqual([second, third].sort());
  });

  test("is copied again from Next's folder when only the copy is gone", async () => {
    const folder = await built();
    rmSync(join(project, folder), { recursive: true });
    expect(await built()).toBe(folder);
    expect([served(folder), builds()]).toEqual(["one", 1]);
  });

  test.each([
    ["broken", "build-failed", /Unexpected token/],
    ["full", "disk-full", /^The disk is full/],
  ])("that fails (%s) says why and leaves what is served", async (source, code, says) => {
    const first = await built();
    write("app/page.tsx", source);
    const failed = await ensure();
    expect(failed).toMatchObject({ ok: false, problem: { code, message: expect.stringMatching(says) } });
    expect(served(first)).toBe("one");
  });
});
