import { expect, it } from "vitest";
import { figureText, figureWords, rangeText } from "./figure-text";

const shown = (value: number, low = value, high = value) => ({ value, symbol: null, low, high });
const under = (high: number) => ({ value: null, symbol: "<5", low: 0, high }) as const;
const without = (symbol: "c" | ":") => ({ value: null, symbol, low: null, high: null });

it.each([
  ["people", shown(1235, 1231, 1239), "people", "1,235", "1,235", "1,231 to 1,239"],
  ["a rate", shown(6.2, 5.9, 6.5), "percent", "6.2%", "6.2%", "5.9% to 6.5%"],
  [
    "the ends of its range to the same decimals",
    shown(23.8, 22.7, 25),
    "percent",
    "23.8%",
    "23.8%",
    "22.7% to 25.0%",
  ],
  ["a whole rate with whole ends", shown(7, 6, 8), "percent", "7%", "7%", "6% to 8%"],
  ["an exact number", shown(42200), "devices", "42,200", "42,200", null],
  ["a band", shown(3), "band", "10% to under 20%", "10% to under 20%", null],
  ["few people", under(4), "people", "<5", "under 5, which may be none", "0 to 4"],
  ["a small share, whose bound is said once", under(8), "percent", "under 8%", "under 8%", null],
  [
    "a share that may be below none, as its range alone",
    { ...under(2), low: -2 },
    "percent",
    "−2% to 2%",
    "−2% to 2%",
    null,
  ],
  ["withheld", without("c"), "people", "c", "cannot be shown", null],
  ["a withheld rate", without("c"), "percent", "c", "cannot be shown", null],
  ["not returned", without(":"), "wte", ":", "not returned", null],
  ["no such figure", null, "people", "x", "not published", null],
] as const)("prints %s", (_, figure, unit, text, words, range) => {
  expect(figureText(figure, unit)).toBe(text);
  expect(figureWords(figure, unit)).toBe(words);
  expect(rangeText(figure, unit)).toBe(range);
});
