import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { explainFailure, isInstalled } from "./install.mjs";

type Lock = Record<string, { version?: string; integrity?: string; optional?: boolean; dev?: boolean }>;

const wanted: Lock = {
  "": {},
  "node_modules/one": { version: "1.0.0", integrity: "sha512-one" },
  "node_modules/for-tests": { version: "2.0.0", integrity: "sha512-two", dev: true },
  "node_modules/for-windows": { version: "1.0.0", integrity: "sha512-three", optional: true },
};
const { "node_modules/for-windows": _other, "": _root, ...present } = wanted;

describe("whether the packages are installed", () => {
  let project: string;
  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), "muster-install-"));
    mkdirSync(join(project, "node_modules"));
    writeFileSync(join(project, "package-lock.json"), JSON.stringify({ packages: wanted }));
  });
  afterEach(() => rmSync(project, { recursive: true }));

  const { "node_modules/for-tests": _tests, ...withoutTests } = present;
  test.each<[string, Lock | undefined, boolean]>([
    ["nothing is there", undefined, false],
    ["all is there but what is for another platform", present, true],
    ["the development packages are missing", withoutTests, false],
    ["a package is of another version", { ...present, "node_modules/one": { version: "0.9.0" } }, false],
    [
      "a package has other content",
      { ...present, "node_modules/one": { version: "1.0.0", integrity: "sha512-other" } },
      false,
    ],
  ])("when %s", (_description, packages, installed) => {
    if (packages) {
      writeFileSync(join(project, "node_modules", ".package-lock.json"), JSON.stringify({ packages }));
    }
    expect(isInstalled(project)).toBe(installed);
  });
});

describe("why the packages could not be installed", () => {
  test.each([
    ["npm error code ENOTFOUND\nnpm error network request failed", "The npm registry is out of reach"],
    ["npm error code ECONNREFUSED", "The npm registry is out of reach"],
    ["npm error nospc ENOSPC: no space left on device, write", "The disk is full"],
    ["npm error code EACCES", "This user may not write in the project's folder"],
  ])("%j is told in one sentence with what to do", (output, sentence) => {
    const told = explainFailure(output);
    expect(told).toContain(sentence);
    expect(told).not.toContain("\n");
  });

  test("a disk that was full meanwhile is the reason, though npm does not say so", () => {
    const silent = "npm error A complete log of this run can be found in: debug-0.log";
    expect(explainFailure(silent, 4096)).toMatch(/^The disk is full/);
    expect(explainFailure(silent, 10 ** 9)).not.toContain("disk");
  });

  test("anything else is told in npm's own words", () => {
    expect(explainFailure("npm error code EINTEGRITY\n")).toMatch(/^npm error code EINTEGRITY\n/);
  });
});
