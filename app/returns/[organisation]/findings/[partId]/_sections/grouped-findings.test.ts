import { expect, test } from "vitest";
import type { Finding } from "@/lib/returns/report";
import { groupedFindings } from "./grouped-findings";

const finding = (code: string, column: string | null, line: number | null = null): Finding => ({
  severity: "notice",
  code,
  line,
  column,
  header: null,
  position: null,
  value: null,
  message: `There is no column ${column}.`,
  mend: "Add it when you have it.",
});

test("columns that a file leaves out are one line that names them all, where the first stood", () => {
  const other = finding("over-establishment", "in_post_wte", 4);
  const grouped = groupedFindings([
    finding("missing-optional-column", "annex_21"),
    other,
    finding("missing-optional-column", "absence"),
  ]);
  expect(grouped).toHaveLength(2);
  expect(grouped[0]?.message).toBe("2 optional columns are not in the file: annex_21, absence.");
  expect(grouped[0]?.column).toBeNull();
  expect(grouped[1]).toBe(other);
});

test("one column left out is said as it is, and other rules are never put together", () => {
  const findings = [
    finding("missing-optional-column", "absence"),
    finding("age-missing", "age_band", 2),
    finding("age-missing", "age_band", 3),
  ];
  expect(groupedFindings(findings)).toEqual(findings);
});
