import { type FillCounts, fillLogLikelihood, fillLogs } from "./fill-likelihood";
import type { PooledUnit } from "./pool-rates";
import { FILLING_PRIOR, type PoolingPrior } from "./pooling-unit";

export type PooledFills = {
  /** The most likely multiplier about which units lie, of those looked at. */
  level: number;
  /** The most likely shape of the gamma distribution of units about it; infinite is full pooling. */
  shape: number;
  units: PooledUnit[];
  /** A unit of which nothing is known. */
  another: PooledUnit;
  /** The level itself, averaged over what the posts allow. */
  levels: Pick<PooledUnit, "mean" | "variance">;
};

/** A multiple of four, for `dot`. */
const POINTS = 64;
/** Multipliers that are looked at, from a fourteenth to fourteen, closest about one. */
const LOGS = Array.from(
  { length: POINTS },
  (_, at) => (2.6 * Math.sinh((at - 32) * 0.06875)) / Math.sinh(2.2),
);
const MULTIPLIERS = LOGS.map(Math.exp);
const WIDTHS = LOGS.map((_, at) => ((LOGS[at + 1] ?? 2.6) - (LOGS[at - 1] ?? -2.8)) / 2);
/** Of them, those about which units may lie. */
const LEVELS = MULTIPLIERS.flatMap((_, at) => (at >= 22 && at <= 42 ? [at] : []));
/** Coefficients of variation between units. */
const VARIATIONS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8, 1];

type Law = { level: number; variation: number; weights: Float64Array };

/** What a unit's multiplier is beforehand, about each level and at each variation: it depends on no data. */
const LAWS: readonly Law[] = VARIATIONS.flatMap((variation) =>
  LEVELS.map((at): Law => {
    const level = MULTIPLIERS[at] as number;
    const weights = new Float64Array(MULTIPLIERS.length);
    if (variation === 0) weights[at] = 1;
    else {
      const shape = 1 / variation ** 2;
      let sum = 0;
      for (const [position, multiplier] of MULTIPLIERS.entries()) {
        const relative = multiplier / level;
        const mass = Math.exp(shape * (Math.log(relative) - relative + 1)) * (WIDTHS[position] as number);
        weights[position] = mass;
        sum += mass;
      }
      for (let position = 0; position < weights.length; position += 1)
        weights[position] = (weights[position] as number) / sum;
    }
    return { level, variation, weights };
  }),
);

/** Four sums side by side, since one addition has to wait for the one before. */
function dot(a: Float64Array, b: Float64Array): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let at = 0; at < a.length; at += 4) {
    s0 += (a[at] as number) * (b[at] as number);
    s1 += (a[at + 1] as number) * (b[at + 1] as number);
    s2 += (a[at + 2] as number) * (b[at + 2] as number);
    s3 += (a[at + 3] as number) * (b[at + 3] as number);
  }
  return s0 + s1 + (s2 + s3);
}

/** Likelihoods of a unit over the grid, the greatest of them 1. */
function likelihoodOf(
  unit: readonly FillCounts[],
  logs: readonly (readonly ReturnType<typeof fillLogs>[])[],
): Float64Array {
  const sums = new Float64Array(MULTIPLIERS.length);
  for (const [kind, counts] of unit.entries()) {
    if (counts.vacant + counts.emptied === 0) continue;
    for (let at = 0; at < sums.length; at += 1) {
      const here = logs[kind]?.[at];
      if (here) sums[at] = (sums[at] as number) + fillLogLikelihood(counts, here);
    }
  }
  const top = sums.reduce((most, value) => Math.max(most, value), -Infinity);
  return sums.map((value) => Math.exp(value - top));
}

/** ln of the marginal likelihood under a law, and of what is believed beforehand of its level. */
function heightOf(
  { level, weights }: Law,
  told: readonly Float64Array[],
  { levelEvents }: PoolingPrior,
): number {
  let height = levelEvents * (Math.log(level) - level);
  for (const likelihood of told) height += Math.log(dot(weights, likelihood) + 1e-300);
  return height;
}

/**
 * Heights of all laws: every third first, and the rest only beside those that are not far below the highest, where
 * alone they matter. Without several units there is no variation between them.
 */
