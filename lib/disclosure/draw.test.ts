import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutPoint, roundPeople, roundWte, WTE_UNITS } from "./draw";

const KEY = new TextEncoder().encode("a key for this example");
const idents = Array.from({ length: 10_000 }, (_, at) => `staff|R${at}|all`);
const cut = fc.record({
  whole: fc.integer({ min: 0, max: 4 }),
  fraction: fc.integer({ min: 0, max: 99_999 }),
});

/** Pearson's statistic against equal shares. */
function chiSquared(counts: readonly number[], total: number): number {
  const expected = total / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

describe("a cell's cut point", () => {
  // 919e0058c355 and 89666dc3a69c …, as `openssl dgst -sha256 -hmac` gives them.
  it.each([
    ["staff|R1A+R1B|age:25_34", 0, { whole: 1, fraction: 8_220 }],
    ["staff|R1A+R1B|age:25_34", 1, { whole: 3, fraction: 40_845 }],
    ["est|R1A|all", 0, { whole: 3, fraction: 16_599 }],
  ])("is the HMAC of %s drawn %i times", (ident, draws, expected) => {
    expect(cutPoint(KEY, ident, draws)).toEqual(expected);
  });

  it("is spread evenly over cells (chi-squared, p > 0.001)", () => {
    const whole = new Array(5).fill(0);
    const tenth = new Array(10).fill(0);
    for (const ident of idents) {
      const { whole: w, fraction } = cutPoint(KEY, ident, 0);
      whole[w] += 1;
      tenth[Math.floor((10 * fraction) / WTE_UNITS)] += 1;
    }
    expect(chiSquared(whole, idents.length)).toBeLessThan(18.47);
    expect(chiSquared(tenth, idents.length)).toBeLessThan(27.88);
  });

  it("is another with another key", () => {
    const other = new TextEncoder().encode("another key");
    const same = idents.filter((ident) => cutPoint(KEY, ident, 0).whole === cutPoint(other, ident, 0).whole);
    expect(same.length).toBeGreaterThan(1_800);
    expect(same.length).toBeLessThan(2_200);
  });
});

describe("rounding of people", () => {
  it.each([
    [0, 4, 0],
    [1, 3, 0],
    [1, 4, 5],
    [4, 0, 0],
    [5, 0, 5],
    [5, 4, 5],
    [7, 2, 5],
    [7, 3, 10],
    [12, 2, 10],
  ])("takes %i at cut point %i to %i", (count, whole, expected) => {
    expect(roundPeople(count, { whole, fraction: 0 })).toBe(expected);
  });

  it("gives one of the two multiples of five beside the count, and a multiple of five itself", () => {
    fc.assert(
      fc.property(fc.nat(5_000), cut, (count, at) => {
        const published = roundPeople(count, at);
        expect(published % 5).toBe(0);
        expect(Math.abs(published - count)).toBeLessThan(5);
        if (count % 5 === 0) expect(published).toBe(count);
      }),
    );
  });

  it("is too high as often as too low, for people and for WTE", () => {
    let people = 0;
    let wte = 0;
    let one = 0;
    for (const [at, ident] of idents.entries()) {
      const drawn = cutPoint(KEY, ident, 0);
      const count = 1 + (at % 43);
      people += roundPeople(count, drawn) - count;
      const units = 7_654_321 + at * 12_347;
      wte += roundWte(units, drawn, 5) - units / WTE_UNITS;
      one += roundWte(units, drawn, 1) - units / WTE_UNITS;
    }
    expect(Math.abs(people / idents.length)).toBeLessThan(0.1);
    expect(Math.abs(wte / idents.length)).toBeLessThan(0.1);
    expect(Math.abs(one / idents.length)).toBeLessThan(0.02);
  });
});

describe("rounding of WTE", () => {
  it("stays within its step, below nought too", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -50_000_000, max: 500_000_000 }),
        cut,
        fc.constantFrom(1 as const, 5 as const),
        (units, at, step) => {
          const published = roundWte(units, at, step);
          expect(Math.abs(published % step)).toBe(0);
          expect(Math.abs(published - units / WTE_UNITS)).toBeLessThan(step);
          expect(Object.is(published, -0)).toBe(false);
        },
      ),
    );
  });

  it("never exceeds the headcount of people who work no more than full time", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(100_000), cut, (count, part, at) => {
        expect(roundWte(count * part, at, 5)).toBeLessThanOrEqual(roundPeople(count, at));
      }),
    );
  });
});
