import { GROUP_COUNT } from "./groups";

/**
 * What is counted of histories: `[(year * 10 + row) * runs + run]`, year 0 the start, a row for each of the nine groups
 * and the last for all of them. While histories are lived, `vacant` holds posts made and closed in the year, `aged55` and
 * `inPostWte` changes on the year before, and `filled` the start alone.
 */
export type PathTables = {
  filled: Int32Array;
  vacant: Int32Array;
  aged55: Int32Array;
  inPostWte: Float64Array;
  /** In the year. */
  joined: Int32Array;
  left: Int32Array;
};

export const PATH_ROWS = GROUP_COUNT + 1;
const ALL = GROUP_COUNT;

export function emptyPathTables(years: number, runs: number): PathTables {
  const size = (years + 1) * PATH_ROWS * runs;
  return {
    filled: new Int32Array(size),
    vacant: new Int32Array(size),
    aged55: new Int32Array(size),
    inPostWte: new Float64Array(size),
    joined: new Int32Array(size),
    left: new Int32Array(size),
  };
}

/** Which runs of how many. */
export type SomeRuns = { first: number; count: number; of: number };

/**
 * Adds changes of some runs up over the years, and groups up to all of them.
 *
 * Hot: one loop over all tables, since each pass over them would be felt. Indices are in range by construction.
 */
export function addUp(
  { filled, vacant, aged55, inPostWte, joined, left }: PathTables,
  years: number,
  { first, count, of: runs }: SomeRuns,
  groups: readonly number[],
): void {
  const step = PATH_ROWS * runs;
  for (let year = 0; year <= years; year += 1) {
    for (const group of groups) {
      const from = year * step + group * runs + first;
      const toAll = (ALL - group) * runs;
      for (let at = from; at < from + count; at += 1) {
        const came = joined[at] as number;
        const went = left[at] as number;
        let full = filled[at] as number;
        let empty = vacant[at] as number;
        let old = aged55[at] as number;
        let wte = inPostWte[at] as number;
        if (year > 0) {
          const before = at - step;
          full = (filled[before] as number) + came - went;
          empty += (vacant[before] as number) - came + went;
          old += aged55[before] as number;
          wte += inPostWte[before] as number;
          filled[at] = full;
          vacant[at] = empty;
          aged55[at] = old;
          inPostWte[at] = wte;
        }
        const all = at + toAll;
        filled[all] = (filled[all] as number) + full;
        vacant[all] = (vacant[all] as number) + empty;
        aged55[all] = (aged55[all] as number) + old;
        inPostWte[all] = (inPostWte[all] as number) + wte;
        joined[all] = (joined[all] as number) + came;
        left[all] = (left[all] as number) + went;
      }
    }
  }
}
