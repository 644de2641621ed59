import type { Row } from "@/lib/returns/part";
import { safeCsvLine } from "@/lib/returns/safe-csv";
import { SUM_COLUMNS } from "../sum-columns";

/** Every row that a file of single devices adds up to, as CSV; blank is not known. */
export const sumsCsv = (rows: readonly Row[]): string =>
  [
    SUM_COLUMNS.map(({ name }): string => name),
    ...rows.map((row) => SUM_COLUMNS.map(({ name }) => String(row[name] ?? ""))),
  ]
    .map(safeCsvLine)
    .join("");
