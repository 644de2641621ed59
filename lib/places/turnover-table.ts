import { fail, ok, type Result } from "@/lib/result";
import { readTable, writeTable } from "./csv-table";
import { TURNOVER_FLOWS, type TurnoverRow } from "./turnover";

const KINDS = ["wte", "headcount"] as const;
const NUMBERS = KINDS.flatMap((kind) =>
  TURNOVER_FLOWS.map((flow) => ({ flow, kind, header: `${flow}_${kind}` })),
);

/** The headers of `data/reference/turnover.csv`. Months are `2025-10`. */
export const TURNOVER_HEADERS = [
  "organisation",
  "name",
  "month",
  ...NUMBERS.map(({ header }) => header),
  "source",
];

/** Reads `turnover.csv`. An empty number is not known. */
export function readTurnoverTable(text: string): Result<TurnoverRow[]> {
  const table = readTable(text, "turnover.csv", TURNOVER_HEADERS);
  if (!table.ok) return table;
  const rows: TurnoverRow[] = [];
  for (const { line, cell } of table.value) {
    const [organisation, month, source] = [cell("organisation"), cell("month"), cell("source")];
    if (organisation === null || source === null || !/^\d{4}-(0[1-9]|1[0-2])$/.test(month ?? "")) {
      return fail(
        "turnover-table",
        `turnover.csv, line ${line}: the organisation, the month or the source is missing.`,
      );
    }
    const row: TurnoverRow = {
      organisation,
      name: cell("name") ?? organisation,
      month: month ?? "",
      start: { wte: null, headcount: null },
      end: { wte: null, headcount: null },
      joiners: { wte: null, headcount: null },
      leavers: { wte: null, headcount: null },
      source,
    };
    for (const { flow, kind, header } of NUMBERS) {
      const value = cell(header);
      if (value !== null && !(Number(value) >= 0)) {
        return fail(
          "turnover-table",
          `turnover.csv, line ${line}: ${header} is “${value}”, which is no number.`,
        );
      }
      row[flow][kind] = value === null ? null : Number(value);
    }
    rows.push(row);
  }
  return ok(rows);
}

/** Writes `turnover.csv`, by organisation and month. */
export function writeTurnoverTable(rows: readonly TurnoverRow[]): string {
  const sorted = [...rows].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return writeTable(
    TURNOVER_HEADERS,
    sorted.map((row) => [
      row.organisation,
      row.name,
      row.month,
      ...NUMBERS.map(({ flow, kind }) => row[flow][kind]),
      row.source,
    ]),
  );
}

const keyOf = ({ organisation, month }: TurnoverRow) => `${organisation} ${month}`;

/** The table with the rows of a file put in: which are new, which change what stood there, and which say the same. */
export function mergeTurnover(
  table: readonly TurnoverRow[],
  file: readonly TurnoverRow[],
): {
  rows: TurnoverRow[];
  added: TurnoverRow[];
  changed: { before: TurnoverRow; after: TurnoverRow }[];
  same: number;
} {
  const merged = new Map(table.map((row) => [keyOf(row), row]));
  const added: TurnoverRow[] = [];
  const changed: { before: TurnoverRow; after: TurnoverRow }[] = [];
  let same = 0;
  for (const row of file) {
    const before = merged.get(keyOf(row));
    if (before === undefined) added.push(row);
    else if (writeTurnoverTable([before]) === writeTurnoverTable([row])) same += 1;
    else changed.push({ before, after: row });
    merged.set(keyOf(row), row);
  }
  return { rows: [...merged.values()], added, changed, same };
}
