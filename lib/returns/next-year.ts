import { cellAsSent } from "./cell-as-sent";
import type { Column, Part, PartName, Row } from "./part";
import { PARTS } from "./parts";
import { safeCsvLine } from "./safe-csv";
import { censusBefore, periodStart } from "./twelve-months";

/** What a new year's row takes from last year's: a column that is not named is kept as it was. */
type NextYear = {
  /** Facts of one year, or of its last day, that somebody has to say anew. */
  blank: readonly string[];
  /** Where last year ended is where this year starts: the new column, and the one that it is filled from. */
  from?: Readonly<Record<string, string>>;
};

const PLANNED_WORK = ["ppm_due", "ppm_due_done", "ppm_on_time", "ppm_not_found", "ppm_jobs", "ppm_hours"];
const REPAIRS = ["repair_jobs", "repair_hours"];

/** By part; of flows nothing is kept, since they are what happened in one year. */
const NEXT_YEAR: Readonly<Partial<Record<PartName, NextYear>>> = {
  // So many months more would be a guess: the post may have been filled and left again.
  workforce: { blank: ["vacancy_months"] },
  devices: {
    blank: [
      "device_count_end",
      "added",
      "disposed",
      "transferred_in",
      "transferred_out",
      "connected_count",
      "unsupported_os_count",
      "over_life_count",
      "mean_age_years",
      "acquisition_value_gbp",
      "replacement_value_gbp",
      "contract_cost_gbp",
      "parts_cost_gbp",
      ...PLANNED_WORK,
      ...REPAIRS,
      "backlog_jobs_end",
      "median_days_to_repair",
      "acceptance_jobs",
      "decommission_jobs",
    ],
    from: { device_count_start: "device_count_end", backlog_jobs_start: "backlog_jobs_end" },
  },
  assets: { blank: [...PLANNED_WORK, ...REPAIRS] },
  activities: { blank: ["volume", "hours"] },
  profile: {
    blank: [
      "establishment_ledger_wte",
      "sufficiency",
      "expected_retirements_1y",
      "expected_retirements_2y",
      "partially_retired_headcount",
      "device_procurements_12m",
      "procurements_from_specification",
      "procurements_not_consulted",
      "network_incidents_12m",
      "network_incidents_before_harm",
      "sickness_days",
      "other_absence_days",
      "explanation",
    ],
  },
};

/** The parts that start from last year's rows. */
export const hasNextYear = (part: PartName): boolean => NEXT_YEAR[part] !== undefined;

/** The columns that somebody has to say anew, in the order of the part. */
export const saidAnew = (part: PartName): Column[] =>
  PARTS[part].columns.filter(({ name }) => NEXT_YEAR[part]?.blank.includes(name));

/** What the collection fixes: dates of the new census. */
function dateOf(equals: NonNullable<Column["equals"]>, census: string): string {
  return equals === "period_start" ? periodStart(census) : census;
}

/** A device that was out of use when last year ended is none of this year's. */
const isOver = (part: PartName, { disposed }: Row, census: string): boolean =>
  part === "assets" && typeof disposed === "string" && disposed <= censusBefore(census);

/** A row of last year as this year starts from it, cell by cell in the given columns; null where it does not go on. */
export function nextYearCells(
  { name }: Part,
  columns: readonly Column[],
  row: Row,
  census: string,
): string[] | null {
  if (isOver(name, row, census)) return null;
  const { blank = [], from = {} } = NEXT_YEAR[name] ?? {};
  return columns.map((column) => {
    if (column.equals) return dateOf(column.equals, census);
    const source = from[column.name];
    if (source) return cellAsSent(row[source]);
    return blank.includes(column.name) ? "" : cellAsSent(row[column.name]);
  });
}

/**
 * The columns of next year's file: the template's, but for optional ones that last year's file did not have, since a
 * column that is there and blank says "none", and one that is not there says nothing.
 *
 * @param absent the optional columns that last year's file lacked
 */
export function nextYearColumns({ name, columns }: Part, absent: ReadonlySet<string>): Column[] {
  const { from = {} } = NEXT_YEAR[name] ?? {};
  return columns.filter((column) => {
    const source = from[column.name];
    return !absent.has(column.name) || (source !== undefined && !absent.has(source));
  });
}

/** Lines of a file that starts from last year's rows, safe to open in a spreadsheet. */
export const nextYearLines = (
  part: Part,
  columns: readonly Column[],
  rows: readonly Row[],
  census: string,
): string =>
  rows
    .map((row) => nextYearCells(part, columns, row, census))
    .filter((cells) => cells !== null)
    .map(safeCsvLine)
    .join("");
