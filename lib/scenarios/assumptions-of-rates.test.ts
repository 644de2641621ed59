import { describe, expect, test } from "vitest";
import type { PublishedRate } from "@/lib/supply/estimation/published-rates";
import { GROUPS } from "@/lib/supply/groups";
import { defaultPopulation } from "@/lib/supply/scenario.fixture";
import { assumptionsOfRates } from "./assumptions-of-rates";
import { effectiveAssumptions } from "./effective-assumptions";
import { lawsOfScenario } from "./laws-of-scenario";
import { lookAhead } from "./look-ahead";
import { checkScenario } from "./read-scenario";

const rate = (of: Partial<PublishedRate> & Pick<PublishedRate, "rate">): PublishedRate => ({
  group: "all",
  value: 0.5,
  low: 0.4,
  high: 0.625,
  people: 1000,
  events: 100,
  organisations: 40,
  priorShare: 0.1,
  ...of,
});
const RATES = [
  rate({ rate: "leave" }),
  rate({ rate: "leave", group: "technologist_to_6", value: 2 }),
  rate({ rate: "fill", value: 3, low: 2, high: 4.5 }),
];
const scenarioOf = (assumptions: readonly unknown[]) => {
  const read = checkScenario({ format: "muster-scenario/1", title: "T", horizon: 3, runs: 0, assumptions });
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
};
const population = defaultPopulation(400, 3);

describe("rates of a release as assumptions", () => {
  const known = assumptionsOfRates(RATES);
  const { laws } = lawsOfScenario(effectiveAssumptions(scenarioOf(known)), [], {
    places: [],
    population,
    censusYear: 2026,
    years: 1,
  })();
  const leaveAt = (group: string, age: number) =>
    laws[0]?.leave[GROUPS.findIndex(({ id }) => id === group) * 60 + age - 16];

  test("are such as a scenario may set, and contradict nothing", () => {
    expect(scenarioOf(known).assumptions).toHaveLength(9 + 1 + 9);
  });

  test("multiply the hazard at every age: by the group's own rate, or else the profession's", () => {
    // Half of −ln(1 − .13) and of −ln(1 − .05); twice −ln(1 − .07).
    expect(leaveAt("manager", 22)).toBeCloseTo(1 - Math.sqrt(0.87), 12);
    expect(leaveAt("manager", 60)).toBeCloseTo(1 - Math.sqrt(0.95), 12);
    expect(leaveAt("technologist_to_6", 40)).toBeCloseTo(1 - 0.93 ** 2, 12);
    expect(laws[0]?.fillHazard).toEqual(new Array(9).fill(3));
  });

  test("are as unsure as their intervals, and leave to the defaults what no return tells", () => {
    const level = known.find(({ id }) => id === "leaving-multiplier");
    expect(level?.distribution).toEqual({ kind: "lognormal", median: 1, factor: 1.25 });
    const effective = effectiveAssumptions(scenarioOf(known));
    expect(
      effective.filter(({ class: evidence }) => evidence === "illustrative").map(({ id }) => id),
    ).toEqual(
      expect.arrayContaining(["retire-by-age", "retirement-multiplier", "entry-age", "return-share"]),
    );
    expect(effective.find(({ id }) => id === "leave-by-age")?.class).toBe("assumption");
  });

  test("a look by them says so, and names only what is still illustrative", () => {
    const [by, without] = [lookAhead(population, known), lookAhead(population)];
    expect([by.estimated, without.estimated]).toEqual([true, false]);
    expect(without.restsOn.length - by.restsOn.length).toBe(2);
    // More leave of the technologists that it is made of, and posts are filled faster.
    expect(by.left).toBeGreaterThan(0);
    expect(by.years[10]?.inPostWte).not.toBeCloseTo(without.years[10]?.inPostWte ?? 0, 1);
  });
});
