import { describe, expect, it } from "vitest";
import { checkReturn, type ReturnFile } from "./check-return";
import { readReturnFileName } from "./return-file";
import { HEADER, LINE } from "./testing/check-text";
import { exampleContext } from "./testing/example-context";

const file = (name: string, text: string): ReturnFile => ({
  file: name,
  ...(readReturnFileName(name) ?? { part: "workforce", unit: null }),
  source: new TextEncoder().encode(text),
});
const DEVICES =
  "period_start,period_end,organisation_code,category,maintenance_model,device_count_end\n2025-04-01,2026-03-31,RJ1,ultrasound,in_house,4\n";
const codes = (findings: readonly { code: string; severity: string }[]) =>
  findings.filter(({ severity }) => severity === "error").map(({ code }) => code);

describe("a return", () => {
  it("has one verdict, and its findings say their part and file", async () => {
    const bad = file("workforce-renal.csv", `${HEADER}\n${LINE.replace(",7,", ",12,")}\n`);
    const report = await checkReturn([file("devices.csv", DEVICES), bad], exampleContext);
    expect(report).toMatchObject({ verdict: "errors", rows: 2 });
    expect(report.findings).toContainEqual(
      expect.objectContaining({
        code: "not-allowed",
        part: "workforce",
        file: "workforce-renal.csv",
        line: 2,
      }),
    );
    expect(report.files.map(({ unit, verdict }) => [unit, verdict])).toEqual([
      [null, "accepted"],
      ["renal", "errors"],
    ]);
  });

  it("needs a workforce part", async () => {
    const report = await checkReturn([file("devices.csv", DEVICES)], exampleContext);
    expect(report.verdict).toBe("errors");
    expect(codes(report.findings)).toEqual(["no-workforce"]);
  });

  it("is refused with any file of it", async () => {
    const report = await checkReturn(
      [file("workforce.csv", `${HEADER}\n${LINE}\n`), file("devices.csv", "")],
      exampleContext,
    );
    expect(report).toMatchObject({
      verdict: "refused",
      refusal: { code: "empty-file", part: "devices", file: "devices.csv" },
    });
  });

  it("believes its profile about whom it serves, wherever among the files that stands", async () => {
    const staff = `${HEADER},employer_organisation_code\n${LINE},RJ2\n`;
    const profile = (served: string) =>
      file("profile.csv", `organisation_code,census_date,organisations_served\nRJ1,2026-03-31,${served}\n`);
    const context = { ...exampleContext, served: null };
    const of = async (...files: ReturnFile[]) =>
      (await checkReturn([file("workforce.csv", staff), ...files], context)).findings
        .filter(({ column }) => column === "employer_organisation_code")
        .map(({ code, severity }) => [code, severity]);
    expect(await of(profile("RJ2"))).toEqual([]);
    expect(await of(profile("RJZ"))).toEqual([["not-among-served", "error"]]);
    expect(await of()).toEqual([["served-not-known", "warning"]]);
  });

  it.each([
    ["workforce.csv", { part: "workforce", unit: null }],
    ["Devices-Renal unit.CSV", { part: "devices", unit: "Renal unit" }],
    ["staff.csv", null],
    ["workforce.xlsx", null],
  ])("knows %s by its name", (name, expected) => {
    expect(readReturnFileName(name)).toEqual(expected);
  });
});
