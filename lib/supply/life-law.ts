import { AGE_COUNT } from "./ages";
import { alikeOf, hazard, type View } from "./compile-law";
import { climbsOut, GROUP_COUNT } from "./groups";
import { CAUSES, hazardRows, MOVE, PROMOTE, RETIRE } from "./hazard-rows";
import type { YearLaw } from "./year-law";

/** One law of a history as lives need it. */
export type LifeLaw = {
  /** `hazardRows` of the law, and what multiplies each cause. */
  rows: Float64Array;
  leaving: number;
  moving: number;
  retiring: number;
  returnShare: number;
  returnedHazard: number;
  /**
   * Hazards of the ages before each: `[summedFrom[group] + age - 16]`; groups with the same rates share theirs, so that
   * those of many draws stay small. Made where several years share the law.
   */
  summed: Float64Array | null;
  summedFrom: Uint16Array;
};

const KNOWN: Readonly<Record<View, WeakMap<YearLaw, LifeLaw>>> = {
  nation: new WeakMap(),
  organisation: new WeakMap(),
};

/** Works out a law for lives, once for as long as it is kept: places share their laws. */
export function lifeLaw(law: YearLaw, view: View, severalYears: boolean): LifeLaw {
  const known = KNOWN[view].get(law);
  const life = known ?? {
    rows: hazardRows(law),
    leaving: law.leavingMultiplier * law.organisationLeaving,
    moving: view === "nation" ? 0 : law.organisationLeaving,
    retiring: law.retirementMultiplier,
    returnShare: law.returnShare,
    returnedHazard: hazard(law.returnedExit),
    summed: null,
    summedFrom: summedFromOf(law),
  };
  if (known === undefined) KNOWN[view].set(law, life);
  if (severalYears) life.summed ??= summedHazards(life);
  return life;
}

/** One where people leave a group upwards; nobody is promoted off the top of a ladder. */
export const climbingOf = (group: number): number => (climbsOut(group) ? 1 : 0);

const FROM = new WeakMap<Uint8Array, Uint16Array>();

/** Where each group's sums begin. */
function summedFromOf(law: YearLaw): Uint16Array {
  const { asGroup } = alikeOf(law);
  const known = FROM.get(asGroup);
  if (known !== undefined) return known;
  const different = [...new Set(asGroup)];
  const made = Uint16Array.from(asGroup, (group) => different.indexOf(group) * AGE_COUNT);
  FROM.set(asGroup, made);
  return made;
}

function summedHazards({ rows, leaving, moving, retiring, summedFrom }: LifeLaw): Float64Array {
  const summed = new Float64Array(Math.max(...summedFrom) + AGE_COUNT);
  for (let group = 0, next = 0; group < GROUP_COUNT; group += 1) {
    if (summedFrom[group] !== next) continue;
    const climbing = climbingOf(group);
    let sum = 0;
    for (let age = 0; age < AGE_COUNT; age += 1, next += 1) {
      const at = (group * AGE_COUNT + age) * CAUSES;
      summed[next] = sum;
      sum +=
        leaving * (rows[at] as number) +
        moving * (rows[at + MOVE] as number) +
        climbing * (rows[at + PROMOTE] as number) +
        retiring * (rows[at + RETIRE] as number);
    }
  }
  return summed;
}
