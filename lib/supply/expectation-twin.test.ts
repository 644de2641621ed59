import { describe, expect, test } from "vitest";
import { AGE_COUNT, YOUNGEST } from "./ages";
import { compileLaw } from "./compile-law";
import { type Expectation, expectation } from "./expectation";
import { type ReferenceYear, referenceExpectation } from "./expectation.fixture";
import { GROUP_COUNT } from "./groups";
import { randomScenario } from "./scenario.fixture";

/** The greatest difference between the hot loop and its twin, relative to the size of what is compared. */
function furthest(hot: Expectation, twin: readonly ReferenceYear[]): number {
  let worst = 0;
  const hold = (a = 0, b = 0) => {
    const difference = Math.abs(a - b) / Math.max(1, Math.abs(a), Math.abs(b));
    if (!(difference <= worst)) worst = difference;
  };
  for (const [year, expected] of twin.entries()) {
    const counts = new Float64Array(GROUP_COUNT * AGE_COUNT);
    const back = new Float64Array(GROUP_COUNT);
    for (const { group, age, state, count } of expected.people) {
      const at = group * AGE_COUNT + age - YOUNGEST;
      counts[at] = (counts[at] ?? 0) + count;
      if (state === "returned") back[group] = (back[group] ?? 0) + count;
    }
    for (let group = 0; group < GROUP_COUNT; group += 1) {
      const row = year * GROUP_COUNT + group;
      const vacant = expected.vacant[group] ?? 0;
      hold(hot.vacant[row], vacant);
      hold(hot.frozen[row], vacant * (expected.frozenShare[group] ?? 0));
      for (let at = 0; at < AGE_COUNT; at += 1) {
        hold(hot.ages[row * AGE_COUNT + at], counts[group * AGE_COUNT + at]);
      }
      hold(hot.returned[row], back[group]);
      if (year === 0) continue;
      const flow = (year - 1) * GROUP_COUNT + group;
      const { promotedIn, movedIn, external } = hot.flows;
      hold(
        (promotedIn[flow] ?? 0) + (movedIn[flow] ?? 0) + (external[flow] ?? 0),
        expected.filledPosts[group],
      );
    }
  }
  return worst;
}

describe("the hot loop and its plain twin", () => {
  const seeds = Array.from({ length: 24 }, (_, seed) => seed);

  test.each(seeds)("agree on scenario %i, for the nation and for an organisation in it", (seed) => {
    const { population, laws } = randomScenario(seed, 8);
    const nation = expectation(population, compileLaw(laws, "nation"), { collect: true });
    expect(furthest(nation, referenceExpectation(population, laws, "nation"))).toBeLessThan(1e-9);

    const own = randomScenario(seed + 1000, 0).population;
    const organisation = expectation(own, compileLaw(laws, "organisation"), { shared: nation.shared });
    const twin = referenceExpectation(own, laws, "organisation", nation.shared);
    expect(furthest(organisation, twin)).toBeLessThan(1e-9);
  });
});
