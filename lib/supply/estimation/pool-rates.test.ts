import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { poolRates } from "./pool-rates";
import { poolRatesPlainly } from "./pool-rates.fixture";
import { POOLING_PRIOR, type PoolingPrior, type Unit } from "./pooling-unit";

const units = (...counts: readonly (readonly [events: number, expected: number])[]): Unit[] =>
  counts.map(([events, expected]) => ({ events, expected, regressor: null }));

/** Without anything believed beforehand. */
const FLAT: PoolingPrior = { levelEvents: 0, slopeDeviation: 0, unitDeviation: 1e6 };

/** ln of the negative binomial probability, by its product over events: another way than the code's. */
function logNegativeBinomial(events: number, mean: number, shape: number): number {
  let log = shape * Math.log(shape / (shape + mean));
  for (let event = 0; event < events; event += 1) {
    log += Math.log(shape + event) - Math.log(event + 1) + Math.log(mean / (shape + mean));
  }
  return log;
}

const TEN = units([2, 5], [9, 4], [3, 3], [0, 2], [14, 6], [1, 7], [6, 6], [2, 1], [11, 9], [3, 8]);

describe("poolRates", () => {
  it("finds the level and shape of the greatest marginal likelihood, as a grid computed another way does", () => {
    let best = { height: -Infinity, level: 0, shape: 0 };
    for (let level = 0.5; level < 2; level += 0.004) {
      for (let logShape = -1; logShape < 3; logShape += 0.01) {
        const shape = Math.exp(logShape);
        const height = TEN.reduce(
          (sum, { events, expected }) => sum + logNegativeBinomial(events, level * expected, shape),
          0,
        );
        if (height > best.height) best = { height, level, shape };
      }
    }
    const found = poolRates(TEN, FLAT);
    expect(Math.abs(found.level - best.level)).toBeLessThan(0.005);
    expect(Math.abs(Math.log(found.shape / best.shape))).toBeLessThan(0.015);
  });

  it("finds the slope on a regressor as a grid computed another way does", () => {
    const sloped = TEN.map((unit, at) => ({ ...unit, regressor: (at - 4.5) / 2.9 }));
    const prior = { ...POOLING_PRIOR, slopeDeviation: 0.3 };
    const found = poolRates(sloped, prior);
    let best = { height: -Infinity, slope: 0, level: 0 };
    for (let slope = -0.6; slope < 0.6; slope += 0.005) {
      for (let level = 0.6; level < 1.6; level += 0.005) {
        const height = sloped.reduce(
          (sum, { events, expected, regressor }) =>
            sum + logNegativeBinomial(events, level * Math.exp(slope * regressor) * expected, found.shape),
          4 * (Math.log(level) - level) - (slope / 0.3) ** 2 / 2,
        );
        if (height > best.height) best = { height, slope, level };
      }
    }
    expect(Math.abs(found.slope - best.slope)).toBeLessThan(0.006);
    expect(Math.abs(found.level - best.level)).toBeLessThan(0.006);
  });

  it.each<[string, Unit[], number]>([
    ["of ten units", TEN, 0.06],
    [
      "of many small ones",
      Array.from({ length: 60 }, (_, at) => units([at % 7 === 0 ? 3 : at % 2, 1.1])).flat(),
      0.02,
    ],
    ["of few large ones", units([40, 50], [66, 50], [52, 50], [81, 50], [47, 50]), 0.1],
  ])("has the posteriors %s that its plain twin sums up over a grid", (_description, given, tolerance) => {
    const [found, plainly] = [poolRates(given).units, poolRatesPlainly(given, POOLING_PRIOR)];
    for (const [at, { mean, variance, priorShare }] of plainly.entries()) {
      expect(Math.abs((found[at]?.mean ?? 0) / mean - 1)).toBeLessThan(tolerance / 2);
      expect(Math.abs(Math.sqrt((found[at]?.variance ?? 0) / variance) - 1)).toBeLessThan(tolerance);
      expect(Math.abs((found[at]?.priorShare ?? 0) - priorShare)).toBeLessThan(tolerance);
    }
  });

  it("is the conjugate posterior where the shape is beyond doubt", () => {
    // Four hundred units like these leave no doubt about the shape and the level.
    const many = Array.from({ length: 40 }, () => TEN).flat();
    const { level, shape, units: pooled } = poolRates(many);
    for (const [at, { events, expected }] of TEN.entries()) {
      const mean = (shape + events) / (shape / level + expected);
      const variance = mean / (shape / level + expected);
      expect((pooled[at]?.mean ?? 0) / mean).toBeCloseTo(1, 1);
      expect((pooled[at]?.variance ?? 0) / variance).toBeCloseTo(1, 1);
      expect(pooled[at]?.priorShare).toBeCloseTo(shape / level / (shape / level + expected), 1);
    }
  });

  it.each([
    ["one organisation", units([5, 4]), 9 / 8],
    ["one with people among others without", units([5, 4], [0, 0], [0, 0]), 9 / 8],
    ["none", [], 1],
  ])("pools fully with %s: the prior's four events and its own", (_description, given, level) => {
    const found = poolRates(given);
    expect(found.shape).toBe(Infinity);
    for (const { mean } of [...found.units, found.another]) expect(mean).toBeCloseTo(level, 9);
  });

  it("takes units for alike that are no more apart than chance has them", () => {
    const alike = Array.from({ length: 30 }, (_, at) => ({
      events: 9 + (at % 3),
      expected: 10,
      regressor: null,
    }));
    const found = poolRates(alike);
    expect(found.shape).toBe(Infinity);
    expect(found.units[0]?.priorShare).toBeGreaterThan(0.85);
  });

  it("gives no zero and no NaN where nobody left anywhere", () => {
    const found = poolRates(units([0, 3], [0, 8], [0, 1]));
    expect(found.level).toBeCloseTo(4 / 16, 6);
    expect(found.shape).toBe(Infinity);
    for (const { mean, variance } of found.units) {
      expect(mean).toBeGreaterThan(0);
      expect(variance).toBeGreaterThan(0);
    }
  });

  it("throws where there is neither an event nor a prior", () => {
    expect(() => poolRates(units([0, 3]), FLAT)).toThrow(/no rate to estimate/);
  });
});

