import type { BlockModel, FigureRow } from "./block-model";
import type { LinearModel, Sum } from "./linear-model";
import { sumOver } from "./linear-model";
import type { Bounds } from "./people-row";

/** A part of a model, with the number that its columns have there. */
export type Restricted = { model: LinearModel; within: (sum: Sum) => Sum };

/**
 * The part of a block in which only some columns are left open and every other, in the block and elsewhere, has its
 * exact value. What is possible there is possible in the block and in the whole nation, so a count that is not pinned
 * in the part is pinned in neither: a small program answers for most counts what a large one would.
 *
 * @param of whether a figure is known as published, or as who corrects a return learns it
 */
export function restrict(
  laid: BlockModel,
  open: readonly number[],
  of: (figure: FigureRow) => keyof Bounds,
): Restricted {
  const numbers = new Map(open.map((column, at) => [column, at]));
  const within = (sum: Sum): Sum =>
    sum.flatMap(([column, weight]) => {
      const at = numbers.get(column);
      return at === undefined ? [] : [[at, weight] as const];
    });
  const figures = new Map(laid.figures.map((figure) => [figure.row, figure]));
  const rows = laid.model.rows.flatMap(({ name, sum, ...guessed }, row) => {
    const left = within(sum);
    if (left.length === 0) return [];
    const figure = figures.get(row);
    const { low, high } = figure === undefined ? guessed : figure.exact[of(figure)];
    const closed = sumOver(
      sum.filter(([column]) => !numbers.has(column)),
      laid.truth,
    );
    return [{ name, sum: left, low: low - closed, high: high - closed }];
  });
  return {
    model: { columns: open.flatMap((column) => laid.model.columns[column] ?? []), rows },
    within,
  };
}
