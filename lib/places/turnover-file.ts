import { fail, ok, type Result } from "@/lib/result";
import { readTable, type TableRow } from "./csv-table";
import {
  OFFICIAL_STAFF_GROUP,
  type StaffCount,
  TURNOVER_FLOWS,
  type TurnoverFlow,
  type TurnoverRow,
} from "./turnover";

const HEADERS = [
  "period",
  "type",
  "reporting_org_code",
  "reporting_org_name",
  "staff_group_1_name",
  "hc",
  "fte",
] as const;

const FLOW_OF_TYPE: Readonly<Record<string, TurnoverFlow>> = {
  "denominator at start of period": "start",
  "denominator at end of period": "end",
  joiners: "joiners",
  leavers: "leavers",
};

/** What a file of monthly turnover by organisation and staff group says of the group that we keep. */
export type TurnoverFile = {
  /** In order, as `2025-10`. */
  months: readonly string[];
  rows: readonly TurnoverRow[];
  /** Every organisation in the file, of any staff group. */
  reporting: number;
  /** Organisations that report, but no staff of the group. */
  withoutGroup: readonly { code: string; name: string }[];
  /** Rows that the file leaves out because they would be zero, and which stand here as 0. */
  zeros: { joiners: number; leavers: number };
  /** Figures that are about exactly one person. The source publishes them. */
  countsOfOne: number;
  /** The board that the file gives each organisation, by code: that of the file's time. */
  boards: ReadonlyMap<string, string>;
};

/** Whether a text begins like a turnover file: its header row has the columns we need. */
export function looksLikeTurnoverFile(text: string): boolean {
  const headers =
    text
      .replace(/^\uFEFF/, "")
      .split(/\r?\n/, 1)[0]
      ?.toLowerCase()
      .replaceAll('"', "")
      .split(",") ?? [];
  return HEADERS.every((header) => headers.some((given) => given.trim() === header));
}

/**
 * Reads NHS England's turnover benchmarking file (CSV, columns in any order): for each organisation and month the
 * staff of the group at start and end, joiners and leavers, in WTE and people.
 * The file has no row where a count is zero. So a missing row is 0 where the organisation reports that side of the
 * month (any staff group at the start for leavers, at the end for joiners), and not known where it does not.
 */
export function readTurnoverFile(text: string): Result<TurnoverFile> {
  const table = readTable(text, "The turnover file", HEADERS);
  if (!table.ok) return table;
  const counts = new Map<string, StaffCount>();
  const reports = new Set<string>();
  const names = new Map<string, string>();
  const boards = new Map<string, string>();
  const months = new Set<string>();
  const ofGroup = new Set<string>();
  let countsOfOne = 0;

  for (const row of table.value) {
    const read = readRow(row);
    if (!read.ok) return read;
    const { code, name, month, flow, inGroup, count, board } = read.value;
    months.add(month);
    names.set(code, name);
    if (board !== null) boards.set(code, board);
    reports.add(`${code} ${month} ${flow}`);
    if (!inGroup) continue;
    const key = `${code} ${month} ${flow}`;
    if (counts.has(key)) {
      return fail(
        "turnover-twice",
        `Line ${row.line} gives ${code} (${name}) a second count of the same kind.`,
        TAKE_AGAIN,
      );
    }
    counts.set(key, count);
    ofGroup.add(code);
    if (count.headcount === 1) countsOfOne += 1;
  }
  if (ofGroup.size === 0) {
    return fail(
      "turnover-group",
      `The file has no row of “${OFFICIAL_STAFF_GROUP}”.`,
      "Choose the file by staff group.",
    );
  }

  const zeros = { joiners: 0, leavers: 0 };
  const rows = [...ofGroup].sort().flatMap((code) =>
    [...months].sort().flatMap((month): TurnoverRow[] => {
      const known = (side: "start" | "end") => reports.has(`${code} ${month} ${side}`);
      if (!known("start") && !known("end")) return [];
      const count = (flow: TurnoverFlow): StaffCount => {
        const given = counts.get(`${code} ${month} ${flow}`);
        if (given) return given;
        if (!known(flow === "start" || flow === "leavers" ? "start" : "end"))
          return { wte: null, headcount: null };
        if (flow === "joiners" || flow === "leavers") zeros[flow] += 1;
        return { wte: 0, headcount: 0 };
      };
      const [start, end, joiners, leavers] = TURNOVER_FLOWS.map(count) as [
        StaffCount,
        StaffCount,
        StaffCount,
        StaffCount,
      ];
      const source = `nhs-england-turnover-${month}`;
      return [
        { organisation: code, name: names.get(code) ?? code, month, start, end, joiners, leavers, source },
      ];
    }),
  );
  const withoutGroup = [...names]
    .filter(([code]) => !ofGroup.has(code))
    .map(([code, name]) => ({ code, name }));
  return ok({
    months: [...months].sort(),
    rows,
    reporting: names.size,
    withoutGroup,
    zeros,
    countsOfOne,
    boards,
  });
}

const TAKE_AGAIN = "Download the file again from NHS England, and do not edit it.";

type FileRow = {
  code: string;
  name: string;
  month: string;
  flow: TurnoverFlow;
  inGroup: boolean;
  count: StaffCount;
  board: string | null;
};

function readRow({ line, cell }: TableRow): Result<FileRow> {
  const bad = (header: string, what: string) =>
    fail(
      "turnover-cell",
      `Line ${line} of the turnover file: ${header} is “${cell(header) ?? ""}”, ${what}.`,
      TAKE_AGAIN,
    );
  const code = cell("reporting_org_code");
  if (code === null) return bad("reporting_org_code", "which names no organisation");
  const month = /^\d{6} to (\d{4})(0[1-9]|1[0-2])$/.exec(cell("period") ?? "");
  if (month === null) return bad("period", "where we expect “202509 to 202510”");
  const flow = FLOW_OF_TYPE[cell("type")?.toLowerCase() ?? ""];
  if (flow === undefined)
    return bad("type", "where we expect the denominator at start or end of period, joiners or leavers");
  const [wte, headcount] = [Number(cell("fte") ?? Number.NaN), Number(cell("hc") ?? Number.NaN)];
  if (!(wte >= 0)) return bad("fte", "which is no number of WTE");
  if (!(Number.isInteger(headcount) && headcount >= 0)) return bad("hc", "which is no number of people");
  return ok({
    code,
    name: cell("reporting_org_name") ?? code,
    month: `${month[1]}-${month[2]}`,
    flow,
    inGroup: cell("staff_group_1_name") === OFFICIAL_STAFF_GROUP,
    count: { wte, headcount },
    board: cell("ics_code"),
  });
}
