import Papa from "papaparse";

/** A file as cells, header first, for what spoils it to change. */
export type Table = string[][];

export const tableOf = (text: string): Table => Papa.parse<string[]>(text, { skipEmptyLines: true }).data;

/** Cells parted by a mark and lines ended in a way; quoted where they must be. */
export const textOf = (table: Table, delimiter = ",", lineEnd = "\n"): string =>
  `${table
    .map((cells) =>
      cells
        .map((cell) =>
          cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
        )
        .join(delimiter),
    )
    .join(lineEnd)}${lineEnd}`;

export const columnOf = (table: Table, column: string): number => table[0]?.indexOf(column) ?? -1;

/** Writes some cells of a column anew: those for which `change` gives a text. */
export function withCells(
  table: Table,
  column: string,
  change: (cell: string, row: number) => string | undefined,
): Table {
  const at = columnOf(table, column);
  return table.map((cells, row) => {
    const next = row === 0 || at < 0 ? undefined : change(cells[at] ?? "", row);
    return next === undefined ? cells : cells.with(at, next);
  });
}

/** The same for every cell of the first row that is filled in the column. */
export function withFirst(table: Table, column: string, change: (cell: string) => string): Table {
  const at = columnOf(table, column);
  const first = table.findIndex((cells, row) => row > 0 && cells[at]);
  return withCells(table, column, (cell, row) => (row === first ? change(cell) : undefined));
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** UTF-16 with its byte order mark. */
export function utf16(text: string, order: "little" | "big"): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  const little = order === "little";
  view.setUint16(0, 0xfeff, little);
  for (let at = 0; at < text.length; at += 1) view.setUint16(2 + at * 2, text.charCodeAt(at), little);
  return bytes;
}

/** Windows-1252, of texts whose only letters beyond Latin-1 are the dash and the quotation marks. */
export function windows1252(text: string): Uint8Array {
  const beyond: Readonly<Record<string, number>> = { "–": 0x96, "‘": 0x91, "’": 0x92, "“": 0x93, "”": 0x94 };
  return Uint8Array.from(text, (letter) => beyond[letter] ?? letter.charCodeAt(0));
}
