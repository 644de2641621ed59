import { W } from "../thresholds";
import type { BlockModel } from "./block-model";
import { sumOver } from "./linear-model";
import type { Target } from "./targets";

/**
 * How far apart the values of a count may lie at most for one organisation that corrects its return until it knows the
 * cut points of its figures. From a figure of its own it then knows the sum x of the others to lie between x + s - 4 and
 * x + s; where x + s is under 4 that is less than `W`, since no sum is under nought. No choice of what else is published
 * widens it: it is the price of a permanent cut point, so what is found is only what is narrower still.
 */
export function spansByOwnCut(laid: BlockModel, organisation: string): (target: Target) => number {
  const own = new Set(laid.columnsOf(organisation));
  const tight = laid.figures.flatMap(({ row, members, guessed }) => {
    const { sum = [] } = laid.model.rows[row] ?? {};
    if (!members.has(organisation) || sum.some(([, weight]) => weight !== 1)) return [];
    const known = sumOver(
      sum.filter(([column]) => own.has(column)),
      laid.truth,
    );
    const most = Math.floor(guessed.learnt.high - known + 1e-6);
    if (most >= W) return [];
    return [{ most, columns: new Set(sum.flatMap(([column]) => (own.has(column) ? [] : [column]))) }];
  });
  return ({ sum }) =>
    tight.reduce(
      (span, { most, columns }) =>
        most < span && sum.every(([column]) => columns.has(column)) ? most : span,
      W,
    );
}
