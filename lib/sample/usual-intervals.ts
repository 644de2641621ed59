import { readTable } from "@/lib/places/csv-table";
import { ok, type Result } from "@/lib/result";
import type { UsualIntervals } from "./fleet";

/** The usual planned-maintenance intervals, from the text of `data/reference/categories.csv`. */
export function usualIntervals(categories: string): Result<UsualIntervals> {
  const rows = readTable(categories, "categories.csv", ["code", "usual_ppm_interval_months"]);
  if (!rows.ok) return rows;
  return ok(
    new Map(
      rows.value.map((row) => {
        const months = row.cell("usual_ppm_interval_months");
        return [row.cell("code") ?? "", months === null ? null : Number(months)];
      }),
    ),
  );
}
