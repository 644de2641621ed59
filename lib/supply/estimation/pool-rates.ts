import { logGamma } from "@/lib/statistics/log-gamma";
import { fitLevel, type Level } from "./fit-level";
import { POOLING_PRIOR, type PoolingPrior, type Unit } from "./pooling-unit";

/** One unit's multiplier of its expected events: mean and variance of its posterior. */
export type PooledUnit = { mean: number; variance: number; priorShare: number };

export type PooledRates = {
  /** The multiplier about which units lie, at the most likely shape. */
  level: number;
  /** The same, averaged over the shapes that the events allow. */
  levels: Pick<PooledUnit, "mean" | "variance">;
  /** Change of the logarithm of a unit's prior mean for one standard deviation of the regressor, at the most likely shape. */
  slope: number;
  /** The same, averaged over the shapes that the events allow. */
  slopes: Pick<PooledUnit, "mean" | "variance">;
  /** The coefficient of variation of units: mean of what the events allow, and 90 % of it. */
  variation: { value: number; low: number; high: number };
  /** The most likely shape of the gamma distribution of units about their prior means; infinite is full pooling. */
  shape: number;
  units: PooledUnit[];
  /** A unit of which nothing is known. */
  another: PooledUnit;
};

const NOBODY: Unit = { events: 0, expected: 0, regressor: null };

/** Coefficients of variation between units that are looked at. */
const VARIATIONS = [
  ...Array.from({ length: 21 }, (_, at) => at * 0.05),
  ...Array.from({ length: 6 }, (_, at) => 1.1 + at * 0.1),
];

/** ln Γ(shape + events) − ln Γ(shape): a product where events are few and whole, which is quicker. */
function logRising(shape: number, events: number, logGammaOfShape: number): number {
  if (events > 12 || !Number.isInteger(events)) return logGamma(shape + events) - logGammaOfShape;
  let product = 1;
  for (let event = 0; event < events; event += 1) product *= shape + event;
  return Math.log(product);
}

/** ln of the negative binomial likelihood of all units, but for factorials: events given level, slope and variation. */
function logLikelihood(units: readonly Unit[], { level, slope }: Level, variation: number): number {
  const shape = 1 / variation ** 2;
  const atNone = variation > 0 ? logGamma(shape) : 0;
  let sum = 0;
  for (const { events, expected, regressor } of units) {
    if (expected <= 0) continue;
    const mean = level * Math.exp(slope * (regressor ?? 0)) * expected;
    if (variation === 0) sum += events * Math.log(mean) - mean;
    else {
      const excess = Math.log1p(mean / shape);
      sum += logRising(shape, events, atNone) - shape * excess;
      if (events > 0) sum += events * (Math.log(mean / shape) - excess);
    }
  }
  return sum;
}

const logPrior = ({ level, slope }: Level, { levelEvents, slopeDeviation }: PoolingPrior): number =>
  levelEvents * (Math.log(level) - level) - (slopeDeviation > 0 ? (slope / slopeDeviation) ** 2 / 2 : 0);

/** The marginal likelihood at a variation, its level and slope at their best. */
function fitAt(units: readonly Unit[], variation: number, prior: PoolingPrior, start?: Level) {
  const level = fitLevel(units, variation, prior, start);
  return { variation, level, height: logLikelihood(units, level, variation) + logPrior(level, prior) };
}

type Fit = ReturnType<typeof fitAt>;

/** The variation of the greatest marginal likelihood, between the grid's best point and its neighbours. */
function mostLikely(units: readonly Unit[], fits: readonly Fit[], prior: PoolingPrior, exact: boolean): Fit {
  const at = fits.reduce((best, fit, here) => (fit.height > (fits[best] as Fit).height ? here : best), 0);
  let best = fits[at] as Fit;
  if (!exact) return best;
  let low = fits[at - 1]?.variation ?? 0;
  let high = fits[at + 1]?.variation ?? best.variation;
  const golden = (Math.sqrt(5) - 1) / 2;
  const fitOf = (share: number) => fitAt(units, low + share * (high - low), prior, best.level);
  let [left, right] = [fitOf(1 - golden), fitOf(golden)];
  for (;;) {
    for (const fit of [left, right]) if (fit.height > best.height) best = fit;
    if (high - low < 1e-3) break;
    if (left.height > right.height) {
      high = right.variation;
      [left, right] = [fitOf(1 - golden), left];
    } else {
      low = left.variation;
      [left, right] = [right, fitOf(golden)];
    }
  }
  return best;
}

/** The posterior of a unit at one variation: of gamma, with what is not known of its prior mean besides. */
function unitAt(unit: Unit, { level, variation }: Fit): PooledUnit {
  const x = unit.regressor ?? 0;
  const priorMean = level.level * Math.exp(level.slope * x);
  const priorVariance =
    priorMean ** 2 * (level.levelVariance + 2 * x * level.covariance + x * x * level.slopeVariance);
  const pull = variation ** 2 * priorMean * unit.expected;
  const share = 1 / (1 + pull);
  const own = variation ** 2 * priorMean;
  const mean = share * (priorMean + own * unit.events);
  return { mean, variance: own * mean * share + share ** 2 * Math.max(0, priorVariance), priorShare: share };
}

