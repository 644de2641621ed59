import { MEASURES } from "@/lib/measures/catalogue";
import type { Measure } from "@/lib/measures/measure";
import type { PartName } from "@/lib/returns/part";

/** What a column of single devices comes to when they are summed; the others keep their name. */
const SUMMED_AS: Readonly<Record<string, readonly string[]>> = {
  asset_ref: ["device_count_end"],
  connected: ["connected_count"],
  unsupported_os: ["unsupported_os_count"],
  commissioned: ["mean_age_years", "over_life_count"],
  expected_life_years: ["over_life_count"],
};

/**
 * The measures that need a column, as their own declarations say. Counts that other measures rest on are named only
 * where nothing else needs the column.
 */
export function measuresOfColumn(part: PartName, column: string): readonly Measure[] {
  const names = part === "assets" ? (SUMMED_AS[column] ?? [column]) : [column];
  const read = part === "assets" ? "devices" : part;
  const needing = MEASURES.filter(
    ({ source }) => source.part === read && names.some((name) => source.columns.includes(name)),
  );
  const shown = needing.filter(({ base }) => !base);
  return shown.length > 0 ? shown : needing;
}
