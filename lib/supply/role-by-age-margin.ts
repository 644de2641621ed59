import {
  AGE_GROUPS,
  type BaseFigure,
  figuresOf,
  ROLE_BY_AGE,
  ROLE_BY_AGE_SEPARATOR,
  ROLES,
  TEN_YEAR_AGES,
  whyNothing,
} from "./base-figures";
import { cellsOf, sumOver } from "./cell-table";
import { rake, type Target } from "./rake";

/** A margin that could not be used, and why. */
export type Dropped = { measure: string; dimension: string; reason: string };

/**
 * What is made of a published value, given what was expected and its bounds, and how far it gives way to the total. Heads are taken as they are; the mean
 * WTE of a few people is mostly rounding.
 */
export type Trusted = (
  value: number | null,
  expected: number,
  low: number | null,
  high: number | null,
) => { value: number | null; give: number };

/**
 * Roles by three ages, brought into line with both one-way margins beforehand, so that all three agree and the fit
 * converges: rows sum to the roles, columns to the ages. Categories withheld are as expected.
 */
export function roleByAgeMargin(
  figures: readonly BaseFigure[],
  measure: string,
  expected: Float64Array,
  roles: readonly Target[],
  ages: readonly Target[],
  trusted: Trusted,
): Target[] | Dropped {
  const published = figuresOf(figures, measure, ROLE_BY_AGE);
  if (!published.some(({ low, high }) => low !== null && high !== null)) {
    return { measure, dimension: ROLE_BY_AGE, reason: whyNothing(published[0]) };
  }
  const columns = [...AGE_GROUPS.map(({ id }) => id), "unknown"];
  const cells = ROLES.flatMap((role) =>
    columns.map((column) => {
      const all = cellsOf("role", role);
      if (column !== "unknown") return cellsOf(ROLE_BY_AGE, `${role}${ROLE_BY_AGE_SEPARATOR}${column}`);
      return all.filter((cell) => cell % TEN_YEAR_AGES.length === TEN_YEAR_AGES.indexOf("unknown"));
    }),
  );
  const byCategory = new Map(published.map((figure) => [figure.category, figure]));
  const rows = ROLES.map((role, r) => {
    const guesses = columns.map((_, c) => sumOver(cells[r * columns.length + c] ?? [], expected));
    const known = columns.map((column, c) => {
      const figure = byCategory.get(`${role}${ROLE_BY_AGE_SEPARATOR}${column}`);
      if (figure === undefined || figure.low === null || figure.high === null) return null;
      const guess = guesses[c] ?? 0;
      const { value } = trusted(figure.value, guess, figure.low, figure.high);
      return value ?? Math.min(figure.high, Math.max(0, figure.low, guess));
    });
    const named = known.slice(0, AGE_GROUPS.length);
    if (named.includes(null)) return known.map((value, c) => value ?? guesses[c] ?? 0);
    // People of unknown age are what the three leave of the role; a trace keeps every role possible.
    const all = guesses.reduce((sum, guess) => sum + guess, 0);
    const left = all - named.reduce<number>((sum, value) => sum + (value ?? 0), 0);
    return [...named.map((value) => value ?? 0), Math.max(left, 1e-9 * (guesses.at(-1) ?? 0))];
  });
  const table = Float64Array.from(rows.flat());

  const sumsOver = (targets: readonly Target[], groups: readonly (readonly number[])[]): Target[] =>
    targets.map((target) => {
      const inTarget = new Set(target.cells);
      const at = groups.flatMap((of, index) => (of.some((cell) => inTarget.has(cell)) ? [index] : []));
      return { cells: at, sum: target.sum };
    });
  // Ages are published in ten years, the table's columns are groups of them.
  const byGroup = columns.map((column, index) => {
    const ids = AGE_GROUPS.find(({ id }) => id === column)?.of ?? [column];
    const of = new Set(ids.flatMap((id) => cellsOf("age", id)));
    return {
      cells: ROLES.map((_, role) => role * columns.length + index),
      sum: ages.reduce(
        (sum, target) => sum + (target.cells.every((cell) => of.has(cell)) ? target.sum : 0),
        0,
      ),
    };
  });
  const agesAgree =
    Math.abs(byGroup.reduce((sum, one) => sum + one.sum, 0) - ages.reduce((sum, one) => sum + one.sum, 0)) <
    1e-6;
  if (!agesAgree) {
    return { measure, dimension: ROLE_BY_AGE, reason: "ages are merged across its three groups" };
  }
  rake(table, [sumsOver(roles, cells), byGroup]);
  return cells.map((of, at) => ({ cells: of, sum: table[at] ?? 0 }));
}
