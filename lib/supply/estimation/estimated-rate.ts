import { gammaQuantile } from "@/lib/statistics/gamma-quantile";
import type { Interval } from "@/lib/statistics/interval-score";
import type { PooledUnit } from "./pool-rates";
import { POOLING_PRIOR } from "./pooling-unit";

/** The share of its posterior that a rate's interval holds. */
export const RATE_LEVEL = 0.9;
const TAIL = (1 - RATE_LEVEL) / 2;

/** What a rate rests on: `illustrative` where no flow tells of it, and it is the default. */
export type RateEvidence = "estimated" | "illustrative";

/** A hazard a year, or a multiplier of one, with what is known of it. Never negative, never NaN. */
export type EstimatedRate = {
  /** The mean of the posterior. */
  value: number;
  /** 90 %, equal tails; worked out when it is asked for. */
  interval: () => Interval;
  /** Person-years that it rests on; of fills, vacancy-years. */
  people: number;
  /** Exits, moves or fills in them. */
  events: number;
  /** The share of `value` that does not come from the unit's own people and events, 0 to 1. */
  priorShare: number;
  evidence: RateEvidence;
  /** The value below which the share `p` of the posterior lies: a draw, from a uniform p. */
  quantile: (p: number) => number;
};

type Basis = Pick<EstimatedRate, "people" | "events" | "priorShare" | "evidence">;

/** A rate whose posterior is the gamma distribution of this mean and variance; without variance it is the mean, always. */
export function gammaRate(mean: number, variance: number, basis: Basis): EstimatedRate {
  if (!(mean >= 0 && variance >= 0 && mean < Infinity && variance < Infinity)) {
    throw new Error(`A rate has mean ${mean} and variance ${variance}: they have to be numbers from 0`);
  }
  const { people, events, priorShare, evidence } = basis;
  const quantile = (p: number): number =>
    mean > 0 && variance > 0 ? gammaQuantile(p, mean ** 2 / variance, mean / variance) : mean;
  const interval = () => ({ low: quantile(TAIL), high: quantile(1 - TAIL) });
  return { value: mean, interval, people, events, priorShare, evidence, quantile };
}

/** The default of a multiplier or of φ, as uncertain as after the few events that it is taken to be worth. */
export function rateByDefault(mean: number): EstimatedRate {
  const basis = { people: 0, events: 0, priorShare: 1, evidence: "illustrative" } as const;
  return gammaRate(mean, mean ** 2 / POOLING_PRIOR.levelEvents, basis);
}

type Factor = Pick<PooledUnit, "mean" | "variance">;

/** A factor that is known, and is nothing. */
export const ONE: Factor = { mean: 1, variance: 0 };

/** A base times two independent factors, as a gamma distribution of the product's mean and variance. */
export function productRate(base: number, one: Factor, other: Factor, basis: Basis): EstimatedRate {
  const mean = base * one.mean * other.mean;
  const square = base ** 2 * (one.variance + one.mean ** 2) * (other.variance + other.mean ** 2);
  return gammaRate(mean, Math.max(0, square - mean ** 2), basis);
}
