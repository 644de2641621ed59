import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { incompleteBeta } from "./incomplete-beta";
import { clopperPearsonInterval, wilsonInterval } from "./proportion-interval";

describe("wilsonInterval", () => {
  // Newcombe, Statistics in Medicine 17, 1998, table I: the method's own examples.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("of %d in %d is %d to %d", (successes, trials, low, high) => {
    const interval = wilsonInterval(successes, trials, 0.95);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });
});

describe("clopperPearsonInterval", () => {
  // The same table.
  it.each([
    [81, 263, 0.2527, 0.3676],
    [15, 148, 0.0578, 0.1617],
    [0, 20, 0, 0.1684],
    [1, 29, 0.0009, 0.1776],
  ])("of %d in %d is %d to %d", (successes, trials, low, high) => {
    const interval = clopperPearsonInterval(successes, trials, 0.95);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it("leaves each tail its share", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.nat({ max: 300 }), (trials, wanted) => {
        const successes = Math.min(trials, wanted);
        const { low, high } = clopperPearsonInterval(successes, trials, 0.9);
        // At least so many, were the proportion the low end; at most so many, were it the high one.
        if (successes > 0)
          expect(incompleteBeta(low, successes, trials - successes + 1)).toBeCloseTo(0.05, 9);
        if (successes < trials)
          expect(1 - incompleteBeta(high, successes + 1, trials - successes)).toBeCloseTo(0.05, 9);
      }),
    );
  });
});

describe("both", () => {
  it.each([
    [3, 2, 0.9],
    [-1, 2, 0.9],
    [0, 0, 0.9],
    [1, 2, 95],
  ])("refuse %d in %d at level %d", (successes, trials, level) => {
    expect(() => wilsonInterval(successes, trials, level)).toThrow(/interval/);
    expect(() => clopperPearsonInterval(successes, trials, level)).toThrow(/interval/);
  });
});
