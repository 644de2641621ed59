import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crpsOfSample } from "./crps";
import { incompleteGamma } from "./incomplete-gamma";
import { covers, intervalScore } from "./interval-score";
import { inverseNormal } from "./inverse-normal";

/** The standard normal distribution function, since erf² relates to a gamma variable of shape ½. */
const normalCdf = (x: number): number => 0.5 + (Math.sign(x) * incompleteGamma(0.5, (x * x) / 2).lower) / 2;

/** Gneiting, Raftery, Westveld and Goldman (Monthly Weather Review 133, 2005), equation 5. */
const crpsOfNormal = (y: number): number =>
  y * (2 * normalCdf(y) - 1) + (2 * Math.exp((-y * y) / 2)) / Math.sqrt(2 * Math.PI) - 1 / Math.sqrt(Math.PI);

const sample = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 });
const outcome = fc.double({ min: -1e6, max: 1e6, noNaN: true });

describe("crpsOfSample", () => {
  it("is the mean distance less half the mean distance of all pairs", () => {
    fc.assert(
      fc.property(sample, outcome, (values, y) => {
        let apart = 0;
        for (const a of values) for (const b of values) apart += Math.abs(a - b);
        const away = values.reduce((sum, value) => sum + Math.abs(value - y), 0) / values.length;
        expect(crpsOfSample(values, y)).toBeCloseTo(away - apart / (2 * values.length ** 2), 6);
      }),
    );
  });

  it.each([0, 0.4, -1.7, 3])("comes to the normal curve's score at %d", (y) => {
    const count = 20_000;
    const even = Float64Array.from({ length: count }, (_, at) => inverseNormal((at + 0.5) / count));
    expect(crpsOfSample(even, y)).toBeCloseTo(crpsOfNormal(y), 4);
  });

  it("is the distance for one value, and does not mind order", () => {
    expect(crpsOfSample([3], 7.5)).toBe(4.5);
    expect(crpsOfSample([4, 1, 9], 2)).toBe(crpsOfSample([9, 4, 1], 2));
  });

  it("refuses no values and what is no number", () => {
    expect(() => crpsOfSample([], 1)).toThrow(/no values/);
    expect(() => crpsOfSample([1, Number.NaN], 1)).toThrow(/not finite/);
    expect(() => crpsOfSample([1, 2], Number.NaN)).toThrow(/not finite/);
  });
});

describe("intervalScore", () => {
  it.each([
    ["inside", 5, 4],
    ["at the end", 7, 4],
    ["below", 2, 4 + 20],
    ["above", 8.5, 4 + 30],
  ])("is the width and, %s, the price of missing", (_description, y, expected) => {
    expect(intervalScore({ low: 3, high: 7 }, y, 0.9)).toBeCloseTo(expected, 12);
  });

  it("includes both ends in what it covers", () => {
    expect([2.9, 3, 7, 7.1].map((y) => covers({ low: 3, high: 7 }, y))).toEqual([false, true, true, false]);
  });

  it("refuses an interval that is none", () => {
    expect(() => intervalScore({ low: 3, high: 2 }, 1, 0.9)).toThrow(/from 3 to 2/);
    expect(() => intervalScore({ low: 1, high: 2 }, 1, 90)).toThrow(/level 90/);
  });
});
