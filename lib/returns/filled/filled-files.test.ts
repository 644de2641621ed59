import { describe, expect, it } from "vitest";
import { checkFile } from "../check-file";
import { checkReturn } from "../check-return";
import { PARTS } from "../parts";
import { exampleContext } from "../testing/example-context";
import { type FilledFile, filledCsv } from "./filled-file";
import { FILLED_FILES } from "./filled-files";
import { OTHER_FILES } from "./other-files";
import { WORKFORCE_FILES } from "./workforce-files";

const context = {
  ...exampleContext,
  categories: new Map(
    ["infusion_pump", "patient_monitor", "ventilator_critical", "ultrasound"].map((code) => [code, code]),
  ),
};
const bytes = (file: FilledFile) => new TextEncoder().encode(filledCsv(file));

describe.each(FILLED_FILES)("the filled file $id", (file) => {
  it("is accepted without a finding but for columns that it does not use", async () => {
    const report = await checkFile({ part: file.part.name, source: bytes(file), context });
    expect(report.verdict).toBe("accepted");
    expect(report.rows).toBe(file.lines.length);
    expect(report.findings.filter(({ code }) => code !== "missing-optional-column")).toEqual([]);
    expect(report.repairs).toEqual([]);
  });

  it("fills declared columns only", () => {
    const names = file.part.columns.map(({ name }) => name);
    for (const line of file.lines) expect(names).toEqual(expect.arrayContaining(Object.keys(line)));
  });
});

describe.each(WORKFORCE_FILES)("a return with $id", (workforce) => {
  it.each(["devices-core", "devices-full"])("and %s has no finding as a whole", async (devices) => {
    const others = OTHER_FILES.filter(
      ({ id }) => id !== "assets" && (!id.startsWith("devices") || id === devices),
    );
    const files = [workforce, ...others].map((file) => ({
      file: `${file.part.name}.csv`,
      part: file.part.name,
      unit: null,
      source: bytes(file),
    }));
    const report = await checkReturn(files, context, 100, null);
    expect(report.findings.filter(({ code }) => code !== "missing-optional-column")).toEqual([]);
    expect(report.verdict).toBe("accepted");
  });

  it("comes to ten WTE funded and 8.6 in post, as every other way of saying it", () => {
    const sum = (name: string) =>
      workforce.lines.reduce((total, line) => total + Number((line as Record<string, string>)[name] ?? 0), 0);
    expect(sum("establishment_wte")).toBeCloseTo(10);
    expect(sum("in_post_wte")).toBeCloseTo(8.6);
  });
});

it("has a filled file of every part", () => {
  expect(new Set(FILLED_FILES.map(({ part }) => part.name))).toEqual(new Set(Object.keys(PARTS)));
});
