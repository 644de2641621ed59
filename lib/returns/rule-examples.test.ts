import { describe, expect, it } from "vitest";
import { checkFile } from "./check-file";
import { exampleTable } from "./checks/clean-lines";
import type { Example } from "./checks/rule";
import { RULES } from "./checks/rules";
import type { PartName } from "./part";
import { exampleContext } from "./testing/example-context";

const csv = (table: readonly (readonly string[])[]) =>
  table
    .map((line) =>
      line.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(","),
    )
    .join("\n");

const codesOf = async (part: PartName, example: Example, code: string) => {
  const source = new TextEncoder().encode(example.text ?? csv(exampleTable(part, example)));
  const context = { ...exampleContext, served: code === "served-not-known" ? null : exampleContext.served };
  const report = await checkFile({ part, source, context });
  expect(report.refusal).toBeUndefined();
  return report.findings;
};

describe("every rule", () => {
  it("has a code of its own", () => {
    expect(new Set(RULES.map(({ code }) => code)).size).toBe(RULES.length);
  });

  for (const { code, severity, mend, example } of RULES) {
    it(`${code} speaks of the example that trips it, with what is wrong and how to mend it`, async () => {
      const findings = await codesOf(example.part, example.trips, code);
      const found = findings.filter((finding) => finding.code === code);
      expect(found.length).toBeGreaterThan(0);
      expect(found[0]).toMatchObject({ severity, message: expect.stringMatching(/\.$/) });
      expect(found[0]?.mend.length ?? 0).toBeGreaterThan(10);
      expect(mend).toMatch(/\.$/);
    });

    it(`${code} is silent about the example that does not`, async () => {
      const findings = await codesOf(example.part, example.passes, code);
      expect(findings.filter((finding) => finding.code === code)).toEqual([]);
    });
  }
});
