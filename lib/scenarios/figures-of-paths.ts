import { quantiles } from "@/lib/statistics/quantiles";
import { quantilesOfWhole } from "@/lib/statistics/quantiles-of-whole";
import { GROUP_COUNT } from "@/lib/supply/groups";
import { PATH_ROWS, type Paths } from "@/lib/supply/sample-paths";
import { type Figure, QUANTILES } from "./projection";

const NAMES = Object.keys(QUANTILES) as (keyof typeof QUANTILES)[];
const PROBABILITIES = NAMES.map((name) => QUANTILES[name]);

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
  filled: Int32Array;
  vacant: Int32Array;
  wte: Float64Array;
  joined: Int32Array;
  left: Int32Array;
  /** Histories in which nobody is in post have none. */
  share55: Float64Array;
  fundedGap(of: Establishment): Float64Array;
};

/** What each history has for a row in a year, with hours of a head at `factors` of those at the census, by group. */
export function figuresOf(paths: Paths, year: number, row: number, factors: readonly number[]): DrawnFigures {
  const { runs } = paths;
  const cell = <T extends Float64Array | Int32Array>(table: T, at: number): T =>
    table.subarray((year * PATH_ROWS + at) * runs, (year * PATH_ROWS + at + 1) * runs) as T;
  const filled = cell(paths.filled, row);
  const aged55 = cell(paths.aged55, row);
  const wte = new Float64Array(runs);
  for (let group = 0; group < GROUP_COUNT; group += 1) {
    if (row !== PATH_ROWS - 1 && group !== row) continue;
    const here = cell(paths.inPostWte, group);
    const factor = factors[group] ?? 1;
    for (let run = 0; run < runs; run += 1) wte[run] = (wte[run] as number) + factor * (here[run] as number);
  }
  return {
    filled,
    vacant: cell(paths.vacant, row),
    wte,
    joined: cell(paths.joined, row),
    left: cell(paths.left, row),
    share55: Float64Array.from(aged55, (count, run) => count / (filled[run] as number)).filter(
      Number.isFinite,
    ),
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