function heightsOf(told: readonly Float64Array[], several: boolean, prior: PoolingPrior): number[] {
  const heights = LAWS.map((law, at) =>
    at % 3 === 1 && (several || law.variation === 0) ? heightOf(law, told, prior) : -Infinity,
  );
  const top = Math.max(...heights);
  return heights.map((height, at) => {
    const law = LAWS[at] as Law;
    if (at % 3 === 1 || !(several || law.variation === 0)) return height;
    const beside = heights[at % 3 === 0 ? at + 1 : at - 1] ?? -Infinity;
    return beside > top - 15 ? heightOf(law, told, prior) : -Infinity;
  });
}

/**
 * Partial pooling of fill hazards: a unit's multiplier is gamma distributed about the level, and its posts are filled
 * or not by the law. That a post was filled within the year tells of its hazard in no gamma form, so posteriors are
 * sums over a grid, averaged over the levels and shapes that the posts allow. Units without posts get what is known of
 * the others. With fewer than two units that had posts, units are the level. What is believed
 * beforehand of how units differ is said with `FILLING_PRIOR`.
 *
 * @param units posts of each unit, of each kind (such as group of staff)
 * @param hazards the fill hazard that is expected of each kind, a year
 */
export function poolFills(
  units: readonly (readonly FillCounts[])[],
  hazards: readonly number[],
  prior: PoolingPrior = FILLING_PRIOR,
): PooledFills {
  const logs = hazards.map((hazard) => MULTIPLIERS.map((multiplier) => fillLogs(hazard * multiplier)));
  const likelihoods = units.map((unit) => likelihoodOf(unit, logs));
  const told = likelihoods.filter((_, at) => units[at]?.some(({ vacant, emptied }) => vacant + emptied > 0));
  const several = told.length > 1;
  const heights = heightsOf(told, several, prior);
  const best = heights.reduce((top, height, at) => (height > (heights[top] as number) ? at : top), 0);
  const weighted = LAWS.flatMap((law, at) => {
    const width = (VARIATIONS[VARIATIONS.indexOf(law.variation) + 1] ?? 1.2) - law.variation;
    const fall = (heights[at] as number) - (heights[best] as number);
    const weight =
      width *
      (WIDTHS[MULTIPLIERS.indexOf(law.level)] as number) *
      (several ? law.variation ** 2 : 1) *
      Math.exp(fall - (law.variation / prior.unitDeviation) ** 2 / 2);
    return fall > -7 ? [{ ...law, weight }] : [];
  });
  const { level, variation } = LAWS[best] as Law;
  const even = new Float64Array(MULTIPLIERS.length).fill(1);
  return {
    level,
    shape: 1 / variation ** 2,
    units: likelihoods.map((likelihood) => averaged(likelihood, weighted)),
    another: { ...averaged(even, weighted), priorShare: 1 },
    levels: levelsOf(weighted),
  };
}

function levelsOf(laws: readonly { level: number; weight: number }[]): PooledFills["levels"] {
  const total = laws.reduce((sum, { weight }) => sum + weight, 0);
  const mean = laws.reduce((sum, { weight, level }) => sum + weight * level, 0) / total;
  return {
    mean,
    variance: laws.reduce((sum, { weight, level }) => sum + weight * (level - mean) ** 2, 0) / total,
  };
}

function averaged(likelihood: Float64Array, laws: readonly (Law & { weight: number })[]): PooledUnit {
  let total = 0;
  let mean = 0;
  let square = 0;
  let before = 0;
  let after = 0;
  for (const { weights, level, variation, weight } of laws) {
    let [sum, first, second] = [0, 0, 0];
    for (let at = 0; at < weights.length; at += 1) {
      const mass = (weights[at] as number) * (likelihood[at] as number);
      const multiplier = MULTIPLIERS[at] as number;
      sum += mass;
      first += mass * multiplier;
      second += mass * multiplier * multiplier;
    }
    const here = sum > 0 ? first / sum : level;
    const about = sum > 0 ? Math.max(0, second / sum - here ** 2) : 0;
    const spread = (variation * level) ** 2;
    total += weight;
    mean += weight * here;
    square += weight * (about + here ** 2);
    before += weight * spread;
    after += weight * Math.min(about, spread);
  }
  mean /= total;
  return {
    mean,
    variance: Math.max(0, square / total - mean ** 2),
    priorShare: before > 0 ? after / before : 1,
  };
}
