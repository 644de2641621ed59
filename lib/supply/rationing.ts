import { refillProbability } from "./compile-law";
import type { YearLaw } from "./year-law";

/** ψφ of a group before any rationing of the year. */
export const fillRate = (law: YearLaw, group: number): number =>
  law.organisationFilling * (law.fillHazard[group] ?? 0) * (law.fillScale[group] ?? 1);

/**
 * What is left of φ in a group where those promoted, the trainees who completed (`joining`) and the pool outside cannot
 * fill what φ would.
 */
export function rationing(
  law: YearLaw,
  group: number,
  { open, emptied }: { open: number; emptied: number },
  joining: number,
): number {
  const pool = law.externalPool?.[group] ?? null;
  if (pool === null) return 1;
  const most = pool + joining;
  const rate = fillRate(law, group);
  const filledAt = (scale: number): number =>
    -open * Math.expm1(-rate * scale) + emptied * refillProbability(rate * scale);
  if (filledAt(1) <= most) return 1;
  let [low, high] = [0, 1];
  for (let halving = 0; halving < 60; halving += 1) {
    const middle = (low + high) / 2;
    if (filledAt(middle) > most) high = middle;
    else low = middle;
  }
  return low;
}
