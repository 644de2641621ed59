import { GROUP_COUNT } from "../groups";
import { ROW_BANDS } from "./base-hazards";
import { countOf, EXIT_CAUSES, type ExitRow, rowGroup } from "./exit-rows";

const BAND_COUNT = ROW_BANDS.length;
const POSITION: ReadonlyMap<string, number> = new Map(ROW_BANDS.map((band, at) => [band, at]));

/** Rows added up. Organisations are in the order of their codes, so that the order of the rows changes nothing. */
export type ExitCounts = {
  organisations: readonly string[];
  /** `[(organisation * groups + group) * bands + band]` */
  people: Float64Array;
  /** Those of them who fell to any cause, as far as they were there; the same order. */
  gone: Float64Array;
  /** `[cause][organisation * groups + group]` */
  events: readonly Float64Array[];
};

/** Adds rows up; a count that is none, or a group or age band that there is not, throws. */
export function countExits(rows: readonly ExitRow[]): ExitCounts {
  const organisations = [...new Set(rows.map(({ organisation }) => organisation))].sort();
  const place = new Map(organisations.map((code, at) => [code, at]));
  const cells = organisations.length * GROUP_COUNT;
  const people = new Float64Array(cells * BAND_COUNT);
  const gone = new Float64Array(cells * BAND_COUNT);
  const events = EXIT_CAUSES.map(() => new Float64Array(cells));
  for (const row of rows) {
    const band = POSITION.get(row.ageBand);
    if (band === undefined) {
      throw new Error(
        `Organisation ${row.organisation} has a row of age band ${row.ageBand}: one of ${ROW_BANDS.join(", ")} was expected`,
      );
    }
    const cell = (place.get(row.organisation) as number) * GROUP_COUNT + rowGroup(row);
    const [at, there] = [cell * BAND_COUNT + band, countOf(row, "people")];
    people[at] = (people[at] as number) + there;
    let all = 0;
    for (const [position, cause] of EXIT_CAUSES.entries()) {
      const sums = events[position] as Float64Array;
      const count = countOf(row, cause);
      sums[cell] = (sums[cell] as number) + count;
      all += count;
    }
    gone[at] = (gone[at] as number) + Math.min(all, there);
  }
  return { organisations, people, gone, events };
}

/** Sum over the bands of a cell of people × a number by band. */
export function overPeople({ people }: ExitCounts, cell: number, byBand: readonly number[]): number {
  let sum = 0;
  for (let band = 0; band < BAND_COUNT; band += 1) {
    sum += (people[cell * BAND_COUNT + band] as number) * (byBand[band] as number);
  }
  return sum;
}

/** The same over time at risk: whoever fell to a cause is away for the share of the year that `lost` says by band. */
export function overTimeAtRisk(
  counts: ExitCounts,
  cell: number,
  byBand: readonly number[],
  lost: readonly number[],
): number {
  const { people, gone } = counts;
  let sum = 0;
  for (let band = 0; band < BAND_COUNT; band += 1) {
    const at = cell * BAND_COUNT + band;
    sum +=
      ((people[at] as number) - (lost[band] as number) * (gone[at] as number)) * (byBand[band] as number);
  }
  return sum;
}
