import { describe, expect, it } from "vitest";
import { checkFile } from "./check-file";
import { checkReturn, type ReturnFile, sumsOfReturn } from "./check-return";
import { exampleTable } from "./checks/clean-lines";
import { RETURN_CHECKS } from "./checks/return-checks";
import type { ExampleReturn } from "./checks/return-rule";
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

const filesOf = (files: ExampleReturn["files"]): ReturnFile[] =>
  files.map(({ part, lines }) => ({
    file: `${part}.csv`,
    part,
    unit: null,
    source: new TextEncoder().encode(csv(exampleTable(part, { lines }))),
  }));

const findingsOfReturn = async ({ files, lastYear }: ExampleReturn) => {
  const before = lastYear && (await sumsOfReturn(filesOf(lastYear), exampleContext));
  if (before && "refused" in before) throw new Error(before.message);
  const report = await checkReturn(filesOf(files), exampleContext, undefined, before?.sums ?? null);
  expect(report.refusal).toBeUndefined();
  expect(report.files.map(({ verdict }) => verdict)).not.toContain("errors");
  return report.findings;
};

describe("every rule of a whole return", () => {
  it("has a code of its own", () => {
    const codes = [...RULES, ...RETURN_CHECKS].map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  for (const { code, severity, mend, example } of RETURN_CHECKS) {
    it(`${code} speaks of the example that trips it, and of that alone`, async () => {
      const found = (await findingsOfReturn(example.trips)).filter((finding) => finding.code === code);
      expect(found).toEqual([
        expect.objectContaining({ severity, message: expect.stringMatching(/\.$/), mend, file: null }),
      ]);
      expect(mend).toMatch(/\.$/);
      expect((await findingsOfReturn(example.passes)).map((finding) => finding.code)).not.toContain(code);
    });
  }
});
