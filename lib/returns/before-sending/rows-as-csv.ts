import type { CellValue, Part, Row } from "../part";
import { safeCsvLine } from "../safe-csv";

/** A value as a file of ours writes it. */
function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "object" ? value.join(";") : String(value);
}

/** Rows as a CSV file of the part's declared columns: those that any row fills, and those that are always required. */
export function* rowsAsCsv(part: Part, rows: readonly Row[]): Generator<string> {
  const columns = part.columns.filter(
    ({ name, required }) => required === "always" || rows.some((row) => (row[name] ?? null) !== null),
  );
  yield safeCsvLine(columns.map(({ name }) => name));
  for (const row of rows) yield safeCsvLine(columns.map(({ name }) => cellText(row[name])));
}
