import { expect, it } from "vitest";
import { combined, hoursOfUnits } from "./swing";

it.each([
  ["nothing in doubt", 10, [], 10, 10],
  ["one thing in doubt", 10, [{ low: 5, high: 30 }], 5, 30],
  [
    "two alike",
    10,
    [
      { low: 5, high: 20 },
      { low: 5, high: 20 },
    ],
    10 / 2 ** Math.SQRT2,
    10 * 2 ** Math.SQRT2,
  ],
  [
    "a sum of squares: factors e³ and e⁴ make e⁵",
    1,
    [
      { low: Math.exp(-3), high: 1 },
      { low: Math.exp(-4), high: 1 },
    ],
    Math.exp(-5),
    1,
  ],
  ["what may be nought", 10, [{ low: 0, high: 10 }], 0, 10],
  ["nought itself", 0, [{ low: 0, high: 0 }], 0, 0],
])("the interval of %s", (_, value, swings, low, high) => {
  const interval = combined(value, swings);
  expect(interval.value).toBe(value);
  expect(interval.low).toBeCloseTo(low, 12);
  expect(interval.high).toBeCloseTo(high, 12);
});

it("hours swing with the time of a unit and with the number of units, each by itself", () => {
  expect(hoursOfUnits({ value: 10, low: 8, high: 20 }, { value: 2, low: 1, high: 3 })).toEqual({
    hours: 20,
    byTime: { low: 10, high: 30 },
    byVolume: { low: 16, high: 40 },
  });
});
