import type { CellValue, Row } from "@/lib/returns/part";

const cell = (row: Row, name: string): CellValue => row[name] ?? null;

/** A number of a row that was read by its part's declaration; null where it is empty or the column was not sent. */
export function countIn(row: Row, name: string): number | null {
  const value = cell(row, name);
  return typeof value === "number" ? value : null;
}

/** A text of a row; null where it is empty or the column was not sent. */
export function textIn(row: Row, name: string): string | null {
  const value = cell(row, name);
  return typeof value === "string" ? value : null;
}

/** The members of a set of a row; none where it is empty or the column was not sent. */
export function setIn(row: Row, name: string): readonly string[] {
  const value = cell(row, name);
  return Array.isArray(value) ? value : [];
}
