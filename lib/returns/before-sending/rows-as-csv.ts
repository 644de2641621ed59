import { cellAsSent } from "../cell-as-sent";
import type { Part, Row } from "../part";
import { safeCsvLine } from "../safe-csv";

/** Rows as a CSV file of the part's declared columns: those that any row fills, and those that are always required. */
export function* rowsAsCsv(part: Part, rows: readonly Row[]): Generator<string> {
  const columns = part.columns.filter(
    ({ name, required }) => required === "always" || rows.some((row) => (row[name] ?? null) !== null),
  );
  yield safeCsvLine(columns.map(({ name }) => name));
  for (const row of rows) yield safeCsvLine(columns.map(({ name }) => cellAsSent(row[name])));
}
