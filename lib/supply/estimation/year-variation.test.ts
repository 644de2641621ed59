import { describe, expect, test } from "vitest";
import { randomStream } from "@/lib/sample/random";
import { byExitCause } from "./exit-rows";
import { factorOfVariation, type YearRows, yearVariation } from "./year-variation";

/** Years of many people, in which as many leave as the base says times the year's own factor. */
const yearsOf = (factors: readonly number[], people = 3000): YearRows[] =>
  factors.map((factor) => ({
    exits: [
      {
        organisation: "ZT1",
        group: 3,
        ageBand: "35_39",
        people,
        ...byExitCause((cause) => (cause === "leave" ? Math.round(people * 0.0726 * factor) : 0)),
      },
    ],
    fills: [
      {
        organisation: "ZT1",
        group: 3,
        vacant: people / 10,
        vacantFilled: Math.round((people / 10) * (1 - Math.exp(-1.57 * factor))),
        emptied: 0,
        refilled: 0,
      },
    ],
  }));

describe("how much a rate differs from year to year", () => {
  test("is not told by one year, nor by years without anybody", () => {
    expect(yearVariation(yearsOf([1]), "leave")).toBeNull();
    expect(yearVariation([...yearsOf([1]), { exits: [], fills: [] }], "leave")).toBeNull();
  });

  test.each(["leave", "fill"] as const)("is small of years alike and great of years unlike: %s", (rate) => {
    const alike = yearVariation(yearsOf([1, 1, 1, 1, 1, 1]), rate);
    const unlike = yearVariation(yearsOf([0.7, 1.3, 0.75, 1.25, 0.7, 1.3]), rate);
    expect(alike?.value).toBeLessThan(0.08);
    expect(unlike?.value).toBeGreaterThan(0.18);
    expect(unlike?.value).toBeLessThan(0.4);
    for (const found of [alike, unlike]) {
      expect(found?.low).toBeLessThanOrEqual(found?.value ?? 0);
      expect(found?.high).toBeGreaterThanOrEqual(found?.value ?? 0);
    }
  });

  test("of two years is mostly what is believed beforehand, and of twenty what they tell", () => {
    const two = yearVariation(yearsOf([1, 1], 300), "leave");
    const random = randomStream(5, "years");
    const twenty = yearVariation(
      yearsOf(Array.from({ length: 20 }, () => Math.exp(random.normal(0, 0.2)))),
      "leave",
    );
    expect(two?.priorShare).toBeGreaterThan(0.7);
    expect(twenty?.priorShare).toBeLessThan(0.6);
    expect(twenty?.low).toBeLessThanOrEqual(0.2);
    expect(twenty?.high).toBeGreaterThanOrEqual(0.2);
  });

  test("is a factor within which nine in ten years lie", () => {
    expect(factorOfVariation(0)).toBe(1);
    // ln(1.1) is about 0.0953: a variation of a tenth is a factor of e^(1.645 × 0.0998).
    expect(factorOfVariation(0.1)).toBeCloseTo(Math.exp(1.6448536 * Math.sqrt(Math.log(1.01))), 6);
  });
});
