import { expect, it } from "vitest";
import { HELP_FILES, helpFile } from "./help-file";
import { PARTS } from "./parts";
import { checkText } from "./testing/check-text";

const categories = new Map([["infusion_pump", "Infusion pumps, volumetric"]]);
const linesOf = (name: string) => (helpFile(name, categories) ?? "").trimEnd().split("\r\n");

it.each(HELP_FILES)("%s is there and holds something", (name) => {
  const text = helpFile(name, categories) ?? "";
  expect(text.length).toBeGreaterThan(20);
  if (name.endsWith(".json")) expect(JSON.parse(text)).toBeTypeOf("object");
});

it("knows no other file", () => {
  expect(helpFile("workforce.xlsx", categories)).toBeNull();
  expect(helpFile("constructor", categories)).toBeNull();
});

it("lists each value of a coded column once, with the titles that are read too", async () => {
  expect(linesOf("workforce-allowed-values.csv")).toContain(
    'line_type,budget,Budget,"Budget line; Establishment; Establishment line"',
  );
  expect(linesOf("devices-allowed-values.csv")).toContain(
    'category,infusion_pump,"Infusion pumps, volumetric",',
  );
  for (const { name, columns } of Object.values(PARTS)) {
    const listed = linesOf(`${name}-allowed-values.csv`)
      .slice(1)
      .map((line) => line.split(",").slice(0, 2).join());
    const declared = columns.flatMap(({ name, allowed = [] }) =>
      allowed.map(({ value }) => `${name},${value}`),
    );
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed).toEqual(expect.arrayContaining(declared));
  }
});

it("says of yes and no what the checks take", async () => {
  for (const value of ["yes", "Y", "1", "TRUE", "no", "N", "0", "FALSE"]) {
    const text = `census_date,organisation_code,line_type,role,specialism,afc_band,establishment_wte,annex_21\n2026-03-31,RJ1,budget,trainee,other,6,1,${value}`;
    const { report } = await checkText(text);
    expect(report.findings.filter(({ column }) => column === "annex_21")).toEqual([]);
  }
});
