import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { boundsOf, narrowTargets, wholeWithin } from "./bound-targets";
import { newModel } from "./linear-model";
import { loadSolver, openSolver, type Solver } from "./open-solver";

/**
 * The table in sdcTable's own tests of its suppression heuristic (R package, Statistics Austria): every row and column
 * has two suppressions or more, and w|b can nevertheless be worked out exactly, until x|b is suppressed too.
 */
const ROWS = ["w", "x", "y", "z"];
const COLUMNS = ["a", "b", "c", "d"];
const TABLE: readonly (readonly number[])[] = [
  [30, 47, 64, 89],
  [90, 124, 5, 31],
  [92, 100, 59, 85],
  [800, 991, 651, 685],
];
const SUPPRESSED = ["w|a", "w|b", "w|c", "x|a", "x|c", "y|b", "y|d", "z|b", "z|d"];

let highs: Awaited<ReturnType<typeof loadSolver>>;
let opened: Solver[] = [];
beforeAll(async () => {
  highs = await loadSolver();
});
afterEach(() => {
  for (const solver of opened) solver.dispose();
  opened = [];
});

function attacked(suppressed: readonly string[]) {
  const laid = newModel();
  const lines = [
    ...ROWS.map((row, at) => ({
      cells: COLUMNS.map((column) => `${row}|${column}`),
      total: TABLE[at]?.reduce((sum, value) => sum + value, 0) ?? 0,
    })),
    ...COLUMNS.map((column, at) => ({
      cells: ROWS.map((row) => `${row}|${column}`),
      total: TABLE.reduce((sum, row) => sum + (row[at] ?? 0), 0),
    })),
  ];
  for (const { cells, total } of lines)
    laid.know({
      name: cells.join("+"),
      sum: cells.map((cell) => [laid.column(cell), 1]),
      low: total,
      high: total,
    });
  for (const [at, row] of ROWS.entries())
    for (const [across, column] of COLUMNS.entries()) {
      const cell = `${row}|${column}`;
      const value = TABLE[at]?.[across] ?? 0;
      if (!suppressed.includes(cell))
        laid.know({ name: cell, sum: [[laid.column(cell), 1]], low: value, high: value });
    }
  const solver = openSolver(highs, laid.model);
  opened.push(solver);
  return { solver, cell: (name: string) => [[laid.column(name), 1]] as const };
}

describe("sdcTable's example", () => {
  it("gives w|b away exactly with nine suppressions", () => {
    const { solver, cell } = attacked(SUPPRESSED);
    expect(wholeWithin(boundsOf(solver, cell("w|b")))).toEqual({ low: 47, high: 47 });
  });

  it("hides it between 0 and 141 once x|b is suppressed too", () => {
    const { solver, cell } = attacked([...SUPPRESSED, "x|b"]);
    expect(wholeWithin(boundsOf(solver, cell("w|b")))).toEqual({ low: 0, high: 141 });
  });

  it("names w|b alone of the nine, asked for all of them together", () => {
    const { solver, cell } = attacked(SUPPRESSED);
    const targets = SUPPRESSED.map((name) => ({ name, sum: cell(name), span: 4 }));
    expect(narrowTargets(solver, targets)).toEqual([
      expect.objectContaining({ name: "w|b", low: 47, high: 47 }),
    ]);
  });

  it("finds the same intervals when it is asked again in another order", () => {
    const { solver, cell } = attacked(SUPPRESSED);
    const all = () => SUPPRESSED.map((name) => wholeWithin(boundsOf(solver, cell(name))));
    const forwards = all();
    const backwards = SUPPRESSED.toReversed().map((name) => wholeWithin(boundsOf(solver, cell(name))));
    expect(backwards.toReversed()).toEqual(forwards);
  });
});

describe("a contradiction", () => {
  it("throws, since an attack that has no solution has found nothing out", () => {
    const laid = newModel();
    const sum = [[laid.column("x"), 1]] as const;
    laid.know({ name: "at most three", sum, low: 0, high: 3 });
    laid.know({ name: "at least four", sum, low: 4, high: 9 });
    const solver = openSolver(highs, laid.model);
    opened.push(solver);
    expect(() => solver.most(sum)).toThrow("contradicts itself");
  });
});