const someUnits = fc.array(
  fc.record({
    events: fc.nat({ max: 40 }),
    expected: fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 60, noNaN: true })),
    regressor: fc.option(fc.double({ min: -3, max: 3, noNaN: true })),
  }),
  { minLength: 1, maxLength: 12 },
);

test("every unit has a mean above zero, a variance and a share, whatever the counts", () => {
  fc.assert(
    fc.property(someUnits, (given) => {
      const { units: pooled, level, shape, slope } = poolRates(given);
      expect(level).toBeGreaterThan(0);
      expect(shape).toBeGreaterThan(0);
      expect(Number.isFinite(slope)).toBe(true);
      for (const { mean, variance, priorShare } of pooled) {
        expect(mean > 0 && mean < Infinity && variance >= 0 && variance < Infinity).toBe(true);
        expect(priorShare > 0 && priorShare <= 1).toBe(true);
      }
    }),
  );
});

test("an event more never lowers a unit's own multiplier", () => {
  fc.assert(
    fc.property(someUnits, fc.nat(), (given, which) => {
      const at = which % given.length;
      const more = given.map((unit, here) => (here === at ? { ...unit, events: unit.events + 1 } : unit));
      fc.pre((given[at]?.expected ?? 0) > 0);
      const before = poolRates(given).units[at]?.mean ?? 0;
      expect(poolRates(more).units[at]?.mean ?? 0).toBeGreaterThanOrEqual(before * (1 - 1e-9));
    }),
    {
      numRuns: 300,
      // Found once: with no event at all units were pooled fully, and the first event let one fall below that.
      examples: [
        [
          [
            { events: 0, expected: 12, regressor: null },
            { events: 0, expected: 0.01, regressor: null },
          ],
          0,
        ],
      ],
    },
  );
});

test("the order of the units changes nothing but the order", () => {
  fc.assert(
    fc.property(someUnits, (given) => {
      const [forth, back] = [poolRates(given), poolRates([...given].reverse())];
      for (const [at, { mean }] of back.units.reverse().entries()) {
        expect(mean / (forth.units[at]?.mean ?? 0)).toBeCloseTo(1, 6);
      }
    }),
  );
});
