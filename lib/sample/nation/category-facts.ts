import { readTable } from "@/lib/places/csv-table";
import { ok, type Result } from "@/lib/result";

/** What is usual of a category of devices: illustrative, and null where there is no default. */
export type CategoryFacts = {
  emdnCode: string;
  riskClass: string;
  ppmIntervalMonths: number | null;
  ppmHours: number | null;
  repairsPerDeviceYear: number | null;
  repairHours: number | null;
};

const HEADERS = [
  "code",
  "emdn_codes",
  "usual_risk_class",
  "usual_ppm_interval_months",
  "ppm_hours",
  "repairs_per_device_year",
  "repair_hours",
] as const;

/** The facts by category code, from the text of `data/reference/categories.csv`. */
export function readCategoryFacts(categories: string): Result<ReadonlyMap<string, CategoryFacts>> {
  const rows = readTable(categories, "categories.csv", HEADERS);
  if (!rows.ok) return rows;
  const number = (cell: string | null) => (cell === null ? null : Number(cell));
  return ok(
    new Map(
      rows.value.map(({ cell }) => [
        cell("code") ?? "",
        {
          emdnCode: cell("emdn_codes")?.split(";")[0] ?? "",
          riskClass: cell("usual_risk_class") ?? "",
          ppmIntervalMonths: number(cell("usual_ppm_interval_months")),
          ppmHours: number(cell("ppm_hours")),
          repairsPerDeviceYear: number(cell("repairs_per_device_year")),
          repairHours: number(cell("repair_hours")),
        },
      ]),
    ),
  );
}
