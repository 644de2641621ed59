import { describe, expect, test } from "vitest";
import { compileLaw, type View } from "./compile-law";
import { expectation } from "./expectation";
import { expectedYear } from "./expected-year";
import { GROUP_COUNT } from "./groups";
import { PATH_ROWS } from "./path-tables";
import type { Population } from "./population";
import { type Paths, samplePaths } from "./sample-paths";
import { defaultPopulation, populationOf, quietLaw, randomScenario } from "./scenario.fixture";
import { toldRun } from "./told-run";
import { defaultLaw, type YearLaw } from "./year-law";

/** Without closing of posts, which is not linear: there the mean of histories is not the expectation's. */
const growing = (laws: readonly YearLaw[]): YearLaw[] => {
  const made = new Map<YearLaw, YearLaw>();
  return laws.map((law) => {
    const known = made.get(law) ?? { ...law, growth: law.growth.map((growth) => Math.max(0, growth)) };
    made.set(law, known);
    return known;
  });
};

const run = (population: Population, laws: YearLaw[], view: View, runs: number, seed = 1): Paths => {
  const { shared } = expectation(population, compileLaw(laws, "nation"), { collect: true });
  return samplePaths({
    population,
    view,
    years: laws.length,
    runs,
    seed,
    stream: 7,
    historyOf: () => ({ laws, told: toldRun(shared, view) }),
  });
};

/** How many standard errors each mean of histories is from the expectation, by measure, year and group. */
function deviations(population: Population, laws: YearLaw[], view: View, runs: number, seed: number) {
  const nation = expectation(population, compileLaw(laws, "nation"), { collect: true });
  const mean =
    view === "nation"
      ? nation
      : expectation(population, compileLaw(laws, "organisation"), { shared: nation.shared });
  const paths = run(population, laws, view, runs, seed);
  const found: { name: string; z: number }[] = [];
  for (let year = 0; year <= laws.length; year += 1) {
    for (let group = 0; group < PATH_ROWS; group += 1) {
      const one = expectedYear(mean, year, group < GROUP_COUNT ? [group] : undefined);
      const expected = {
        filled: one.filled,
        vacant: one.vacant,
        inPostWte: one.inPostWte,
        aged55: one.ages.slice(39).reduce((sum, count) => sum + count, 0),
      };
      for (const [measure, value] of Object.entries(expected)) {
        const from = (year * PATH_ROWS + group) * runs;
        const drawn = Float64Array.from(paths[measure as keyof typeof expected].subarray(from, from + runs));
        const average = drawn.reduce((sum, x) => sum + x, 0) / runs;
        const variance = drawn.reduce((sum, x) => sum + (x - average) ** 2, 0) / (runs - 1);
        // A rare event that no history had says little by its spread: one in all of them is the least error told.
        const error = Math.sqrt(Math.max(variance, 1 / runs) / runs);
        found.push({ name: `${measure} of ${group} in year ${year}`, z: (average - value) / error });
      }
    }
  }
  return found;
}

describe("sample paths are the expectation's other view", () => {
  test.each([
    ["nation", 21],
    ["organisation", 22],
  ] as const)("default rates, %s: every named figure within three standard errors or so", (view, seed) => {
    const laws = new Array<YearLaw>(15).fill(defaultLaw());
    const far = deviations(defaultPopulation(120), laws, view, 1000, seed).filter(({ z }) => Math.abs(z) > 4);
    expect(far).toEqual([]);
  });

  test("200 random scenarios: none further than chance allows among so many", () => {
    let [worst, worstName, sum, count] = [0, "", 0, 0];
    for (let seed = 1; seed <= 200; seed += 1) {
      const { population, laws } = randomScenario(seed, 4);
      const view = seed % 2 === 0 ? "nation" : "organisation";
      const small = { ...population, groups: population.groups.map(tenth) };
      for (const { name, z } of deviations(small, growing(laws), view, 150, seed)) {
        sum += z * z;
        count += 1;
        if (Math.abs(z) > worst) [worst, worstName] = [Math.abs(z), `${name}, scenario ${seed}`];
      }
    }
    // Some 39,000 correlated figures over 150 histories each, whose errors are estimated: tails as of Student's t.
    expect(worst, worstName).toBeLessThan(6.5);
    expect(sum / count).toBeLessThan(1.15);
  });
});

/** A tenth of the posts, so that many histories cost little. */
const tenth = (stock: Population["groups"][number]) => ({
  ...stock,
  first: stock.first.map((count) => count / 10),
  returned: stock.returned.map((count) => count / 10),
  vacantPosts: stock.vacantPosts / 10,
});

