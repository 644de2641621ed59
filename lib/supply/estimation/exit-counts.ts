import { GROUP_COUNT } from "../groups";
import { BASE_BY_BAND, ROW_BANDS } from "./base-hazards";
import { checkedCount, EXIT_CAUSES, type ExitRow, rowGroup } from "./exit-rows";

const BAND_COUNT = ROW_BANDS.length;
const POSITION: ReadonlyMap<string, number> = new Map(ROW_BANDS.map((band, at) => [band, at]));

/** Rows added up. Organisations are in the order of their codes, so that the order of the rows changes nothing. */
export type ExitCounts = {
  organisations: readonly string[];
  /** `[(organisation * groups + group) * bands + band]` */
  people: Float64Array;
  /** `[organisation * groups + group]`, over all bands. */
  peopleOfCell: Float64Array;
  /** Who fell to any cause; the same order. At another age than at the year's start, or newly come, they may be more. */
  gone: Float64Array;
  /** The same, over all bands. */
  goneOfCell: Float64Array;
  /** Sums of people × base hazards, `[cause][organisation * groups + group]`. */
  atBase: readonly Float64Array[];
  /** `[cause][organisation * groups + group]` */
  events: readonly Float64Array[];
};

/** Adds rows up; a count that is none, or a group or age band that there is not, throws. */
export function countExits(rows: readonly ExitRow[]): ExitCounts {
  const codes = new Set<string>();
  for (const { organisation } of rows) codes.add(organisation);
  const organisations = [...codes].sort();
  const place = new Map(organisations.map((code, at) => [code, at]));
  const cells = organisations.length * GROUP_COUNT;
  const people = new Float64Array(cells * BAND_COUNT);
  const peopleOfCell = new Float64Array(cells);
  const gone = new Float64Array(cells * BAND_COUNT);
  const goneOfCell = new Float64Array(cells);
  const events = EXIT_CAUSES.map(() => new Float64Array(cells));
  let [code, first]: [string | null, number] = [null, 0];
  for (const row of rows) {
    const band = POSITION.get(row.ageBand);
    if (band === undefined) {
      throw new Error(
        `Organisation ${row.organisation} has a row of age band ${row.ageBand}: one of ${ROW_BANDS.join(", ")} was expected`,
      );
    }
    // Rows of one organisation mostly follow one another.
    if (row.organisation !== code) {
      code = row.organisation;
      first = (place.get(code) as number) * GROUP_COUNT;
    }
    const cell = first + rowGroup(row);
    const [at, there] = [cell * BAND_COUNT + band, checkedCount(row.people, "people", row)];
    people[at] = (people[at] as number) + there;
    peopleOfCell[cell] = (peopleOfCell[cell] as number) + there;
    const counts = [row.leave, row.move, row.promote, row.retire];
    let all = 0;
    for (let cause = 0; cause < counts.length; cause += 1) {
      const count = checkedCount(counts[cause] as number, EXIT_CAUSES[cause] as string, row);
      const sums = events[cause] as Float64Array;
      sums[cell] = (sums[cell] as number) + count;
      all += count;
    }
    gone[at] = (gone[at] as number) + all;
    goneOfCell[cell] = (goneOfCell[cell] as number) + all;
  }
  const atBase = EXIT_CAUSES.map((cause) => {
    const sums = new Float64Array(cells);
    const byBand = BASE_BY_BAND[cause];
    for (let cell = 0; cell < cells; cell += 1) {
      if ((peopleOfCell[cell] as number) > 0) sums[cell] = overBands(people, cell, byBand);
    }
    return sums;
  });
  return { organisations, people, peopleOfCell, gone, goneOfCell, atBase, events };
}

/** Sum over the bands of a cell of a count by band × a number by band. */
export function overBands(counts: Float64Array, cell: number, byBand: readonly number[]): number {
  const from = cell * BAND_COUNT;
  let sum = 0;
  for (let band = 0; band < BAND_COUNT; band += 1) {
    sum += (counts[from + band] as number) * (byBand[band] as number);
  }
  return sum;
}

/** At the least so much of the year is spent at risk by whoever falls to a cause, whatever the rows say. */
const LEAST_SHARE = 0.4;

/**
 * Events of a cause to be expected in a cell at the base hazard: `atBase`, less what those miss who fell to a cause.
 * `lost` is the share of the year that they miss × the base hazard, by band.
 */
export function overTimeAtRisk(
  counts: ExitCounts,
  cause: number,
  cell: number,
  lost: readonly number[],
): number {
  const all = counts.atBase[cause]?.[cell] ?? 0;
  if (counts.goneOfCell[cell] === 0) return all;
  return Math.max(all - overBands(counts.gone, cell, lost), LEAST_SHARE * all);
}
