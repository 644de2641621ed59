import { expect, test } from "vitest";
import { compileLaw } from "./compile-law";
import { expectation, type SharedYear } from "./expectation";
import { GROUP_COUNT } from "./groups";
import { randomScenario, uniforms } from "./scenario.fixture";
import { ageBy, toldRun } from "./told-run";

/** By adding up the shares of ages until the number is passed. */
function plainAge(ages: Float64Array, group: number, u: number): number {
  let sum = 0;
  for (let age = 0; age < 60; age += 1) {
    sum += ages[group * 60 + age] ?? 0;
    if (u < sum) return age;
  }
  return 59;
}

test("entrants have the ages that adding up their shares gives", () => {
  const { population, laws } = randomScenario(3, 4);
  const { shared } = expectation(population, compileLaw(laws, "nation"), { collect: true });
  const draw = uniforms(9);
  for (const view of ["nation", "organisation"] as const) {
    const told = toldRun(shared, view);
    for (const [year, { joiners, entrants }] of shared.entries()) {
      for (let group = 0; group < GROUP_COUNT; group += 1) {
        for (let one = 0; one < 200; one += 1) {
          const u = draw();
          const ages = view === "nation" ? joiners : entrants;
          // Sums of shares are kept to seven digits.
          expect([u - 1e-6, u + 1e-6].map((near) => plainAge(ages, group, near))).toContain(
            ageBy(told, year * GROUP_COUNT + group, u),
          );
        }
      }
    }
  }
});

test("the last age that anybody has is the last that is drawn", () => {
  const year: SharedYear = {
    entrants: new Float64Array(GROUP_COUNT * 60),
    joiners: new Float64Array(GROUP_COUNT * 60),
    promotedShare: new Float64Array(GROUP_COUNT),
    movedShare: new Float64Array(GROUP_COUNT),
    promotedOf: new Float64Array(GROUP_COUNT),
    fillScale: new Float64Array(GROUP_COUNT).fill(1),
  };
  for (let group = 0; group < GROUP_COUNT; group += 1)
    year.entrants.set([1 / 3, 1 / 3, 1 / 3], group * 60 + 20);
  const told = toldRun([year], "organisation");
  expect([0, 0.33, 0.34, 0.67, 0.999999999999, 1].map((u) => ageBy(told, 4, u))).toEqual([
    20, 20, 21, 22, 22, 22,
  ]);
});
