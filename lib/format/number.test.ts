import { describe, expect, it } from "vitest";
import { formatCount, formatNumber, formatPercent, formatWte } from "./number";

describe("numbers as people read them", () => {
  it.each([
    ["nought", formatCount(0), "0"],
    ["no thousands", formatCount(999), "999"],
    ["thousands apart", formatCount(1234), "1,234"],
    ["millions", formatCount(1234567), "1,234,567"],
    ["a minus, not a hyphen", formatCount(-1234), "−1,234"],
    ["no minus on what rounds to nought", formatNumber(-0.04, 1), "0.0"],
    ["a negative zero", formatCount(-0), "0"],
    ["whole WTE", formatWte(1234), "1,234"],
    ["WTE to one decimal", formatWte(12.45), "12.5"],
    ["five-decimal WTE", formatWte(1234.56789), "1,234.6"],
    ["carry over the thousand", formatNumber(999.96, 1), "1,000.0"],
    ["halves away from zero", formatNumber(1.005, 2), "1.01"],
    ["negative halves away from zero", formatNumber(-2.5, 0), "−3"],
    ["whole per cent", formatPercent(6), "6%"],
    ["one decimal", formatPercent(6.2), "6.2%"],
    ["a column that lines up", formatPercent(6, 1), "6.0%"],
    ["negative rate", formatPercent(-1.5), "−1.5%"],
    ["no exponent", formatCount(1e15), "1,000,000,000,000,000"],
  ])("%s", (_, printed, expected) => expect(printed).toBe(expected));

  it("never prints what is not a number", () => {
    expect(() => formatCount(Number.NaN)).toThrow("NaN");
    expect(() => formatWte(Number.POSITIVE_INFINITY)).toThrow();
  });
});
