/** An organisation, or a group of staff: events, how many were to be expected, and what else may tell of its rate. */
export type Unit = {
  events: number;
  /** Events at the base rate, ≥ 0; 0 where there was nobody. */
  expected: number;
  /** Zero on average over the units, in standard deviations; null where it is not known, which is taken as 0. */
  regressor: number | null;
};

export type PoolingPrior = {
  /** The level is as likely, beforehand, as after so many events at the base rate: a gamma distribution of mean 1. */
  levelEvents: number;
  /** Standard deviation, beforehand, of the slope. */
  slopeDeviation: number;
  /**
   * Scale of what is believed beforehand of units' coefficient of variation v: v^⅓ exp(−½ (v/scale)²). The root keeps
   * away from none at all, which few units often make most likely though they differ (Chung, Rabe-Hesketh, Dorie,
   * Gelman and Liu, Psychometrika 78, 2013); with it nine in ten intervals hold the truth, without it seven in eight.
   */
  unitDeviation: number;
};

/**
 * What is believed beforehand where nothing else is said: the base is as good as four events; ten per cent a standard
 * deviation is much for a regressor about other professions; and units rarely differ by more than half.
 */
export const POOLING_PRIOR: PoolingPrior = { levelEvents: 4, slopeDeviation: 0.1, unitDeviation: 0.6 };

/**
 * Of filling: posts tell so little of how organisations differ that none at all is often most likely though they do, and
 * so it is held beforehand that they differ by about a third: v² exp(−½ (v/scale)²).
 */
export const FILLING_PRIOR: PoolingPrior = { ...POOLING_PRIOR, unitDeviation: 0.25 };
