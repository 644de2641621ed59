import { writeTable } from "@/lib/places/csv-table";
import type { PartName } from "@/lib/returns/part";

/** One line of a part by declared column name; a column that is absent is blank. */
export type Line = Readonly<Record<string, string>>;

/** One file of a return. `text` is as it was meant to be sent; `bytes` are what is sent where the file was spoilt. */
export type NationFile = {
  part: PartName;
  /** The unit that sends it; empty where one file holds the whole organisation's. */
  serviceUnit: string;
  name: string;
  text: string;
  bytes?: Uint8Array;
};

/** `workforce.csv`, and `workforce-renal-technology.csv` for a unit's own. */
export const fileName = (part: PartName, serviceUnit: string): string =>
  serviceUnit === "" ? `${part}.csv` : `${part}-${serviceUnit.toLowerCase().replaceAll(" ", "-")}.csv`;

/** Writes lines as a part's file: these columns, UTF-8, comma, LF. `common` has what every line has. */
export function partFile(
  part: PartName,
  serviceUnit: string,
  columns: readonly string[],
  lines: readonly Line[],
  common: Line = {},
): NationFile {
  const text = writeTable(
    columns,
    lines.map((line) => columns.map((column) => common[column] ?? line[column] ?? "")),
  );
  return { part, serviceUnit, name: fileName(part, serviceUnit), text };
}

/** The same, of rows whose cells are in the columns' order and are codes and numbers, so that none needs quotes. */
export function plainFile(
  part: PartName,
  serviceUnit: string,
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): NationFile {
  const text = `${columns.join(",")}\n${rows.map((row) => `${row.join(",")}\n`).join("")}`;
  return { part, serviceUnit, name: fileName(part, serviceUnit), text };
}

/** The first day of the twelve months that end with a census on 31 March. */
export const periodStart = (census: string): string => `${Number(census.slice(0, 4)) - 1}-04-01`;

/** A number as it is written: without needless zeros. */
export const decimal = (value: number, places: number): string =>
  String(Math.round(value * 10 ** places) / 10 ** places);
