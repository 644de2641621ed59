import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileLaw } from "./compile-law";
import { expectation } from "./expectation";
import { expectedYear } from "./expected-year";
import { GROUP_COUNT } from "./groups";
import type { Population } from "./population";
import { randomScenario } from "./scenario.fixture";
import type { YearLaw } from "./year-law";

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

const bothViews = (population: Population, laws: readonly YearLaw[]) => {
  const nation = expectation(population, compileLaw(laws, "nation"), { collect: true });
  return [nation, expectation(population, compileLaw(laws, "organisation"), { shared: nation.shared })];
};

const everyNumber = (run: ReturnType<typeof expectation>): number[] => [
  ...run.filled,
  ...run.returned,
  ...run.vacant,
  ...run.frozen,
  ...run.inPostWte,
  ...run.establishmentWte,
  ...run.ages,
  ...Object.values(run.flows).flatMap((flow) => [...flow]),
  ...run.shared.flatMap(({ entrants, movedShare, promotedShare, promotedOf }) => [
    ...entrants,
    ...movedShare,
    ...promotedShare,
    ...promotedOf,
  ]),
];

test("no number is ever NaN, infinite or below nought", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { population, laws } = randomScenario(seed, 8);
      for (const run of bothViews(population, laws)) {
        // The last bits of a difference may fall below nought.
        expect(everyNumber(run).filter((value) => !(value >= -1e-9 && value < 1e9))).toEqual([]);
      }
    }),
    { numRuns: 20 },
  );
});

test("the ages that a nation hands its organisations sum to one in every group", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { population, laws } = randomScenario(seed, 8);
      for (const { entrants } of expectation(population, compileLaw(laws, "nation"), { collect: true })
        .shared) {
        for (let group = 0; group < GROUP_COUNT; group += 1) {
          const sum = entrants.slice(group * 60, (group + 1) * 60).reduce((total, share) => total + share, 0);
          expect(sum).toBeCloseTo(1, 9);
        }
      }
    }),
    { numRuns: 20 },
  );
});

test("a part of a law that is the same object twice gives what two like ones give", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { population, laws } = randomScenario(seed, 8);
      const copies = laws.map((law) => ({ ...law }));
      const [once, twice] = [laws, copies].map((list) =>
        expectation(population, compileLaw(list, "nation"), { collect: true }),
      );
      expect([...(once?.ages ?? [])]).toEqual([...(twice?.ages ?? [])]);
    }),
    { numRuns: 12 },
  );
});

/*
 * Monotonicity, where it holds. More leavers mean fewer people of first career, whatever else; but a leaver is no
 * retirer, and a retirer may come back with a smaller hazard than a new entrant, so the levers on leaving are tried
 * without return, and with equal hazards at all ages: filling an old hand's post with a young one can otherwise keep
 * it filled for longer.
 */
describe("monotone in each lever", () => {
  const ageless = (seed: number) => {
    const { population, laws } = randomScenario(seed, 7);
    const flat = laws.map((law) => {
      const even = (table: Float64Array) => new Float64Array(table.length).fill(Math.min(0.6, table[7] ?? 0));
      return {
        ...law,
        leave: even(law.leave),
        retire: even(law.retire),
        move: even(law.move),
        promote: even(law.promote).fill(0),
        returnShare: 0,
        // Frozen shares follow what was closed, which other levers move: they are held still.
        frozenShare: new Array<number>(GROUP_COUNT).fill(0.2),
      };
    });
    for (const stock of population.groups) stock.returned.fill(0);
    return { population, laws: flat };
  };
  const filledBy = (population: Population, laws: readonly YearLaw[]): number[] =>
    bothViews(population, laws).flatMap((run) =>
      Array.from({ length: run.years + 1 }, (_, year) => expectedYear(run, year).filled),
    );

  type Change = (law: YearLaw, by: number) => YearLaw;
  const fewer: [string, Change][] = [
    ["more leaving", (law, by) => ({ ...law, leavingMultiplier: law.leavingMultiplier * (1 + by) })],
    ["more retiring", (law, by) => ({ ...law, retirementMultiplier: law.retirementMultiplier * (1 + by) })],
    ["slower filling", (law, by) => ({ ...law, organisationFilling: law.organisationFilling / (1 + by) })],
    ["scarcer supply", (law, by) => ({ ...law, fillScale: law.fillScale.map((scale) => scale / (1 + by)) })],
    ["less growth", (law, by) => ({ ...law, growth: law.growth.map((one) => one - by / 10) })],
  ];
  test.each(fewer)("%s never gives more staff", (_, change) => {
    fc.assert(
      fc.property(seeds, fc.double({ min: 0, max: 1, noNaN: true }), (seed, by) => {
        const { population, laws } = ageless(seed);
        const before = filledBy(population, laws);
        const after = filledBy(
          population,
          laws.map((law) => change(law, by)),
        );
        for (const [at, filled] of after.entries())
          expect(filled).toBeLessThanOrEqual((before[at] ?? 0) + 1e-9);
      }),
      { numRuns: 20 },
    );
  });

  test("more frozen posts never give more staff", () => {
    fc.assert(
      fc.property(seeds, fc.double({ min: 0, max: 1, noNaN: true }), (seed, share) => {
        const { population, laws } = ageless(seed);
        // Where posts are closed, those that stand vacant go first: then a freeze can spare a filled post for a while.
        const frozen = (of: number) =>
          laws.map((law) => ({
            ...law,
            growth: law.growth.map((one) => Math.max(0, one)),
            frozenShare: new Array<number>(GROUP_COUNT).fill(of),
          }));
        const before = filledBy(population, frozen(share / 2));
        const after = filledBy(population, frozen(share));
        for (const [at, filled] of after.entries())
          expect(filled).toBeLessThanOrEqual((before[at] ?? 0) + 1e-9);
      }),
      { numRuns: 20 },
    );
  });

  test("more people who come back, who stay as long as others, never give fewer staff", () => {
    fc.assert(
      fc.property(seeds, fc.double({ min: 0, max: 1, noNaN: true }), (seed, share) => {
        const { population, laws } = ageless(seed);
        const returning = (returnShare: number) =>
          laws.map((law) => ({ ...law, returnShare, returnedExit: 0 }));
        const before = filledBy(population, returning(share / 2));
        const after = filledBy(population, returning(share));
        for (const [at, filled] of after.entries())
          expect(filled).toBeGreaterThanOrEqual((before[at] ?? 0) - 1e-9);
      }),
      { numRuns: 20 },
    );
  });
});
