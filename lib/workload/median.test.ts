import { expect, it } from "vitest";
import { medianInterval } from "./median";

const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);

// Ranks of the two-sided 95 % interval, as in tables of order statistics for the median.
it.each([
  [3, 2, 1, 3],
  [6, 3.5, 1, 6],
  [8, 4.5, 1, 8],
  [9, 5, 2, 8],
  [10, 5.5, 2, 9],
  [15, 8, 4, 12],
  [20, 10.5, 6, 15],
  [30, 15.5, 10, 21],
])("of %d values the median is %d, between the values of rank %d and %d", (n, median, low, high) => {
  expect(medianInterval(upTo(n).reverse())).toEqual({ median, low, high });
});

it("there is none of no values", () => {
  expect(() => medianInterval([])).toThrow();
});
