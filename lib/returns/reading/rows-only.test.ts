import { describe, expect, it } from "vitest";
import { PARTS } from "../parts";
import { checkText } from "../testing/check-text";

/** A file of one line, its service unit in front. */
function file(unit: string, cells: Readonly<Record<string, string>>): string {
  const line = { service_unit: unit, ...cells };
  return `${Object.keys(line).join(",")}\n${Object.values(line).join(",")}\n`;
}

describe.each(Object.values(PARTS))("the last row of $name that begins with “Total”", (part) => {
  const [example] = part.examples;

  it("is a row where it says what it is", async () => {
    const { rows } = await checkText(file("Total care", { ...example }), part.name);
    expect(rows.map(({ row }) => row)).toMatchObject([{ service_unit: "Total care" }]);
  });

  it("is left out, and said, where it holds sums alone", async () => {
    const { service_unit: _, ...cells } = { ...example, service_unit: "" };
    const sums = `Total${",".repeat(Object.keys(cells).length)}\n`;
    const { report, rows } = await checkText(`${file("Renal", cells)}${sums}`, part.name);
    expect(rows).toHaveLength(1);
    expect(report.repairs.map(({ code }) => code)).toContain("total-row");
  });
});
