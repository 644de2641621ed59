import loadHighs, { type Highs } from "highs";
import type { Interval } from "../interval";
import type { LinearModel, Sum } from "./linear-model";

/** An optimum: the sum's value, and the value of every column there. */
export type Optimum = { value: number; columns: Float64Array };

/**
 * A model in the solver's memory, to be asked again and again: each answer starts from the one before. Only `dispose`
 * gives the memory back.
 */
export type Solver = {
  /** The least or the most that a sum may be; infinite where nothing bounds it. */
  least: (sum: Sum) => Optimum;
  most: (sum: Sum) => Optimum;
  /** The rows that bind at the last optimum: without them it would be further out. */
  binding: () => number[];
  boundColumn: (column: number, bounds: Interval) => void;
  boundRow: (row: number, bounds: Interval) => void;
  dispose: () => void;
};

/** The last optimum stays possible when another sum is asked for, so the primal simplex method goes on from it. */
const PRIMAL = 4;

/** Smaller duals are the solver's own rounding. */
const ZERO_DUAL = 1e-7;

let loading: Promise<Highs> | undefined;

/** Loads HiGHS (linear programming, in WebAssembly), once a process. */
export function loadSolver(): Promise<Highs> {
  loading ??= loadHighs();
  return loading;
}

/**
 * Hands a model to HiGHS: revised simplex without presolve, so that every solve starts from the basis of the
 * one before. Any end but an optimum, or an unbounded sum, throws: an attack that did not finish has found nothing out.
 */
export function openSolver(highs: Highs, { columns, rows }: LinearModel): Solver {
  const starts = new Int32Array(rows.length + 1);
  for (const [at, { sum }] of rows.entries()) starts[at + 1] = (starts[at] ?? 0) + sum.length;
  const entries = rows.flatMap(({ sum }) => sum);
  const model = highs.createModel({
    numCols: columns.length,
    numRows: rows.length,
    colCost: new Float64Array(columns.length),
    colLower: Float64Array.from(columns, ({ low }) => low),
    colUpper: Float64Array.from(columns, ({ high }) => high),
    rowLower: Float64Array.from(rows, ({ low }) => low),
    rowUpper: Float64Array.from(rows, ({ high }) => high),
    matrix: {
      format: "csr",
      numRows: rows.length,
      numCols: columns.length,
      starts,
      indices: Int32Array.from(entries, ([column]) => column),
      values: Float64Array.from(entries, ([, weight]) => weight),
    },
  });
  model.options.set({ output_flag: false, presolve: "off", solver: "simplex", simplex_strategy: PRIMAL });
  const { modelStatus, objectiveSense } = highs.constants;
  let costed: readonly number[] = [];

  const optimum = (sum: Sum, sense: "minimize" | "maximize"): Optimum => {
    if (costed.length > 0)
      model.changeColsCost({ kind: "set", indices: costed }, new Float64Array(costed.length));
    const inOrder = [...sum].sort(([a], [b]) => a - b);
    costed = inOrder.map(([column]) => column);
    model.changeColsCost(
      { kind: "set", indices: costed },
      inOrder.map(([, weight]) => weight),
    );
    model.changeObjectiveSense(objectiveSense[sense]);
    let { modelStatus: status } = model.run();
    if (status !== modelStatus.optimal && status !== modelStatus.unbounded) {
      // A basis that an earlier question left can be a bad start; without one the answer is the question's own.
      model.clearSolver();
      status = model.run().modelStatus;
    }
    if (status === modelStatus.unbounded)
      return {
        value: sense === "minimize" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
        columns: new Float64Array(),
      };
    if (status !== modelStatus.optimal)
      throw new Error(
        `The attack's linear program ended with HiGHS status ${status} in place of an optimum: what is known contradicts itself, or the solver failed`,
      );
    return { value: model.getObjectiveValue(), columns: model.getSolution().colValue };
  };

  return {
    least: (sum) => optimum(sum, "minimize"),
    most: (sum) => optimum(sum, "maximize"),
    binding: () =>
      [...model.getSolution().rowDual].flatMap((dual, row) => (Math.abs(dual) > ZERO_DUAL ? [row] : [])),
    boundColumn: (column, { low, high }) => void model.changeColBounds(column, low, high),
    boundRow: (row, { low, high }) => void model.changeRowBounds(row, low, high),
    dispose: () => model.dispose(),
  };
}
