import { describe, expect, test } from "vitest";
import { YOUNGEST } from "./ages";
import { compileLaw } from "./compile-law";
import { expectation } from "./expectation";
import { expectedYear } from "./expected-year";
import { GROUP_COUNT, GROUPS } from "./groups";
import type { Population } from "./population";
import { flat, populationOf, uniforms } from "./scenario.fixture";
import { simulatePosts } from "./simulate-posts.fixture";
import { defaultLaw, type YearLaw } from "./year-law";

const at = (id: string) => GROUPS.findIndex((group) => group.id === id);
const YEARS = 8;
const RUNS = 1500;

/** A department with a ladder of three rungs, old hands and people who came back, part-time over fifty. */
function department(): Population {
  const population = populationOf(
    { group: at("associate"), ages: { 24: 3, 38: 3, 52: 2 }, vacant: 2 },
    {
      group: at("technologist_to_6"),
      ages: { 23: 4, 30: 6, 41: 5, 55: 5, 62: 3 },
      returnedAges: { 66: 2 },
      vacant: 6,
      frozenShare: 0.3,
    },
    { group: at("technologist_from_7"), ages: { 35: 4, 48: 8, 58: 9, 75: 1 }, vacant: 8 },
  );
  for (const stock of population.groups) {
    for (let age = 50; age <= 75; age += 1) {
      stock.wteFirst[age - YOUNGEST] = 0.85;
      stock.wteReturned[age - YOUNGEST] = 0.68;
    }
  }
  return population;
}

// Promotion low enough, and vacancies of the next rung many enough, that it never waits for a post: where it does
// the mean of histories is not the expectation's, by the least of two random numbers.
const law: YearLaw = {
  ...defaultLaw(),
  move: flat(0.05),
  promote: flat(0.01),
  leavingMultiplier: 1.3,
  retirementMultiplier: 0.8,
  organisationLeaving: 1.2,
  organisationFilling: 0.9,
  growth: new Array<number>(GROUP_COUNT).fill(0.013),
};
const laws = new Array<YearLaw>(YEARS).fill(law);

function compare(histories: "nation" | "organisation", seed: number): { name: string; z: number }[] {
  const start = department();
  const nation = expectation(start, compileLaw(laws, "nation"), { collect: true });
  const projection =
    histories === "nation"
      ? nation
      : expectation(start, compileLaw(laws, "organisation"), { shared: nation.shared });
  const end = expectedYear(projection, YEARS);
  const expected: [string, number][] = [
    ...GROUPS.map((group, position): [string, number] => [
      group.id,
      expectedYear(projection, YEARS, [position]).filled,
    ]),
    ["returned", end.returned],
    ["55 and over", end.ages.slice(55 - YOUNGEST).reduce((sum, count) => sum + count, 0)],
    ["WTE in post", end.inPostWte],
    ["sum of ages", end.ages.reduce((sum, count, age) => sum + count * (age + YOUNGEST), 0)],
  ];

  const uniform = uniforms(seed);
  const sums = expected.map(() => ({ sum: 0, squares: 0 }));
  for (let run = 0; run < RUNS; run += 1) {
    const one = simulatePosts(start, laws, histories === "nation" ? null : nation.shared, uniform);
    const values = [...one.filled, one.returned, one.over55, one.inPostWte, one.ageSum];
    for (const [index, value] of values.entries()) {
      const sum = sums[index];
      if (sum === undefined) continue;
      sum.sum += value;
      sum.squares += value * value;
    }
  }
  return expected.map(([name, value], index) => {
    const { sum = 0, squares = 0 } = sums[index] ?? {};
    const mean = sum / RUNS;
    const error = Math.sqrt(Math.max(0, squares / RUNS - mean * mean) / RUNS);
    return { name, z: error > 0 ? (mean - value) / error : mean - value };
  });
}

describe("the mean of histories simulated post by post is the expectation", () => {
  test.each([
    ["nation", 11],
    ["organisation", 12],
  ] as const)("for the %s", (view, seed) => {
    const far = compare(view, seed).filter(({ z }) => !(Math.abs(z) < 4));
    expect(far).toEqual([]);
  });
});
