import { expect, test } from "vitest";
import { changeBetween, changeWords } from "./change";

const rounded = (value: number) => ({ value, symbol: null, low: Math.max(0, value - 4), high: value + 4 });
const exact = (value: number) => ({ value, symbol: null, low: value, high: value });
const rate = (value: number, low: number, high: number) => ({ value, symbol: null, low, high });
const underFive = { value: null, symbol: "<5", low: 0, high: 4 } as const;
const withheld = { value: null, symbol: "c", low: null, high: null } as const;
const notReturned = { value: null, symbol: ":", low: null, high: null } as const;

test.each([
  [
    "ranges that are apart: up, with the least and the most",
    rounded(190),
    rounded(210),
    "Up by 20 (12 to 28)",
  ],
  ["ranges that are apart: down", rounded(210), rounded(190), "Down by 20 (12 to 28)"],
  ["ten apart is the least that can be told", rounded(190), rounded(200), "Up by 10 (2 to 18)"],
  ["five apart cannot be told", rounded(190), rounded(195), "Too small to tell apart from rounding"],
  [
    "the same rounded value is not the same value",
    rounded(190),
    rounded(190),
    "Too small to tell apart from rounding",
  ],
  [
    "ranges that touch in one point",
    rate(10, 6, 14),
    rate(18, 14, 22),
    "Too small to tell apart from rounding",
  ],
  ["exact ones that differ, by one", exact(1200), exact(1201), "Up by 1"],
  ["exact ones that are alike", exact(1200), exact(1200), "No change"],
  ["a value against one under five has no one difference", underFive, rounded(20), "Up by 12 to 24"],
  ["under five both times", underFive, underFive, "Too small to tell apart from rounding"],
  ["withheld then", withheld, rounded(20), "Cannot be compared: no value then"],
  ["not returned now: never down to nought", rounded(20), notReturned, "Cannot be compared: no value now"],
  ["published neither time", null, withheld, "Cannot be compared: no value then or now"],
])("%s", (_, earlier, now, words) => {
  expect(changeWords(changeBetween(earlier, now), "people")).toBe(words);
});

test.each([
  [
    "rates in points, not per cent",
    rate(6, 5, 7),
    rate(9, 8, 10),
    "percent",
    "Up by 3 percentage points (1 to 5)",
  ],
  [
    "without the noise of binary fractions",
    exact(81.8),
    exact(83.1),
    "percent",
    "Up by 1.3 percentage points",
  ],
  ["WTE that are negative", rate(-3, -4, -2), rate(2, 1, 3), "wte", "Up by 5 (3 to 7)"],
] as const)("%s", (_, earlier, now, unit, words) => {
  expect(changeWords(changeBetween(earlier, now), unit)).toBe(words);
});

test("a difference is told exactly where no two values within the ranges are equal", () => {
  for (let low = 0; low < 12; low++)
    for (let high = low; high < 12; high++) {
      const change = changeBetween(rate(5, 4, 7), rate(low, low, high));
      const meet = low <= 7 && high >= 4;
      expect(change.kind === "up" || change.kind === "down", `${low} to ${high}`).toBe(!meet);
      if (change.kind === "up" || change.kind === "down") expect(change.least).toBeGreaterThan(0);
    }
});
