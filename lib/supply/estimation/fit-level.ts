import type { PoolingPrior, Unit } from "./pooling-unit";

/** The level and slope that suit the units best at one variation between them, with the curvature's covariances. */
export type Level = {
  level: number;
  slope: number;
  /** Of the logarithm of the level. */
  levelVariance: number;
  slopeVariance: number;
  covariance: number;
};

/**
 * Newton's method on the negative binomial likelihood and the prior, both concave in the logarithm of the level and in
 * the slope. `variation` is the coefficient of variation between units, 0 for none.
 */
export function fitLevel(
  units: readonly Unit[],
  variation: number,
  { levelEvents, slopeDeviation }: PoolingPrior,
  start?: Level,
): Level {
  const over = variation ** 2;
  const sloped =
    slopeDeviation > 0 && units.some(({ regressor, expected }) => expected > 0 && (regressor ?? 0) !== 0);
  const stiffness = sloped ? 1 / slopeDeviation ** 2 : 1;
  let log = start === undefined ? startingLog(units, levelEvents) : Math.log(start.level);
  let slope = start?.slope ?? 0;
  for (let round = 0; ; round += 1) {
    const level = Math.exp(log);
    let score = levelEvents - levelEvents * level;
    let scoreSlope = -stiffness * slope;
    let information = levelEvents * level;
    let cross = 0;
    let informationSlope = stiffness;
    for (const { events, expected, regressor } of units) {
      if (expected <= 0) continue;
      const x = regressor ?? 0;
      const mean = (x === 0 || slope === 0 ? level : level * Math.exp(slope * x)) * expected;
      const damp = 1 / (1 + over * mean);
      const miss = (events - mean) * damp;
      const weight = mean * (1 + over * events) * damp * damp;
      score += miss;
      information += weight;
      if (!sloped) continue;
      scoreSlope += x * miss;
      cross += x * weight;
      informationSlope += x * x * weight;
    }
    const determinant = information * informationSlope - cross ** 2;
    const step = (informationSlope * score - cross * scoreSlope) / determinant;
    const stepSlope = sloped ? (information * scoreSlope - cross * score) / determinant : 0;
    // Far from the top the curve is not yet a parabola: no step is longer than one.
    const short = Math.min(1, 1 / Math.max(Math.abs(step), Math.abs(stepSlope)));
    if (Math.abs(step) + Math.abs(stepSlope) < 1e-9 || round === 60) {
      return {
        level,
        slope,
        levelVariance: informationSlope / determinant,
        slopeVariance: sloped ? information / determinant : 0,
        covariance: sloped ? -cross / determinant : 0,
      };
    }
    log += short * step;
    slope += short * stepSlope;
  }
}

function startingLog(units: readonly Unit[], levelEvents: number): number {
  const known = units.filter(({ expected }) => expected > 0);
  const events = known.reduce((sum, unit) => sum + unit.events, levelEvents);
  const expected = known.reduce((sum, unit) => sum + unit.expected, levelEvents);
  if (!(events > 0 && expected > 0)) {
    throw new Error("Without a single event and without a prior there is no rate to estimate");
  }
  return Math.log(events / expected);
}
