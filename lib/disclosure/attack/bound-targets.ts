import type { Interval } from "../interval";
import { type Sum, sumOver } from "./linear-model";
import type { Solver } from "./open-solver";

/** What the solver may be off by, far below one person. */
const TOLERANCE = 1e-6;

/** The whole numbers in an interval of the solver's: from the ceiling of its least to the floor of its most. */
export const wholeWithin = ({ low, high }: Interval): Interval => ({
  low: Math.ceil(low - TOLERANCE) + 0,
  high: Math.floor(high + TOLERANCE) + 0,
});

/** How far the values lie apart that a count may have; of a count that nothing bounds, infinitely far. */
export function spanOf(interval: Interval): number {
  const { low, high } = wholeWithin(interval);
  return high - low;
}

/** How often signs may close next to nothing before counts are asked for one by one. */
const IDLE_ROUNDS = 2;

/** Signs that look as if by chance and are the same in every run. */
function newSigns(): () => 1 | -1 {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >= 2 ** 31 ? 1 : -1;
  };
}

/** The least and the most that a sum may be. */
export const boundsOf = (solver: Solver, sum: Sum): Interval => ({
  low: solver.least(sum).value,
  high: solver.most(sum).value,
});

/**
 * Of some counts, those that can be pinned: whose possible values lie less than their `span` apart, with these values
 * and the rows that keep them from being less or more.
 *
 * Solved together first: where the sum of all open counts is least and most, every one of them is seen to have some
 * value, and one whose seen values lie `span` apart is done; then where they are added and taken away by turns. What is left is solved one by one, and each solution is
 * looked at for all others.
 */
export function narrowTargets<T extends { sum: Sum; span: number }>(
  solver: Solver,
  targets: readonly T[],
): (T & Interval & { binding: number[] })[] {
  const open = new Map(
    targets.map((target) => [
      target,
      { low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY } as Interval,
    ]),
  );
  const look = (columns: Float64Array): number => {
    const before = open.size;
    if (columns.length === 0) return 0;
    for (const [target, seen] of open) {
      const value = sumOver(target.sum, columns);
      seen.low = Math.min(seen.low, value);
      seen.high = Math.max(seen.high, value);
      if (spanOf(seen) >= target.span) open.delete(target);
    }
    return before - open.size;
  };
  /** The sum of all open counts, each with its weight. */
  const together = (weightOf: () => 1 | -1): Sum => {
    const weights = new Map<number, number>();
    for (const { sum } of open.keys()) {
      const sign = weightOf();
      for (const [column, weight] of sum) weights.set(column, (weights.get(column) ?? 0) + sign * weight);
    }
    return [...weights].filter(([, weight]) => weight !== 0);
  };
  const closedBy = (weightOf: () => 1 | -1): number => {
    const sum = together(weightOf);
    return look(solver.most(sum).columns) + look(solver.least(sum).columns);
  };

  while (open.size > 1 && closedBy(() => 1) > 0);
  // Counts that make up a sum move against each other: so they are asked for with signs, as long as that pays.
  const signs = newSigns();
  for (let idle = 0; open.size > 1 && idle < IDLE_ROUNDS; ) idle = closedBy(signs) > 1 ? 0 : idle + 1;
  const narrow: (T & Interval & { binding: number[] })[] = [];
  for (const target of [...open.keys()]) {
    if (!open.has(target)) continue;
    const most = solver.most(target.sum);
    const above = solver.binding();
    look(most.columns);
    if (!open.has(target)) continue;
    const least = solver.least(target.sum);
    const below = solver.binding();
    look(least.columns);
    open.delete(target);
    const interval = { low: least.value, high: most.value };
    if (spanOf(interval) >= target.span) continue;
    narrow.push({ ...target, ...wholeWithin(interval), binding: [...new Set([...above, ...below])] });
  }
  return narrow;
}
