import type { Cell, CellType, Table } from "./table";

export type Row = Record<string, string | number | boolean | null>;

const valueIn = (cell: Cell, type: CellType): Row[string] =>
  type === "yes_no" && cell !== null ? cell === "yes" : cell;

/** The rows of a table as objects: numbers as numbers, yes and no as true and false, empty as null. */
export const tableObjects = ({ columns, rows }: Pick<Table, "columns" | "rows">): Row[] =>
  rows.map((row) =>
    Object.fromEntries(columns.map(({ name, type }, at) => [name, valueIn(row[at] ?? null, type)])),
  );

/** A table as a JSON array of its rows, one a line. */
export const tableJson = (table: Pick<Table, "columns" | "rows">): string => {
  const lines = tableObjects(table).map((row) => JSON.stringify(row));
  return lines.length === 0 ? "[]\n" : `[\n${lines.join(",\n")}\n]\n`;
};
