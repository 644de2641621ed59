import { AGE_COUNT } from "./ages";
import type { View } from "./compile-law";
import type { SharedYear } from "./expectation";
import { GROUP_COUNT } from "./groups";

/**
 * What histories need of what a nation's run told: the ages of those who fill posts, how many of those ready for
 * promotion find one, and what supply leaves of φ. Rows are `[(year - 1) * 9 + group]`. Small, since it is kept for
 * every draw of the parameters.
 */
export type ToldRun = {
  /** Share of a row's entrants who are of this age or younger: `[row * 60 + age - 16]`. The last of them is above one. */
  upTo: Float32Array;
  /** The first age that a uniform number from `slot / 32` on can lead to: `[row * 32 + slot]`. */
  guide: Uint8Array;
  promotedOf: Float64Array;
  fillScale: Float64Array;
  /** Whether supply is a limit anywhere. */
  limited: boolean;
};

const SLOTS = 32;

/** Where moves are exchanges the ages are those of joiners, else of all entrants. */
export function toldRun(shared: readonly SharedYear[], view: View): ToldRun {
  const rows = shared.length * GROUP_COUNT;
  const told: ToldRun = {
    upTo: new Float32Array(rows * AGE_COUNT),
    guide: new Uint8Array(rows * SLOTS),
    promotedOf: new Float64Array(rows),
    fillScale: new Float64Array(rows),
    limited: shared.some(({ fillScale }) => fillScale.some((scale) => scale !== 1)),
  };
  for (const [year, { joiners, entrants, promotedOf, fillScale }] of shared.entries()) {
    const ages = view === "nation" ? joiners : entrants;
    told.promotedOf.set(promotedOf, year * GROUP_COUNT);
    told.fillScale.set(fillScale, year * GROUP_COUNT);
    for (let group = 0; group < GROUP_COUNT; group += 1)
      tellAges(told, year * GROUP_COUNT + group, ages, group * AGE_COUNT);
  }
  return told;
}

function tellAges({ upTo, guide }: ToldRun, row: number, ages: Float64Array, agesFrom: number): void {
  const from = row * AGE_COUNT;
  let sum = 0;
  let last = 0;
  for (let age = 0; age < AGE_COUNT; age += 1) {
    const weight = ages[agesFrom + age] as number;
    if (weight > 0) last = age;
    sum += weight;
    upTo[from + age] = sum;
  }
  // Sums of shares end a rounding away from one; whoever is beyond is of the last age that anybody has.
  upTo.fill(2, from + last, from + AGE_COUNT);
  for (let slot = 0, age = 0; slot < SLOTS; slot += 1) {
    while ((upTo[from + age] as number) <= slot / SLOTS) age += 1;
    guide[row * SLOTS + slot] = age;
  }
}

/** The age, less 16, at which the share `u` of a row's entrants is passed. */
export function ageBy({ upTo, guide }: ToldRun, row: number, u: number): number {
  let age = guide[row * SLOTS + Math.min(SLOTS - 1, (u * SLOTS) | 0)] as number;
  const from = row * AGE_COUNT;
  while ((upTo[from + age] as number) <= u) age += 1;
  return age;
}
