import Papa from "papaparse";
import { fail, ok, type Result } from "@/lib/result";

/** A row by its headers, with the physical line on which it starts. Cells are trimmed; empty is null. */
export type TableRow = { line: number; cell: (header: string) => string | null };

/** Whether a header, once lower-cased and with spaces as underscores, is the one asked for. */
const plainHeader = (header: string) => header.trim().toLowerCase().replace(/\s+/g, "_");

/**
 * Reads a small CSV with a header row whose columns may stand in any order.
 * Fails, naming the missing headers, when one of `needed` is absent.
 */
export function readTable(text: string, file: string, needed: readonly string[]): Result<TableRow[]> {
  const plain = text.replace(/^\uFEFF/, "");
  const parsed = Papa.parse<string[]>(plain, { delimiter: delimiterOf(plain), skipEmptyLines: false });
  const [headers, ...records] = parsed.data;
  if (headers === undefined || headers.every((header) => header.trim() === "")) {
    return fail("table-empty", `${file} is empty.`, "Give a file with a header row.");
  }
  const position = new Map(headers.map((header, index) => [plainHeader(header), index]));
  const missing = needed.filter((header) => !position.has(header));
  if (missing.length > 0) {
    return fail(
      "table-columns-missing",
      `${file} has no column ${missing.join(", ")}.`,
      `Add the missing column to the header row, which should hold ${needed.join(", ")}.`,
    );
  }
  let line = 1 + newlinesIn(headers);
  const rows: TableRow[] = [];
  for (const record of records) {
    line += 1;
    const startsAt = line;
    line += newlinesIn(record);
    if (record.length === 1 && record[0]?.trim() === "") continue;
    rows.push({
      line: startsAt,
      cell: (header) => {
        const index = position.get(header);
        return (index === undefined ? "" : (record[index] ?? "").trim()) || null;
      },
    });
  }
  return ok(rows);
}

const newlinesIn = (record: readonly string[]) =>
  record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);

/** The separator of a table, told by its header alone: cells may hold lists with separators of their own. */
export function delimiterOf(text: string): string {
  const [header = ""] = text.split(/\r?\n/, 1);
  const times = (separator: string) => header.split(separator).length;
  return [",", ";", "\t", "|"].reduce((best, one) => (times(one) > times(best) ? one : best));
}

/** Writes a CSV in the one form the reference tables have: comma, LF, quotes only where needed. */
export function writeTable(
  headers: readonly string[],
  rows: readonly (readonly (string | number | null | undefined)[])[],
): string {
  const written = (cell: string | number | null | undefined) => {
    const text = cell === null || cell === undefined ? "" : String(cell);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `${[headers, ...rows].map((row) => row.map(written).join(",")).join("\n")}\n`;
}