/**
 * Partial pooling, gamma–Poisson: events of a unit are Poisson about multiplier × expected, and multipliers are gamma
 * distributed about level × exp(slope × regressor), with one shape, all three by the greatest marginal (negative
 * binomial) likelihood (Clayton and Kaldor, Biometrics 43, 1987). Posteriors are averaged over the shapes that the
 * events allow, so that intervals are not too narrow where the best shape is that of full pooling. With fewer than two
 * units that had anybody, units are the level; without any event the shapes are those believed beforehand.
 *
 * @param exactShape false leaves the most likely shape at the nearest of those looked at; the units do not need it
 */
export function poolRates(
  units: readonly Unit[],
  prior: PoolingPrior = POOLING_PRIOR,
  exactShape = true,
): PooledRates {
  const known = units.filter(({ expected }) => expected > 0);
  const several = known.length > 1;
  const fits: Fit[] = [];
  let top = -Infinity;
  for (const variation of several ? VARIATIONS : [0]) {
    const fit = fitAt(units, variation, prior, fits.at(-1)?.level);
    fits.push(fit);
    top = Math.max(top, fit.height);
    // Past its top the likelihood only falls, and so far below it nothing weighs anything.
    if (fit.height < top - 15) break;
  }
  // Where nobody left, what is likeliest is whatever expects the fewest: nothing is told of how units differ.
  const told = known.some(({ events }) => events > 0);
  const best = told ? mostLikely(units, fits, prior, exactShape) : (fits[0] as Fit);
  const plausible = fits.map((fit) => {
    const { levelVariance, slopeVariance, covariance } = fit.level;
    const determinant = slopeVariance > 0 ? levelVariance * slopeVariance - covariance ** 2 : levelVariance;
    const before = Math.cbrt(fit.variation) * Math.exp(-((fit.variation / prior.unitDeviation) ** 2) / 2);
    return before * Math.exp(fit.height - best.height) * Math.sqrt(determinant);
  });
  const weights = plausible.map((weight, at) => {
    const width = (fits[at + 1]?.variation ?? fits[at]?.variation ?? 0) - (fits[at - 1]?.variation ?? 0);
    return several ? weight * width : 1;
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const used = fits.flatMap((fit, at) => {
    const weight = (weights[at] ?? 0) / total;
    return weight > 1e-6 ? [{ fit, weight }] : [];
  });
  return {
    level: best.level.level,
    levels: levelsOf(used),
    slope: best.level.slope,
    slopes: slopesOf(used),
    variation: variationOf(used),
    shape: 1 / best.variation ** 2,
    units: units.map((unit) => averaged(unit, used)),
    another: averaged(NOBODY, used),
  };
}

function levelsOf(fits: readonly { fit: Fit; weight: number }[]): PooledRates["levels"] {
  const total = fits.reduce((sum, { weight }) => sum + weight, 0);
  const mean = fits.reduce((sum, { fit, weight }) => sum + weight * fit.level.level, 0) / total;
  const square = fits.reduce((sum, { fit, weight }) => {
    const { level, levelVariance } = fit.level;
    return sum + weight * level ** 2 * (1 + levelVariance);
  }, 0);
  return { mean, variance: Math.max(0, square / total - mean ** 2) };
}

function variationOf(fits: readonly { fit: Fit; weight: number }[]): PooledRates["variation"] {
  const total = fits.reduce((sum, { weight }) => sum + weight, 0);
  const below = (share: number): number => {
    let sum = 0;
    for (const { fit, weight } of fits) {
      sum += weight / total;
      if (sum >= share) return fit.variation;
    }
    return fits.at(-1)?.fit.variation ?? 0;
  };
  const value = fits.reduce((sum, { fit, weight }) => sum + weight * fit.variation, 0) / total;
  return { value, low: below(0.05), high: below(0.95) };
}

function slopesOf(fits: readonly { fit: Fit; weight: number }[]): PooledRates["slopes"] {
  const total = fits.reduce((sum, { weight }) => sum + weight, 0);
  const over = (of: (level: Level) => number) =>
    fits.reduce((sum, { fit, weight }) => sum + weight * of(fit.level), 0) / total;
  const mean = over(({ slope }) => slope);
  const square = over(({ slope, slopeVariance }) => slope ** 2 + slopeVariance);
  return { mean, variance: Math.max(0, square - mean ** 2) };
}

function averaged(unit: Unit, fits: readonly { fit: Fit; weight: number }[]): PooledUnit {
  let mean = 0;
  let square = 0;
  let priorShare = 0;
  let weights = 0;
  for (const { fit, weight } of fits) {
    const at = unitAt(unit, fit);
    weights += weight;
    mean += weight * at.mean;
    square += weight * (at.variance + at.mean ** 2);
    priorShare += weight * at.priorShare;
  }
  mean /= weights;
  return {
    mean,
    variance: Math.max(0, square / weights - mean ** 2),
    priorShare: Math.min(1, priorShare / weights),
  };
}
