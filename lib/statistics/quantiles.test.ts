import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantiles } from "./quantiles";
import { quantilesOfWhole } from "./quantiles-of-whole";

/** The twin: the whole sample sorted. */
function bySorting(values: ArrayLike<number>, probabilities: readonly number[]): number[] {
  const sorted = Array.from(values).sort((a, b) => a - b);
  return probabilities.map((p) => {
    const at = p * (sorted.length - 1);
    const below = Math.floor(at);
    const low = sorted[below] as number;
    const share = at - below;
    return (share === 0 ? low : low + share * ((sorted[below + 1] as number) - low)) + 0;
  });
}

const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 9 });

describe("quantiles", () => {
  // R 4: quantile(c(1, 3, 4, 10), c(0, .1, .25, .5, .9, 1)), its type 7.
  it("interpolates between ranks as type 7 does", () => {
    const found = quantiles(Float64Array.of(10, 1, 4, 3), [0, 0.1, 0.25, 0.5, 0.9, 1]);
    for (const [at, expected] of [1, 1.6, 2.5, 3.5, 8.2, 10].entries())
      expect(found[at]).toBeCloseTo(expected, 14);
  });

  it("gives the bits that sorting gives, whatever the sample, its order, its ties and what is asked", () => {
    const sample = fc.oneof(
      fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 300 }),
      fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 2500 }),
      fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), { minLength: 700, maxLength: 2500 }),
    );
    fc.assert(
      fc.property(sample, shares, (values, probabilities) => {
        const expected = bySorting(values, probabilities);
        const found = quantiles(Float64Array.from(values), probabilities);
        for (const [at, value] of found.entries()) expect(Object.is(value, expected[at])).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ["rising", (at: number) => at],
    ["falling", (at: number) => -at],
    ["all equal", () => 7],
    ["an organ pipe", (at: number) => Math.min(at, 5000 - at)],
    ["spread over all magnitudes, each outlier beyond the last,", (at: number) => 10 ** ((at % 600) - 300)],
    ["bound by the greatest and least numbers", (at: number) => (at % 2 ? 1 : -1) * 1.7e308],
    ["too close to be parted into", (at: number) => (at % 3) * 5e-324],
  ])("gives the bits that sorting gives for %s values", (_description, value) => {
    const values = Float64Array.from({ length: 5000 }, (_, at) => value(at));
    const probabilities = [0.05, 0.25, 0.5, 0.75, 0.95];
    const before = values.slice();
    expect(quantiles(values, probabilities)).toEqual(bySorting(values, probabilities));
    expect(values).toEqual(before);
  });

  it.each([
    [[], [0.5], /no values/],
    [[1, Number.NaN], [0.5], /not finite/],
    [[1, Infinity], [0.5], /not finite/],
    [[1], [1.5], /1.5/],
    [[1], [Number.NaN], /NaN/],
  ])("refuses %j at %j", (values, probabilities, message) => {
    expect(() => quantiles(Float64Array.from(values), probabilities)).toThrow(message);
  });
});

describe("quantilesOfWhole", () => {
  it("gives the bits that sorting gives, leaves the values and the scratch as they were", () => {
    const scratch = new Int32Array(64);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -40, max: 200 }), { minLength: 1, maxLength: 600 }),
        shares,
        (values, probabilities) => {
          const sample = Int32Array.from(values);
          expect(quantilesOfWhole(sample, probabilities, scratch)).toEqual(bySorting(values, probabilities));
          expect([...sample]).toEqual(values);
          expect(scratch.every((bin) => bin === 0)).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });

  it.each([
    [[], /no values/],
    [[1, 2.5], /not one/],
    [[1, Number.NaN], /not one/],
  ])("refuses %j", (values, message) => {
    expect(() => quantilesOfWhole(Float64Array.from(values), [0.5])).toThrow(message);
  });
});
