import { describe, expect, test } from "vitest";
import { AGE_COUNT, byAge, YOUNGEST } from "./ages";
import { SUPPLY_DEFAULTS } from "./assumptions";
import { type PensionMix, pensionSection, retireByMix, retireProbability } from "./retirement";
import { defaultLaw, lawsOverYears } from "./year-law";

test.each([
  [1985, "1995"],
  [2008, "1995"],
  [2009, "2008"],
  [2014, "2008"],
  [2015, "2015"],
  [2024, "2015"],
] as const)("who joined in %i is in the section of %s", (year, section) => {
  expect(pensionSection(year)).toBe(section);
});

test.each([
  ["early at 59 in the 1995 section", "1995", 59, 2026, 0.04],
  ["at 60 in the 1995 section", "1995", 60, 2026, 0.28],
  ["early at 64 in the 2008 section", "2008", 64, 2026, 0.04],
  ["at 65 in the 2008 section", "2008", 65, 2026, 0.28],
  ["late in any section", "1995", 68, 2026, 0.5],
  ["early at 66 in the 2015 scheme, born in 1961", "2015", 66, 2027, 0.04],
  ["at 67 in the 2015 scheme, born in 1961", "2015", 67, 2028, 0.28],
  ["at 66 in the 2015 scheme, born in 1960", "2015", 66, 2026, 0.28],
  ["not before 55", "1995", 54, 2026, 0],
  ["early at 55 in the 2015 scheme until 2028", "2015", 55, 2027, 0.04],
  ["not at 56 in the 2015 scheme from 2028", "2015", 56, 2028, 0],
  ["early at 57 in the 2015 scheme from 2028", "2015", 57, 2028, 0.04],
  ["early at 55 in the older sections after 2028", "2008", 55, 2030, 0.04],
] as const)("somebody retires %s", (_, section, age, year, probability) => {
  expect(retireProbability(section, age, year)).toBe(probability);
});

describe("a mix of sections", () => {
  const unknown = byAge(SUPPLY_DEFAULTS["retire-by-age"].value);
  const mix = (shares: PensionMix[number]): PensionMix =>
    new Array<PensionMix[number]>(AGE_COUNT).fill(shares);
  const at = (table: readonly number[], age: number) => table[age - YOUNGEST];

  test("of which nothing is known retires by the default table, whatever the year", () => {
    expect(retireByMix(mix({ "1995": 0, "2008": 0, "2015": 0 }), unknown, 2026, 0)).toEqual(unknown);
    expect(retireByMix([], unknown, 2026, 3)).toEqual(unknown);
  });

  test("weighs the sections, and the default for those not known", () => {
    const table = retireByMix(mix({ "1995": 0.5, "2008": 0.2, "2015": 0 }), unknown, 2026, 0);
    expect(at(table, 62)).toBeCloseTo(0.5 * 0.28 + 0.2 * 0.04 + 0.3 * 0.15, 12);
  });

  test("with 46 in a hundred in the 1995 section is the default table between 60 and 64", () => {
    const table = retireByMix(mix({ "1995": 0.46, "2008": 0.24, "2015": 0.3 }), unknown, 2026, 0);
    expect(at(table, 62)).toBeCloseTo(0.15, 2);
  });

  test("moves with the people: each cohort keeps its own", () => {
    const cohorts = Array.from({ length: AGE_COUNT }, (_, position) => ({
      "1995": position + YOUNGEST >= 58 ? 1 : 0,
      "2008": position + YOUNGEST >= 58 ? 0 : 1,
      "2015": 0,
    }));
    expect(at(retireByMix(cohorts, unknown, 2026, 0), 60)).toBe(0.28);
    expect(at(retireByMix(cohorts, unknown, 2026, 2), 60)).toBe(0.28);
    expect(at(retireByMix(cohorts, unknown, 2026, 3), 60)).toBe(0.04);
  });

  test("touches its own group's law and no other", () => {
    const laws = lawsOverYears(defaultLaw(), 2, {
      mix: [mix({ "1995": 1, "2008": 0, "2015": 0 }), ...new Array<null>(8).fill(null)],
      censusYear: 2026,
    });
    expect(laws.map(({ retire }) => retire[60 - YOUNGEST])).toEqual([0.28, 0.28]);
    expect(laws.map(({ retire }) => retire[AGE_COUNT + 60 - YOUNGEST])).toEqual([0.15, 0.15]);
  });
});
