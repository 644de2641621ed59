import Papa from "papaparse";
import { fail, ok, type Result } from "@/lib/result";
import { isIsoDate } from "./calendar-day";

/** One organisation of an ODS file, as it stands there: its name in capitals, its region and board as of the file. */
export type OdsRecord = {
  /** Physical line, from 1. */
  line: number;
  code: string;
  name: string;
  /** Null where the file leaves it blank, as it does in Wales. */
  region: string | null;
  board: string | null;
  postcode: string | null;
  opens: string | null;
  closes: string | null;
};

/** The file has 27 columns and no header; these are the positions that we read (0 is the first). */
const COLUMNS = 27;
const AT = { code: 0, name: 1, region: 2, board: 3, postcode: 9, opens: 10, closes: 11 } as const;

/** Codes that stood for "none" in older files: no region, no board. */
const PLACEHOLDERS = new Set(["Q99", "W00"]);

/** Whether a text begins like an ODS trust file: no header, 27 columns, a code first and a date eleventh. */
export function looksLikeOdsFile(text: string): boolean {
  const first = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), { preview: 1 }).data[0];
  return (
    first !== undefined &&
    first.length === COLUMNS &&
    /^[A-Z0-9]{3,5}$/.test(first[AT.code] ?? "") &&
    /^\d{8}$/.test(first[AT.opens] ?? "")
  );
}

/** Reads the trust file (`etr`) of the NHS Organisation Data Service: CSV without header, 27 columns, dates YYYYMMDD. */
export function readOdsFile(text: string): Result<OdsRecord[]> {
  const records: OdsRecord[] = [];
  const seen = new Map<string, number>();
  const parsed = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), { skipEmptyLines: true });
  for (const [index, cells] of parsed.data.entries()) {
    const line = index + 1;
    if (cells.length !== COLUMNS) {
      return bad(line, `has ${cells.length} columns, where an ODS trust file has ${COLUMNS}`);
    }
    const cell = (column: keyof typeof AT) => (cells[AT[column]] ?? "").trim() || null;
    const [code, name] = [cell("code"), cell("name")];
    if (code === null || !/^[A-Z0-9]{3,5}$/.test(code))
      return bad(line, `begins with “${code ?? ""}”, which is no code`);
    if (name === null) return bad(line, `gives ${code} no name`);
    const before = seen.get(code);
    if (before !== undefined) return bad(line, `gives ${code} again, which line ${before} gave`);
    seen.set(code, line);
    const [opens, closes] = [isoOf(cell("opens")), isoOf(cell("closes"))];
    if (opens === undefined || closes === undefined) {
      return bad(line, `gives ${code} a date that is none (YYYYMMDD)`);
    }
    const place = (column: "region" | "board") => {
      const given = cell(column);
      return given === null || PLACEHOLDERS.has(given) ? null : given;
    };
    records.push({
      line,
      code,
      name,
      region: place("region"),
      board: place("board"),
      postcode: cell("postcode"),
      opens,
      closes,
    });
  }
  return records.length === 0 ? fail("ods-empty", "The ODS file is empty.", DOWNLOAD) : ok(records);
}

const DOWNLOAD =
  "Download the trust file (etr) again from the NHS Organisation Data Service, and do not edit it.";
const bad = (line: number, what: string) =>
  fail("ods-line", `Line ${line} of the ODS file ${what}.`, DOWNLOAD);

/** Null for blank, undefined for what is no day. */
function isoOf(text: string | null): string | null | undefined {
  if (text === null) return null;
  const iso = text.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3");
  return isIsoDate(iso) ? iso : undefined;
}
