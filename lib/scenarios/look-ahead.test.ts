import { describe, expect, test } from "vitest";
import { firstLook } from "@/lib/supply/first-look";
import { defaultPopulation } from "@/lib/supply/scenario.fixture";
import { lookAhead } from "./look-ahead";

describe.each([
  ["a small place", 40],
  ["a large one", 2000],
])("the range of a first look: %s", (_name, posts) => {
  const population = defaultPopulation(posts, 3);
  const range = lookAhead({ population, residuals: [] }, "Y56").years;
  const { years } = firstLook(population);

  test("begins at the census as wide as the rounding of what was published, and widens", () => {
    const width = (year: number) => (range[year]?.high ?? Number.NaN) - (range[year]?.low ?? Number.NaN);
    expect(range).toHaveLength(11);
    // Nine in ten of a triangle from −5 to 5 lie within 3.42, and a history rounds a small place's posts besides.
    expect(width(0)).toBeGreaterThan(5.5);
    expect(width(0)).toBeLessThan(8);
    expect(width(1)).toBeGreaterThan(width(0));
    expect(width(10)).toBeGreaterThan(0.005 * posts);
  });

  test("holds the expectation, year for year", () => {
    for (const { year, inPostWte } of years) {
      expect(range[year]?.low).toBeLessThanOrEqual(inPostWte + 1e-6);
      expect(range[year]?.high).toBeGreaterThanOrEqual(inPostWte - 1e-6);
    }
  });

  test("has the expectation of the supply model at default rates", () => {
    for (const { year, inPostWte, establishmentWte, share55 } of years) {
      expect(range[year]?.inPostWte).toBeCloseTo(inPostWte, 9);
      expect(range[year]?.establishmentWte).toBeCloseTo(establishmentWte ?? Number.NaN, 9);
      expect(range[year]?.share55).toBeCloseTo(share55 ?? Number.NaN, 12);
    }
  });

  test("is the same again", () => {
    expect(lookAhead({ population: { ...population }, residuals: [] }, "Y56").years).toEqual(range);
  });
});

test("a small place is less sure than a large one, in proportion", () => {
  const share = (posts: number) => {
    const end = lookAhead({ population: defaultPopulation(posts, 3), residuals: [] }, "Y56").years[10];
    return ((end?.high ?? Number.NaN) - (end?.low ?? Number.NaN)) / posts;
  };
  expect(share(30)).toBeGreaterThan(2 * share(2000));
});
