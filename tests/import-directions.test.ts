import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const importing = (module: string) => `import { thing } from "${module}";\n\nexport const other = thing;\n`;
const environment = "export const port = process.env.PORT;\n";

/** What, the file it stands in, what the file says, and the rule that refuses it. */
const refused: [string, string, string, string][] = [
  ["app importing db", "app/(published)/page.tsx", importing("@/db/pool"), "noRestrictedImports"],
  [
    "app importing db by a relative path",
    "app/returns/page.tsx",
    importing("../../db/pool"),
    "noRestrictedImports",
  ],
  [
    "app importing commands",
    "app/health/route.ts",
    importing("@/lib/command-line/say"),
    "noRestrictedImports",
  ],
  ["pure lib importing db", "lib/measures/rate.ts", importing("@/db/queries/parts"), "noRestrictedImports"],
  ["pure lib importing app", "lib/charts/bar.ts", importing("@/app/layout"), "noRestrictedImports"],
  [
    "pure lib importing services",
    "lib/places/place.ts",
    importing("@/lib/services/site"),
    "noRestrictedImports",
  ],
  [
    "pure lib importing services by a path",
    "lib/places/name.ts",
    importing("../services/site"),
    "noRestrictedImports",
  ],
  ["db importing app", "db/pool.ts", importing("@/app/layout"), "noRestrictedImports"],
  ["db importing services", "db/queries/parts.ts", importing("@/lib/services/site"), "noRestrictedImports"],
  ["services importing app", "lib/services/site.ts", importing("@/app/layout"), "noRestrictedImports"],
  [
    "services importing commands",
    "lib/services/a.ts",
    importing("@/lib/command-line/say"),
    "noRestrictedImports",
  ],
  ["commands importing app", "lib/command-line/start.ts", importing("@/app/layout"), "noRestrictedImports"],
  ["pure lib importing files", "lib/returns/a.ts", importing("node:fs"), "noRestrictedImports"],
  [
    "pure lib importing files as promises",
    "lib/returns/b.ts",
    importing("node:fs/promises"),
    "noRestrictedImports",
  ],
  ["pure lib importing the network", "lib/places/a.ts", importing("node:net"), "noRestrictedImports"],
  [
    "pure lib importing programs",
    "lib/disclosure/a.ts",
    importing("node:child_process"),
    "noRestrictedImports",
  ],
  ["pure lib importing the database's driver", "lib/disclosure/b.ts", importing("pg"), "noRestrictedImports"],
  ["pure lib reading the environment", "lib/disclosure/c.ts", environment, "noRestrictedGlobals"],
];

const allowed: [string, string, string][] = [
  ["app importing services", "app/page.tsx", importing("@/lib/services/site")],
  ["app importing pure lib", "app/layout.tsx", importing("@/lib/measures/rate")],
  ["services importing db", "lib/services/b.ts", importing("@/db/pool")],
  ["services reading the environment", "lib/services/c.ts", environment],
  ["commands importing services", "lib/command-line/a.ts", importing("@/lib/services/site")],
  ["db importing pure lib", "db/queries/a.ts", importing("@/lib/returns/part")],
  ["pure lib importing pure lib", "lib/measures/a.ts", importing("@/lib/result")],
  ["pure lib importing hashes", "lib/access/a.ts", importing("node:crypto")],
  ["a test of pure lib importing files", "lib/places/a.test.ts", importing("node:fs")],
];

describe("imports point one way", () => {
  const rules = new Map<string, string[]>();
  const folder = mkdtempSync(join(tmpdir(), "muster-lint-"));
  beforeAll(() => {
    copyFileSync("biome.json", join(folder, "biome.json"));
    for (const [, file, content] of [...refused, ...allowed]) {
      mkdirSync(join(folder, dirname(file)), { recursive: true });
      writeFileSync(join(folder, file), content);
    }
    const biome = resolve("node_modules/@biomejs/biome/bin/biome");
    const { stdout } = spawnSync(
      process.execPath,
      [biome, "lint", "--error-on-warnings", "--max-diagnostics=none", "--reporter=json"],
      { cwd: folder, encoding: "utf8" },
    );
    for (const { category, location } of JSON.parse(stdout).diagnostics) {
      const file = typeof location.path === "string" ? location.path : location.path.file;
      rules.set(file, [...(rules.get(file) ?? []), category.split("/").at(-1)]);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(refused)("%s is refused", (_what, file, _content, rule) => {
    expect(rules.get(file)).toEqual([rule]);
  });

  test.each(allowed)("%s is allowed", (_what, file) => {
    expect(rules.get(file)).toBeUndefined();
  });
});

test("the pure part of lib asks no clock and draws no lots", () => {
  const files = readdirSync("lib", { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter(
      (file) =>
        /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !/^(services|command-line)\//.test(file),
    );
  expect(files.length).toBeGreaterThan(20);
  const impure = /Date\.now\(|new Date\(\s*\)|Math\.random\(/;
  expect(files.filter((file) => impure.test(readFileSync(join("lib", file), "utf8")))).toEqual([]);
});
