import { describe, expect, test } from "vitest";
import { cutPoint, roundPeople, roundWte, WTE_UNITS } from "@/lib/disclosure/draw";
import { compileLaw } from "@/lib/supply/compile-law";
import { expectation } from "@/lib/supply/expectation";
import { expectedYear } from "@/lib/supply/expected-year";
import { PATH_ROWS } from "@/lib/supply/path-tables";
import type { Population } from "@/lib/supply/population";
import { defaultPopulation } from "@/lib/supply/scenario.fixture";
import { defaultLaw } from "@/lib/supply/year-law";
import { shiftOfStart, startDoubt } from "./start-doubt";

const YEARS = 6;
const ALL = PATH_ROWS - 1;
const meanFrom = (population: Population) =>
  expectation(population, compileLaw(new Array(YEARS).fill(defaultLaw()), "nation"));
const population = defaultPopulation(80, 6);
const RUNS = 4000;
const shift = shiftOfStart({ ages: [] }, population, "QA1", { runs: RUNS, seed: 3 }, meanFrom);

const moments = (values: ArrayLike<number>) => {
  const all = Array.from(values);
  const mean = all.reduce((sum, one) => sum + one, 0) / all.length;
  return { mean, variance: all.reduce((sum, one) => sum + (one - mean) ** 2, 0) / all.length };
};

describe("what rounding leaves open of a start", () => {
  test("is spread as what the release's own rounding cuts off", () => {
    const key = new TextEncoder().encode("a key that only this test knows.");
    const off = { people: [] as number[], wte: [] as number[] };
    for (let at = 0; at < RUNS; at += 1) {
      const [people, units] = [60 + (at % 37), 100_000 * 60 + ((at * 987_654_321) % (37 * WTE_UNITS))];
      const cut = cutPoint(key, `staff|${at}|all`, 0);
      off.people.push(people - roundPeople(people, cut));
      off.wte.push(units / WTE_UNITS - roundWte(units, cut, 5));
    }
    const [heads, wte] = [shift.filled(0, ALL), shift.wte(0, ALL)];
    for (const [drawn, made] of [
      [heads, off.people],
      [wte, off.wte],
    ] as const) {
      const [one, other] = [moments(drawn), moments(made)];
      expect(Math.abs(one.mean)).toBeLessThan(0.12);
      expect(one.variance / other.variance).toBeGreaterThan(0.9);
      expect(one.variance / other.variance).toBeLessThan(1.1);
    }
    // People are off by a whole number from −4 to 4, as often by k as (5 − |k|) of 25.
    for (const k of [-4, 0, 3]) {
      const share = heads.filter((one) => Math.abs(one - k) < 1e-6).length / RUNS;
      expect(Math.abs(share - (5 - Math.abs(k)) / 25)).toBeLessThan(0.025);
    }
    expect(Math.max(...wte)).toBeLessThan(5);
    // A figure of people and that of their WTE are cut at one place.
    const both = moments(Float64Array.from(heads, (one, run) => one * (wte[run] as number)));
    expect(both.mean).toBeGreaterThan(1);
  });

  test("moves later years as the expectation from that start has it", () => {
    const start = expectedYear(meanFrom(population), 0).inPostWte;
    for (const run of [0, 1, 2]) {
      const by = shift.wte(0, ALL)[run] as number;
      const scaled = {
        ...population,
        groups: population.groups.map((stock) => ({
          ...stock,
          first: stock.first.map((count) => count * (1 + by / start)),
          returned: stock.returned.map((count) => count * (1 + by / start)),
        })),
      };
      for (let year = 1; year <= YEARS; year += 1) {
        const moved =
          expectedYear(meanFrom(scaled), year).inPostWte - expectedYear(meanFrom(population), year).inPostWte;
        expect(shift.wte(year, ALL)[run]).toBeCloseTo(moved, 8);
      }
    }
  });

  test("of an age counts once its people are 55", () => {
    const variance = (of: typeof shift, year: number) => moments(of.aged55(year, ALL)).variance;
    const agesFrom = (...ages: [number, number][]) =>
      shiftOfStart({ ages }, population, "QA1", { runs: 2000, seed: 3 }, meanFrom);
    expect(variance(agesFrom([55, 64]), 0)).toBeGreaterThan(3.5);
    expect(variance(agesFrom([55, 64]), 0)).toBeLessThan(4.5);
    const younger = agesFrom([45, 54]);
    expect(variance(younger, 0)).toBe(0);
    expect(variance(younger, 4)).toBeGreaterThan(variance(younger, 2));
  });

  test("is never more people fewer than there are", () => {
    const two = defaultPopulation(2, 0);
    const few = shiftOfStart({ ages: [] }, two, "QA1", { runs: 500, seed: 3 }, meanFrom);
    expect(Math.min(...few.filled(0, ALL))).toBeCloseTo(-expectedYear(meanFrom(two), 0).filled, 9);
  });

  test("is of the ages that were published, merged ones together", () => {
    const of = (category: string, within: boolean | null) => ({
      measure: "headcount",
      dimension: "age",
      category,
      published: 5,
      fitted: 5,
      difference: 0,
      within,
    });
    expect(
      startDoubt({ residuals: [of("55_64+65_plus", true), of("unknown", true), of("25_34", null)] }),
    ).toEqual({
      ages: [[55, 75]],
    });
  });
});
