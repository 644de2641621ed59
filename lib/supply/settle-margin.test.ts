import { describe, expect, test } from "vitest";
import { boundedWte } from "./bounded-wte";
import { rake } from "./rake";
import { type Published, settleMargin } from "./settle-margin";

const shown = (value: number, slack = 4, more: Partial<Published> = {}): Published => ({
  value,
  low: value - slack,
  high: value + slack,
  expected: value,
  ...more,
});
const underFive = (expected: number): Published => ({ value: null, low: 0, high: 4, expected });
const withheld = (expected: number): Published => ({ value: null, low: null, high: null, expected });

describe("settleMargin", () => {
  test.each<[string, Published[], number, number[]]>([
    ["leaves values that agree with the total", [shown(20), shown(30)], 50, [20, 30]],
    ["spreads what is left over alike", [shown(20), shown(30)], 56, [23, 33]],
    ["moves nobody beyond the bounds", [shown(20, 1), shown(30)], 55, [21, 34]],
    ["spreads by how far each gives way", [shown(20, 9, { give: 0.5 }), shown(30, 9)], 56, [22, 34]],
    ["takes proportions where the bounds do not allow it", [shown(20, 0), shown(30, 0)], 100, [40, 60]],
    ["takes what was expected for '<5'", [shown(20), underFive(2)], 22, [20, 2]],
    ["holds '<5' within its bounds", [shown(20), underFive(9)], 24, [20, 4]],
    [
      "gives withheld ones what is left, as expected",
      [shown(20), withheld(1), withheld(3)],
      60,
      [20, 10, 30],
    ],
    [
      "gives withheld ones nothing where nothing is left",
      [shown(20), shown(34), withheld(9)],
      50,
      [18, 32, 0],
    ],
    ["spreads a total below nought", [shown(-5, 5), shown(0, 5)], -7, [-6, -1]],
    ["keeps a margin of nobody", [underFive(0), underFive(0)], 0, [0, 0]],
    ["settles nothing", [], 5, []],
  ])("%s", (_, margin, total, settled) => {
    const found = settleMargin(margin, total);
    expect(found).toEqual(settled.map((value) => expect.closeTo(value, 9)));
  });
});

describe("rake", () => {
  // Worked by hand: the only table with these margins that keeps the odds ratio of the start, which is one.
  test("finds the table of two margins without a link from an even start, in two sweeps", () => {
    const table = new Float64Array([1, 1, 1, 1]);
    const rows = [
      { cells: [0, 1], sum: 30 },
      { cells: [2, 3], sum: 70 },
    ];
    const columns = [
      { cells: [0, 2], sum: 40 },
      { cells: [1, 3], sum: 60 },
    ];
    expect(rake(table, [rows, columns])).toEqual({ iterations: 2, converged: true });
    expect([...table]).toEqual([12, 18, 28, 42].map((value) => expect.closeTo(value, 9)));
  });

  test("keeps the odds ratio of the start", () => {
    const table = new Float64Array([4, 1, 1, 2]);
    const half = (cells: number[]) => ({ cells, sum: 50 });
    expect(
      rake(table, [
        [half([0, 1]), half([2, 3])],
        [half([0, 2]), half([1, 3])],
      ]).converged,
    ).toBe(true);
    const [a = 0, b = 0, c = 0, d = 0] = table;
    expect((a * d) / (b * c)).toBeCloseTo(8, 6);
  });

  test("says that margins which cannot be met are not", () => {
    const table = new Float64Array([1, 0, 0, 1]);
    const rows = [
      { cells: [0, 1], sum: 30 },
      { cells: [2, 3], sum: 70 },
    ];
    const columns = [
      { cells: [0, 2], sum: 60 },
      { cells: [1, 3], sum: 40 },
    ];
    expect(rake(table, [rows, columns]).converged).toBe(false);
    expect([...table].every((value) => value >= 0)).toBe(true);
  });
});

describe("boundedWte", () => {
  test.each<[string, number[], number[], number, number[]]>([
    ["leaves what is within reason", [9, 4], [10, 5], 13, [9, 4]],
    ["holds a cell to 1.2 a head and gives the rest to the others", [20, 4], [10, 10], 20, [12, 8]],
    ["gives a cell a tenth a head", [0, 9], [10, 10], 9, [1, 8]],
    ["follows the heads where the total is out of reach", [1, 1], [10, 10], 30, [15, 15]],
    ["knows nothing of nobody", [0, 0], [0, 0], 0, [0, 0]],
  ])("%s", (_, wte, heads, total, bounded) => {
    const found = boundedWte(Float64Array.from(wte), Float64Array.from(heads), total);
    expect([...found]).toEqual(bounded.map((value) => expect.closeTo(value, 6)));
  });
});
