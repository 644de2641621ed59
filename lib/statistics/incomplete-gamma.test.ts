import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gammaQuantile } from "./gamma-quantile";
import { incompleteGamma } from "./incomplete-gamma";

/** Chi-squared variables are gamma variables of half the degrees of freedom and rate ½. */
const chiSquared = (p: number, degrees: number) => gammaQuantile(p, degrees / 2, 0.5);

describe("incompleteGamma", () => {
  it.each([
    // P(1, x) = 1 − e^−x; P(½, x) = erf √x, with erf 1 and erf 2 of Abramowitz & Stegun, table 7.1.
    [1, 0.3, -Math.expm1(-0.3)],
    [1, 5, -Math.expm1(-5)],
    [0.5, 1, 0.8427007929497149],
    [0.5, 4, 0.9953222650189527],
    // A Poisson variable of mean x is at least a with probability P(a, x).
    [3, 2, 1 - Math.exp(-2) * (1 + 2 + 2)],
  ])("P(%d, %d) is %d", (a, x, expected) => {
    expect(incompleteGamma(a, x).lower).toBeCloseTo(expected, 13);
  });

  it("agrees with Poisson sums, in both tails, to 1e-10 of each", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0.01, max: 90, noNaN: true }), (a, x) => {
        let term = Math.exp(-x);
        let fewer = 0;
        for (let k = 0; k < a; k += 1) {
          fewer += term;
          term *= x / (k + 1);
        }
        let more = 0;
        for (let k = a; k < a + 400; k += 1) {
          more += term;
          term *= x / (k + 1);
        }
        const { lower, upper } = incompleteGamma(a, x);
        expect(upper / fewer).toBeCloseTo(1, 10);
        expect(lower / more).toBeCloseTo(1, lower < 1e-250 ? 8 : 10);
      }),
    );
  });

  it("is near the normal curve at a shape of a million", () => {
    expect(incompleteGamma(1e6, 1e6).lower).toBeCloseTo(0.5 + 1 / (3 * Math.sqrt(2 * Math.PI * 1e6)), 8);
  });

  it.each([
    [0, 1],
    [1, -1],
    [Number.NaN, 1],
  ])("refuses shape %d at %d", (a, x) => {
    expect(() => incompleteGamma(a, x)).toThrow(/incomplete gamma/);
  });
});

describe("gammaQuantile", () => {
  // Upper percentage points of chi-squared: NIST/SEMATECH e-Handbook 1.3.6.7.4.
  it.each([
    [0.95, 1, 3.841],
    [0.9, 2, 4.605],
    [0.99, 10, 23.209],
    [0.05, 10, 3.94],
    [0.05, 100, 77.929],
    [0.999, 100, 149.449],
  ])("%d of chi-squared with %d degrees lies below %d", (p, degrees, expected) => {
    expect(chiSquared(p, degrees)).toBeCloseTo(expected, 3);
  });

  it("takes back what the incomplete gamma function gives, at every shape and share", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -3, max: 5, noNaN: true }),
        fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }),
        (logShape, p) => {
          const shape = 10 ** logShape;
          const x = gammaQuantile(p, shape);
          fc.pre(x > 1e-290);
          const { lower, upper } = incompleteGamma(shape, x);
          expect(p < 0.5 ? lower / p : upper / (1 - p)).toBeCloseTo(1, 8);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("rises with the share", () => {
    for (const shape of [0.01, 0.3, 1, 7.5, 400]) {
      const values = Array.from({ length: 199 }, (_, at) => gammaQuantile((at + 1) / 200, shape));
      for (const [at, value] of values.entries()) expect(value).toBeGreaterThanOrEqual(values[at - 1] ?? 0);
    }
  });

  it("has ends, a rate, and refuses what is no share", () => {
    expect([gammaQuantile(0, 2), gammaQuantile(1, 2)]).toEqual([0, Infinity]);
    expect(gammaQuantile(0.3, 4, 10)).toBeCloseTo(gammaQuantile(0.3, 4) / 10, 14);
    expect(() => gammaQuantile(1.1, 2)).toThrow(/1.1/);
    expect(() => gammaQuantile(0.5, 0)).toThrow(/shape 0/);
  });
});
