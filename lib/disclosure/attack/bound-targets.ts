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

/** The least and the most that a sum may be. */
export const boundsOf = (solver: Solver, sum: Sum): Interval => ({
  low: solver.least(sum).value,
  high: solver.most(sum).value,
});

/**
 * Of some counts, those that can be pinned: whose possible values lie less than `span` apart, with these values and
 * the rows that keep them from being less or more.
 *
 * Solved together first: where the sum of all open counts is least and most, every one of them is seen to have some
 * value, and one whose seen values lie `span` apart is done. What is left is solved one by one, and each solution is
 * looked at for all others.
 */
export function narrowTargets<T extends { sum: Sum }>(
  solver: Solver,
  targets: readonly T[],
  span: number,
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
      if (spanOf(seen) >= span) open.delete(target);
    }
    return before - open.size;
  };
  const together = (): Sum => {
    const weights = new Map<number, number>();
    for (const { sum } of open.keys())
      for (const [column, weight] of sum) weights.set(column, (weights.get(column) ?? 0) + weight);
    return [...weights];
  };

  for (let closed = 1; closed > 0 && open.size > 1; ) {
    const sum = together();
    closed = look(solver.most(sum).columns) + look(solver.least(sum).columns);
  }
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
    if (spanOf(interval) >= span) continue;
    narrow.push({ ...target, ...wholeWithin(interval), binding: [...new Set([...above, ...below])] });
  }
  return narrow;
}
