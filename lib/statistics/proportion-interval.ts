import { betaQuantile } from "./incomplete-beta";
import type { Interval } from "./interval-score";
import { inverseNormal } from "./inverse-normal";

function check(successes: number, trials: number, level: number): void {
  if (!(trials > 0 && successes >= 0 && successes <= trials && level > 0 && level < 1)) {
    throw new Error(`An interval is asked for of ${successes} in ${trials} at level ${level}`);
  }
}

/**
 * Wilson's score interval of a proportion (JASA 22, 1927), without continuity correction: near its level on average,
 * and within 0 to 1. `level` is 0.95 for a 95 % interval.
 */
export function wilsonInterval(successes: number, trials: number, level: number): Interval {
  check(successes, trials, level);
  const z = inverseNormal((1 + level) / 2);
  const p = successes / trials;
  const scale = 1 + (z * z) / trials;
  const centre = (p + (z * z) / (2 * trials)) / scale;
  const half = (z / scale) * Math.sqrt((p * (1 - p)) / trials + (z * z) / (4 * trials * trials));
  // At none and at all, the ends are 0 and 1 but for rounding.
  return {
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === trials ? 1 : Math.min(1, centre + half),
  };
}

/**
 * The exact interval of a proportion (Clopper and Pearson, Biometrika 26, 1934): never below its level, so wider than
 * Wilson's.
 */
export function clopperPearsonInterval(successes: number, trials: number, level: number): Interval {
  check(successes, trials, level);
  const tail = (1 - level) / 2;
  return {
    low: successes === 0 ? 0 : betaQuantile(tail, successes, trials - successes + 1),
    high: successes === trials ? 1 : betaQuantile(1 - tail, successes + 1, trials - successes),
  };
}
