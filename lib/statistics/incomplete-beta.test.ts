import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaQuantile, incompleteBeta } from "./incomplete-beta";

describe("incompleteBeta", () => {
  it.each([
    // Closed forms: I_x(a, 1) = x^a, I_x(1, b) = 1 − (1 − x)^b, I_x(½, ½) = (2/π) arcsin √x.
    [0.3, 4, 1, 0.3 ** 4],
    [0.3, 1, 4, 1 - 0.7 ** 4],
    [0.2, 0.5, 0.5, (2 / Math.PI) * Math.asin(Math.sqrt(0.2))],
    [0.5, 7, 7, 0.5],
    // Binomial: at least 3 of 10 at 0.25.
    [0.25, 3, 8, 0.4744071960449219],
  ])("at %d with %d and %d is %d", (x, a, b, expected) => {
    expect(incompleteBeta(x, a, b)).toBeCloseTo(expected, 12);
  });

  it("is the other's complement, read from the other end", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.double({ min: 0.05, max: 500, noNaN: true }),
        fc.double({ min: 0.05, max: 500, noNaN: true }),
        (x, a, b) => {
          expect(incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a)).toBeCloseTo(1, 11);
        },
      ),
    );
  });

  it("refuses what has none", () => {
    expect(() => incompleteBeta(1.2, 1, 1)).toThrow(/1.2/);
    expect(() => incompleteBeta(0.5, 0, 1)).toThrow(/incomplete beta/);
  });
});

describe("betaQuantile", () => {
  it("takes back what the incomplete beta function gives", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }),
        fc.double({ min: 0.5, max: 500, noNaN: true }),
        fc.double({ min: 0.5, max: 500, noNaN: true }),
        (p, a, b) => {
          expect(incompleteBeta(betaQuantile(p, a, b), a, b)).toBeCloseTo(p, 7);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("gives the ends, and refuses what is no share", () => {
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1]);
    expect(() => betaQuantile(Number.NaN, 2, 3)).toThrow(/NaN/);
  });
});
