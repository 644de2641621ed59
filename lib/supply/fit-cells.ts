import { type BaseFigure, figuresOf, ROLE_BY_AGE, whyNothing } from "./base-figures";
import { CELL_COUNT, cellsOf, sumOver } from "./cell-table";
import { type Raked, rake, type Target } from "./rake";
import { type Dropped, roleByAgeMargin, type Trusted } from "./role-by-age-margin";
import { settleMargin } from "./settle-margin";

const ONE_WAY = ["role", "band", "age"];

/** Heads are taken as they are published. */
const asPublished: Trusted = (value) => ({ value, give: 1 });

/** One breakdown's targets, or the reason why it has none. */
function marginOf(
  figures: readonly BaseFigure[],
  measure: string,
  dimension: string,
  expected: Float64Array,
  total: number,
  trusted: Trusted,
): Target[] | Dropped {
  const published = figuresOf(figures, measure, dimension);
  if (!published.some(({ low, high }) => low !== null && high !== null)) {
    return { measure, dimension, reason: whyNothing(published[0]) };
  }
  const categories = published.map(({ category, ...figure }) => ({
    cells: cellsOf(dimension, category),
    figure,
  }));
  const margin = categories.map(({ cells, figure: { value, low, high } }) => {
    const before = sumOver(cells, expected);
    // Nobody is less than nought, whatever the bounds of rounding say.
    const least = low === null ? null : Math.max(0, low);
    return { cells, ...trusted(value, before, low, high), low: least, high, expected: before };
  });
  // Categories that are not there at all are as if they were withheld, together.
  const covered = new Set(margin.flatMap(({ cells }) => cells));
  const rest = Array.from({ length: CELL_COUNT }, (_, cell) => cell).filter((cell) => !covered.has(cell));
  if (rest.length > 0) {
    margin.push({
      cells: rest,
      value: null,
      give: 1,
      low: null,
      high: null,
      expected: sumOver(rest, expected),
    });
  }
  const settled = settleMargin(margin, total);
  return margin.map(({ cells }, at) => ({ cells, sum: settled[at] ?? 0 }));
}

/**
 * Fits the table of one measure to its published margins, from `expected` (cells that sum to the total). A margin
 * without a figure is left out and named.
 */
export function fitCells(
  figures: readonly BaseFigure[],
  measure: string,
  expected: Float64Array,
  total: number,
  trusted: Trusted = asPublished,
): { cells: Float64Array; dropped: Dropped[]; raked: Raked } {
  const dropped: Dropped[] = [];
  const margins = new Map<string, Target[]>();
  for (const dimension of ONE_WAY) {
    const margin = marginOf(figures, measure, dimension, expected, total, trusted);
    if (Array.isArray(margin)) margins.set(dimension, margin);
    else dropped.push(margin);
  }
  const cells = expected.slice();
  let raked = rake(cells, [...margins.values()]);
  const [roles, ages] = [margins.get("role"), margins.get("age")];
  if (figuresOf(figures, measure, ROLE_BY_AGE).length > 0) {
    const both =
      roles === undefined || ages === undefined
        ? { measure, dimension: ROLE_BY_AGE, reason: "of no use without roles and ages" }
        : roleByAgeMargin(figures, measure, cells, roles, ages, trusted);
    if (Array.isArray(both)) raked = rake(cells, [both, ...margins.values()]);
    else dropped.push(both);
  }
  // Margins that cannot all be met may leave the last one short; the total stands whatever they do.
  const reached = cells.reduce((sum, value) => sum + value, 0);
  return { cells: cells.map((value) => (reached > 0 ? (value * total) / reached : value)), dropped, raked };
}
