import { quantiles } from "@/lib/statistics/quantiles";
import { quantilesOfWhole } from "@/lib/statistics/quantiles-of-whole";
import { GROUP_COUNT } from "@/lib/supply/groups";
import { PATH_ROWS } from "@/lib/supply/path-tables";
import type { Paths } from "@/lib/supply/sample-paths";
import { type Figure, QUANTILES } from "./projection";
import type { StartShift } from "./start-doubt";

const NAMES = Object.keys(QUANTILES) as (keyof typeof QUANTILES)[];
const PROBABILITIES = NAMES.map((name) => QUANTILES[name]);

/** Everybody's hours as at the census, by group. */
export const SAME_HOURS: readonly number[] = new Array<number>(GROUP_COUNT).fill(1);

/** For counting whole numbers: zeros, and left as zeros. */
const scratch = new Int32Array(4096);

/** An expectation with the quantiles of what was drawn, where something was. */
export function figureOf(expected: number, drawn: Float64Array | Int32Array | undefined): Figure {
  if (drawn === undefined || drawn.length === 0) return { expected };
  const found =
    drawn instanceof Int32Array
      ? quantilesOfWhole(drawn, PROBABILITIES, scratch)
      : quantiles(drawn, PROBABILITIES);
  const figure: Figure = { expected };
  for (let at = 0; at < NAMES.length; at += 1)
    figure[NAMES[at] as (typeof NAMES)[number]] = found[at] as number;
  return figure;
}

/** WTE of each group's posts, and of establishment that belongs to no whole post. */
type Establishment = { perPost: readonly number[]; fixed: readonly number[]; groups: readonly number[] };

export type DrawnFigures = {
  filled: Int32Array | Float64Array;
  vacant: Int32Array;
  wte: Float64Array;
  /** Filled posts whose holder is 55 or older. */
  aged55: Int32Array | Float64Array;
  joined: Int32Array;
  left: Int32Array;
  /** Of each history, NaN of one in which nobody is in post; and of those in which somebody is. */
  shareOfEach: Float64Array;
  share55: Float64Array;
  fundedGap(of: Establishment): Float64Array;
};

/**
 * What each history has for a row in a year, with hours of a head at `factors` of those at the census, by group, and
 * with what is not known of its start.
 */
export function figuresOf(
  paths: Paths,
  year: number,
  row: number,
  factors: readonly number[],
  shift: StartShift | null = null,
): DrawnFigures {
  const { runs } = paths;
  const cell = <T extends Float64Array | Int32Array>(table: T, at: number): T =>
    table.subarray((year * PATH_ROWS + at) * runs, (year * PATH_ROWS + at + 1) * runs) as T;
  const filled = moved(cell(paths.filled, row), shift?.filled(year, row));
  const aged55 = moved(cell(paths.aged55, row), shift?.aged55(year, row));
  const shares = sharesOf(aged55, filled);
  const wte = new Float64Array(runs);
  for (let group = 0; group < GROUP_COUNT; group += 1) {
    if (row !== PATH_ROWS - 1 && group !== row) continue;
    const here = moved(cell(paths.inPostWte, group), shift?.wte(year, group));
    const factor = factors[group] ?? 1;
    for (let run = 0; run < runs; run += 1) wte[run] = (wte[run] as number) + factor * (here[run] as number);
  }
  return {
    filled,
    aged55,
    vacant: cell(paths.vacant, row),
    wte,
    joined: cell(paths.joined, row),
    left: cell(paths.left, row),
    shareOfEach: shares,
    share55: shares.filter(Number.isFinite),
    fundedGap({ perPost, fixed, groups }) {
      const gap = wte.map((value) => -value);
      for (const group of groups) {
        const [full, empty] = [cell(paths.filled, group), cell(paths.vacant, group)];
        for (let run = 0; run < runs; run += 1) {
          const posts = (full[run] as number) + (empty[run] as number);
          gap[run] = (gap[run] as number) + (fixed[group] ?? 0) + posts * (perPost[group] ?? 0);
        }
      }
      return gap;
    },
  };
}

const moved = <T extends Int32Array | Float64Array>(
  values: T,
  by: Float64Array | undefined,
): T | Float64Array =>
  by === undefined
    ? values
    : Float64Array.from(values, (value, run) => Math.max(0, value + (by[run] as number)));

/** Those of 55 and over among the filled posts, by run: a share, NaN where there are none. */
const sharesOf = (aged55: ArrayLike<number>, filled: ArrayLike<number>): Float64Array =>
  Float64Array.from(filled, (count, run) =>
    count > 0 ? Math.min(1, (aged55[run] as number) / count) : Number.NaN,
  );
