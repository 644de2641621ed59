import type { CellValue, Column, PartName, Row } from "./part";
import { PARTS } from "./parts";
import { comparedColumns } from "./row-keys";

/** A cell that is another in a later version. */
export type CellChange = { column: Column; before: CellValue; now: CellValue };

const at = (row: Row, { name }: Column): CellValue => row[name] ?? null;

/** Sets are the same in any order. */
const comparable = (value: CellValue): string =>
  JSON.stringify(Array.isArray(value) ? [...value].sort() : value);

/** The cells in which a row differs from what it was, in the order of the columns. */
export const changesOf = (part: PartName, before: Row, now: Row): CellChange[] =>
  comparedColumns(PARTS[part])
    .map((column) => ({ column, before: at(before, column), now: at(now, column) }))
    .filter((change) => comparable(change.before) !== comparable(change.now));

/** On how many of the rows each column changed, those that changed most first. */
export function changedColumns(
  part: PartName,
  rows: readonly { before: Row | null; now: Row | null }[],
): { column: Column; rows: number }[] {
  const counts = new Map<Column, number>();
  for (const { before, now } of rows)
    for (const { column } of before && now ? changesOf(part, before, now) : [])
      counts.set(column, (counts.get(column) ?? 0) + 1);
  return [...counts].map(([column, count]) => ({ column, rows: count })).sort((a, b) => b.rows - a.rows);
}

/** A cell as people read it: titles for codes, "blank" for nothing, and never a hash for a person. */
export function cellInWords({ name, type, allowed }: Column, value: CellValue): string {
  if (value === null || (Array.isArray(value) && value.length === 0)) return "blank";
  if (name === "person_key") return "a person";
  if (typeof value === "boolean") return value ? "yes" : "no";
  const titleOf = (code: unknown) =>
    allowed?.find((one) => one.value === code)?.title ??
    (type === "code" ? String(code).replaceAll("_", " ") : String(code));
  return Array.isArray(value) ? value.map(titleOf).join("; ") : titleOf(value);
}

/** A change as people read it. One person's key in place of another's is another person. */
export function changeInWords({ column, before, now }: CellChange): string {
  if (column.name === "person_key" && before !== null && now !== null)
    return `${column.title}: another person`;
  return `${column.title}: ${cellInWords(column, before)} \u2192 ${cellInWords(column, now)}`;
}

/** The columns by which people know a row. */
const NAMED_BY: Readonly<Record<PartName, readonly string[]>> = {
  workforce: ["post_ref", "line_type", "role", "afc_band", "specialism", "service_unit"],
  devices: [
    "category",
    "setting",
    "maintenance_model",
    "category_local",
    "owner_organisation_code",
    "service_unit",
    "site_code",
  ],
  assets: ["asset_ref", "category", "manufacturer", "model"],
  activities: ["activity", "specialism", "unit", "owner_organisation_code", "service_unit"],
  flows: ["direction", "role", "afc_band", "month"],
  profile: ["organisation_code", "service_unit"],
};

/** What a row is, in a few words: "P0012, Person, Clinical technologist, Band 6, Renal". */
export const rowInWords = (part: PartName, row: Row): string =>
  NAMED_BY[part]
    .flatMap((name) => {
      const column = PARTS[part].columns.find((one) => one.name === name);
      const value = row[name] ?? null;
      return column && value !== null ? [cellInWords(column, value)] : [];
    })
    .join(", ");
