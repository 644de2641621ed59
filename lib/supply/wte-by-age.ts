import { AGE_COUNT } from "./ages";

/** Mean WTE of a group's people by age less 16, and where it is another than a year younger. */
export type WteByAge = {
  wte: Float64Array;
  /** The next age at which it changes; 60 where it does no more. */
  nextChange: Uint8Array;
};

/**
 * As histories sum them: in steps of 2^-36 WTE (two millionths of a second of a week), so that sums of up to 100,000 WTE
 * are exact in whatever order they are formed, and those of nobody are nought.
 */
export function wteByAge(means: ArrayLike<number>): WteByAge {
  const wte = Float64Array.from(means, (mean) => Math.round(mean * 2 ** 36) / 2 ** 36);
  const nextChange = new Uint8Array(AGE_COUNT);
  let next = AGE_COUNT;
  for (let age = AGE_COUNT - 1; age >= 0; age -= 1) {
    nextChange[age] = next;
    if (age > 0 && wte[age] !== wte[age - 1]) next = age;
  }
  return { wte, nextChange };
}
