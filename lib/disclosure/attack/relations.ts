import type { Interval } from "../interval";
import { columnName, TOLERANCE, type VacancyRange } from "./block-model";
import { type OpenModel, type Sum, sumOver } from "./linear-model";
import { WITHIN } from "./measured";

const AT_LEAST_NOUGHT: Interval = { low: 0, high: Number.POSITIVE_INFINITY };
const AT_MOST_NOUGHT: Interval = { low: Number.NEGATIVE_INFINITY, high: 0 };
/** People work a tenth of a WTE or more. */
const LEAST_WTE = 0.1;

/**
 * How the sums of one organisation hang together: one within another, the WTE of people, establishment less vacancy.
 * An attacker who takes for certain what is only usual (nobody works more than one WTE) is wrong where it is not so:
 * such a row is laid where it is true, so that the attacker is never worse off for guessing.
 *
 * Gives the rows that only members know: the bands of vacancies.
 */
export function layRelations(
  laid: OpenModel,
  truth: readonly number[],
  units: readonly string[],
  vacancies: readonly VacancyRange[],
): number[] {
  const ifTrue = (name: string, terms: readonly (readonly [string, number])[], bounds: Interval): void => {
    if (!terms.every(([column]) => laid.has(column))) return;
    const sum: Sum = terms.map(([column, weight]) => [laid.column(column), weight]);
    const value = sumOver(sum, truth);
    if (value >= bounds.low - TOLERANCE && value <= bounds.high + TOLERANCE)
      laid.know({ name, sum, ...bounds });
  };
  const parts = new Map<string, Set<string>>();
  for (const { name } of laid.model.columns) {
    const [unit = "", , part = ""] = name.split("|");
    parts.set(unit, (parts.get(unit) ?? new Set()).add(part));
  }
  for (const unit of units) {
    for (const [part, whole] of WITHIN)
      ifTrue(
        `${unit}: ${part} within ${whole}`,
        [
          [columnName(unit, whole, "all"), 1],
          [columnName(unit, part, "all"), -1],
        ],
        AT_LEAST_NOUGHT,
      );
    for (const part of parts.get(unit) ?? []) {
      const of = (measured: string): string => columnName(unit, measured, part);
      const wte = of("in-post");
      ifTrue(
        `${unit}: at most a WTE each, ${part}`,
        [
          [wte, 1],
          [of("headcount"), -1],
        ],
        AT_MOST_NOUGHT,
      );
      ifTrue(
        `${unit}: at least a tenth each, ${part}`,
        [
          [wte, 1],
          [of("headcount"), -LEAST_WTE],
        ],
        AT_LEAST_NOUGHT,
      );
      ifTrue(
        `${unit}: establishment less vacancy, ${part}`,
        [
          [of("establishment"), 1],
          [of("vacancy"), -1],
          [wte, -1],
        ],
        { low: -TOLERANCE, high: TOLERANCE },
      );
    }
  }
  const before = laid.model.rows.length;
  for (const { organisation, lowShare, highShare } of vacancies)
    for (const [share, bounds] of [
      [lowShare, AT_LEAST_NOUGHT],
      [highShare, AT_MOST_NOUGHT],
    ] as const)
      if (Number.isFinite(share))
        ifTrue(
          `${organisation}: vacancy band`,
          [
            [columnName(organisation, "vacancy", "all"), 1],
            [columnName(organisation, "establishment", "all"), -share],
          ],
          bounds,
        );
  return Array.from({ length: laid.model.rows.length - before }, (_, at) => before + at);
}
