import { unzipSync, zipSync } from "fflate";
import writeExcelFile, { type CellObject, type Row } from "write-excel-file/universal";
import type { Cell, CellType, Table } from "./table";

/** A sheet of a workbook: a table, with what there is to say of it in lines above. */
export type Sheet = { name: string; above?: readonly string[]; table: Pick<Table, "columns" | "rows"> };

export const WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The earliest day that a ZIP can hold: the same sheets are the same bytes whenever they are written. */
const ALWAYS = "1980-01-01T00:00:00";
const DAY = "yyyy-mm-dd";
const WIDEST = 60;
const NAME_LENGTH = 31;

/**
 * A workbook with typed cells: numbers are numbers, dates are dates, yes and no are TRUE and FALSE, and a text is a text
 * whatever it begins with. Each sheet's heading stays in view.
 */
export async function workbookOf(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const names = sheetNames(sheets.map(({ name }) => name));
  const blob = await writeExcelFile(
    sheets.map(({ above = [], table }, at) => ({
      sheet: names[at] ?? "",
      stickyRowsCount: above.length + 1,
      columns: table.columns.map((_, column) => ({ width: widthOf(table, column) })),
      data: [
        ...above.map((line): Row => [{ value: line, type: String }]),
        table.columns.map(({ name }): CellObject => ({ value: name, type: String, fontWeight: "bold" })),
        ...table.rows.map((row) =>
          table.columns.map(({ type }, column) => cellOf(row[column] ?? null, type)),
        ),
      ],
    })),
  ).toBlob();
  const parts = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  return new Uint8Array(zipSync(parts, { mtime: ALWAYS, level: 6 }));
}

function cellOf(cell: Cell, type: CellType): CellObject | null {
  if (cell === null) return null;
  if (typeof cell === "number") return { value: cell, type: Number };
  if (type === "date") return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: DAY };
  if (type === "yes_no") return { value: cell === "yes", type: Boolean };
  return { value: cell, type: String };
}

function widthOf({ columns, rows }: Sheet["table"], column: number): number {
  let width = columns[column]?.name.length ?? 0;
  for (const row of rows) width = Math.max(width, String(row[column] ?? "").length);
  return Math.min(width, WIDEST) + 2;
}

/** Names that a spreadsheet takes: none of its marks, short, and each once. */
function sheetNames(given: readonly string[]): string[] {
  const names: string[] = [];
  for (const name of given) {
    const plain =
      name
        .replace(/[\\/?*[\]:']/g, " ")
        .replace(/ +/g, " ")
        .trim() || "Sheet";
    const cut = (length: number) => plain.slice(0, length).trimEnd();
    let free = cut(NAME_LENGTH);
    for (let next = 2; names.some((one) => one.toLowerCase() === free.toLowerCase()); next++)
      free = `${cut(NAME_LENGTH - String(next).length - 1)} ${next}`;
    names.push(free);
  }
  return names;
}
