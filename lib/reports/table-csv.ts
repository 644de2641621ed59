import { csvOf } from "./csv-lines";
import type { Table } from "./table";

/** A table as CSV (RFC 4180), the names of its columns first. */
export const tableCsv = ({ columns, rows }: Pick<Table, "columns" | "rows">): string =>
  csvOf([columns.map(({ name }) => name), ...rows]);
