import { logGamma } from "@/lib/statistics/log-gamma";
import type { PooledUnit } from "./pool-rates";
import type { PoolingPrior, Unit } from "./pooling-unit";

/**
 * The plain twin of `poolRates`, without a regressor: what is not known (level and variation) is summed over a fine grid
 * instead of by curvature, and posteriors are those of the gamma distribution at each point of it.
 */
export function poolRatesPlainly(units: readonly Unit[], prior: PoolingPrior): PooledUnit[] {
  const points: { level: number; variation: number; log: number }[] = [];
  for (let variation = 0.02; variation < 1.6; variation += 0.04) {
    for (let logLevel = -2; logLevel <= 2; logLevel += 0.05) {
      const [level, shape] = [Math.exp(logLevel), 1 / variation ** 2];
      let log = prior.levelEvents * (logLevel - level);
      log += Math.log(variation) / 3 - (variation / prior.unitDeviation) ** 2 / 2;
      for (const { events, expected } of units) {
        const mean = level * expected;
        if (mean === 0) continue;
        log += logGamma(shape + events) - logGamma(shape) - logGamma(events + 1);
        log += shape * Math.log(shape / (shape + mean)) + events * Math.log(mean / (shape + mean));
      }
      points.push({ level, variation, log });
    }
  }
  const top = points.reduce((most, { log }) => Math.max(most, log), -Infinity);
  const weighted = points.map((point) => ({ ...point, weight: Math.exp(point.log - top) }));
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  return units.map(({ events, expected }) => {
    let [mean, square, priorShare] = [0, 0, 0];
    for (const { level, variation, weight } of weighted) {
      const shape = 1 / variation ** 2;
      const rate = shape / level + expected;
      mean += (weight / total) * ((shape + events) / rate);
      square += (weight / total) * (((shape + events) * (shape + events + 1)) / rate ** 2);
      priorShare += (weight / total) * (shape / level / rate);
    }
    return { mean, variance: square - mean ** 2, priorShare };
  });
}
