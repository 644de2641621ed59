import { describe, expect, it } from "vitest";
import { logGamma } from "./log-gamma";

describe("logGamma", () => {
  // Γ of whole and half numbers in closed form; the rest from Abramowitz & Stegun, table 6.1 and 6.4.
  it.each([
    [1, 0],
    [2, 0],
    [0.5, Math.log(Math.PI) / 2],
    [1.5, Math.log(Math.PI) / 2 - Math.LN2],
    [1.1, Math.log(0.9513507698668732)],
    [1.75, Math.log(0.9190625268488832)],
    [5, Math.log(24)],
    [11, Math.log(3_628_800)],
    [101, 363.73937555556347],
    [1e-10, 23.025850929882733],
  ])("of %d is %d", (x, expected) => {
    expect(logGamma(x)).toBeCloseTo(expected, 13);
  });

  it("grows by ln x from x to x + 1, on both sides of where its series begins", () => {
    for (let x = 0.05; x < 60; x += 0.37) {
      expect((logGamma(x + 1) - logGamma(x) - Math.log(x)) / Math.max(1, logGamma(x + 1))).toBeCloseTo(0, 14);
    }
  });

  it("is infinite at the ends and refuses what has no gamma function here", () => {
    expect([logGamma(0), logGamma(Infinity)]).toEqual([Infinity, Infinity]);
    expect(() => logGamma(-0.5)).toThrow(/-0.5/);
    expect(() => logGamma(Number.NaN)).toThrow(/NaN/);
  });
});