describe("each history", () => {
  const { population, laws } = randomScenario(5, 8);
  const paths = run(population, laws, "organisation", 40);

  test("keeps the identity of stocks: opening + joined − left = closing", () => {
    const { filled, joined, left, runs, years } = paths;
    for (let year = 1; year <= years; year += 1) {
      for (let at = year * PATH_ROWS * runs; at < (year + 1) * PATH_ROWS * runs; at += 1) {
        const before = filled[at - PATH_ROWS * runs] ?? Number.NaN;
        expect(before + (joined[at] ?? Number.NaN) - (left[at] ?? Number.NaN)).toBe(filled[at]);
      }
    }
  });

  test("is the same for the same seed, and another for another", () => {
    expect(run(population, laws, "organisation", 40).filled).toEqual(paths.filled);
    expect(run(population, laws, "organisation", 40, 2).filled).not.toEqual(paths.filled);
  });

  test("meets the same luck however many are drawn", () => {
    const fewer = run(population, laws, "organisation", 10);
    for (let cell = 0; cell < (paths.years + 1) * PATH_ROWS; cell += 1)
      expect(fewer.filled.subarray(cell * 10, cell * 10 + 10)).toEqual(
        paths.filled.subarray(cell * 40, cell * 40 + 10),
      );
  });

  test("begins as the census has it", () => {
    const whole = populationOf({ group: 3, ages: { 30: 4, 58: 3 }, returnedAges: { 66: 2 }, vacant: 2 });
    const { filled, vacant, inPostWte, aged55 } = run(whole, [defaultLaw()], "organisation", 25);
    for (let one = 0; one < 25; one += 1) {
      expect([filled, vacant, aged55].map((of) => of[3 * 25 + one])).toEqual([9, 2, 5]);
      expect(inPostWte[3 * 25 + one]).toBeCloseTo(8.6, 9);
    }
  });

  test("closes only vacant posts, and carries what it could not close", () => {
    const start = populationOf({ group: 3, ages: { 30: 6 }, vacant: 4 });
    const closing = quietLaw({
      growth: new Array(GROUP_COUNT).fill(-0.2),
      fillHazard: new Array(GROUP_COUNT).fill(0),
    });
    const { filled, vacant } = run(start, new Array(4).fill(closing), "organisation", 1);
    const posts = [0, 1, 2, 3, 4].map((year) => vacant[year * PATH_ROWS + 3]);
    expect(filled[4 * PATH_ROWS + 3]).toBe(6);
    expect(posts[0]).toBe(4);
    expect(posts[1]).toBe(2);
    expect(posts[4]).toBe(0);
  });
});

test("lived year by year, as where posts may close, a history is the one that is lived in a piece", () => {
  const { population, laws } = randomScenario(11, 9);
  const grown = (growth: number) => {
    const made = new Map<YearLaw, YearLaw>();
    return laws.map((law) => {
      const known = made.get(law) ?? { ...law, growth: new Array<number>(GROUP_COUNT).fill(growth) };
      made.set(law, known);
      return known;
    });
  };
  const whole = run(population, grown(0), "organisation", 60);
  // So little that no whole post is ever closed.
  const byYear = run(population, grown(-1e-15), "organisation", 60);
  expect(byYear.filled).toEqual(whole.filled);
  expect(byYear.vacant).toEqual(whole.vacant);
  expect(byYear.aged55).toEqual(whole.aged55);
  expect(byYear.joined).toEqual(whole.joined);
});

test("fewer leavers never mean fewer staff, history by history, since the luck is the same", () => {
  const population = defaultPopulation(60);
  const law = quietLaw({ leave: defaultLaw().leave, growth: new Array(GROUP_COUNT).fill(0) });
  const more = run(population, new Array(10).fill(law), "organisation", 400);
  const fewer = run(population, new Array(10).fill({ ...law, leavingMultiplier: 0.6 }), "organisation", 400);
  const mean = (of: Paths, year: number) =>
    of.filled
      .subarray((year * PATH_ROWS + 9) * 400, (year * PATH_ROWS + 10) * 400)
      .reduce((a, b) => a + b, 0) / 400;
  for (let year = 1; year <= 10; year += 1) expect(mean(fewer, year)).toBeGreaterThan(mean(more, year));
  const spread = (a: Paths, b: Paths | null) => {
    const from = (10 * PATH_ROWS + 9) * 400;
    const values = Array.from(
      { length: 400 },
      (_, at) => (a.filled[from + at] ?? 0) - (b?.filled[from + at] ?? 0),
    );
    const average = values.reduce((sum, x) => sum + x, 0) / 400;
    return values.reduce((sum, x) => sum + (x - average) ** 2, 0) / 399;
  };
  expect(spread(fewer, more)).toBeLessThan(spread(fewer, null) + spread(more, null));
});
