import { expect, test } from "vitest";
import { readTable } from "@/lib/places/csv-table";
import { committedText } from "@/tests/support/committed-tables";

const DEFAULTS = [
  "ppm_hours",
  "repairs_per_device_year",
  "repair_hours",
  "acceptance_hours",
  "decommission_hours",
];
const headers = ["code", "title", "usual_risk_class", "usual_ppm_interval_months", "evidence", ...DEFAULTS];
const table = readTable(committedText("categories.csv"), "categories.csv", headers);
const rows = table.ok ? table.value : [];

test("there are 59 device categories, each with its own code and title", () => {
  expect(rows).toHaveLength(59);
  expect(new Set(rows.map(({ cell }) => cell("code"))).size).toBe(59);
  expect(new Set(rows.map(({ cell }) => cell("title"))).size).toBe(59);
  for (const { cell } of rows) {
    expect(cell("code")).toMatch(/^[a-z_]+$/);
    expect(["high", "medium", "low"]).toContain(cell("usual_risk_class"));
    expect(Number(cell("usual_ppm_interval_months"))).toBeGreaterThan(0);
  }
});

test("every default is flagged illustrative and has its range; a category without says so and has none", () => {
  for (const { cell } of rows) {
    const evidence = cell("evidence");
    expect(["illustrative", "no_default"]).toContain(evidence);
    for (const name of DEFAULTS) {
      const [low, usual, high] = [cell(`${name}_low`), cell(name), cell(`${name}_high`)];
      if (evidence === "no_default") expect([low, usual, high]).toEqual([null, null, null]);
      else
        expect(Number(low) <= Number(usual) && Number(usual) <= Number(high) && Number(low) > 0).toBe(true);
    }
  }
});
