import type { Repair } from "./report";

/** Repairs made on the way in: each said once, with its count, for consent. */
const REPAIRS = {
  "byte-order-mark": "The file starts with a UTF-8 byte order mark, which was left out.",
  "utf-16": "The file is UTF-16; it was read as such.",
  "windows-1252": "The file is not UTF-8; it was read as Windows-1252.",
  delimiter: "The cells are not parted by commas; the file's own mark was used.",
  "line-ends": "Lines end in a carriage return alone, or in several ways; each was taken as one line end.",
  "lines-above-header": "Lines above the header were left out.",
  "header-spelling": "Headers spelled in another way were matched to the declared columns.",
  "header-mapped": "Headers in your own words were matched to the declared columns, as your mapping says.",
  "own-columns": "Columns that Muster added to a file given back (muster_…) were left out.",
  "blank-columns": "Blank columns were left out.",
  "blank-rows": "Blank rows were left out.",
  "total-row": "A last row that begins with “Total” was left out.",
  "short-rows": "Rows that end early were filled with empty cells.",
  "white-space": "Spaces around values were removed.",
  "empty-words": "“n/a”, “-”, “#N/A” and white space were read as empty.",
  "wrongly-read-letters": "Letters that had been read in the wrong encoding and saved again were mended.",
  "value-spelling": "Values spelled in another way were matched to the declared codes.",
  "value-mapped": "Values in your own words were matched to the declared codes, as your mapping says.",
  "code-form": "Codes in lower case or with spaces inside were set right.",
  "number-form":
    "Numbers with a unit, a pound sign, thousands separators, brackets or a decimal comma were read.",
  "number-rounded": "Numbers with more decimal places than are kept were rounded.",
  "date-form": "Dates not written as 2026-03-31 were read.",
  "date-serial": "Excel's serial day numbers were read as dates.",
  "set-form": "Members of a set not parted by semicolons were read.",
  "formula-text":
    "Cells that could run as a formula were taken as text; they are made harmless in every file given back.",
  apostrophe:
    "An apostrophe that keeps a spreadsheet from running a cell was left out; it is put there again in every file given back.",
  "keys-hashed": "Person keys were hashed with the organisation's own key.",
  "keys-hashed-for-the-run":
    "Person keys were hashed with a key made for this run, since no key file was given.",
} as const;

export type RepairCode = keyof typeof REPAIRS;

/** Repairs that leave something out which no check reads, so that nobody knows what it says. */
export const READ_BY_NO_CHECK = [
  "lines-above-header",
  "own-columns",
  "total-row",
] as const satisfies RepairCode[];

/** A repair with its sentence; null where there is no such code. */
export const repairOf = (code: string, count: number): Repair | null =>
  Object.hasOwn(REPAIRS, code) ? { code, message: REPAIRS[code as RepairCode], count } : null;

/** Counts repairs; a code's sentence comes from the table above. */
export function createRepairLog() {
  const counts = new Map<RepairCode, number>();
  return {
    add(code: RepairCode, count = 1): void {
      if (count > 0) counts.set(code, (counts.get(code) ?? 0) + count);
    },
    repairs: (): Repair[] =>
      (Object.keys(REPAIRS) as RepairCode[])
        .filter((code) => counts.has(code))
        .map((code) => ({ code, message: REPAIRS[code], count: counts.get(code) as number })),
  };
}

export type RepairLog = ReturnType<typeof createRepairLog>;
