import { crpsOfSample } from "@/lib/statistics/crps";
import { covers, intervalScore } from "@/lib/statistics/interval-score";
import { inverseNormal } from "@/lib/statistics/inverse-normal";
import { quantiles } from "@/lib/statistics/quantiles";

/** Quantiles of a projection, as it was kept. */
export type ProjectedQuantiles = { p5: number; p25: number; p50: number; p75: number; p95: number };

/** What an earlier projection said of one figure, and what it then was. All three in the measure's unit. */
export type ScoredFigure = {
  place: string;
  measure: string;
  /** Years from the census on which the projection was made to that of the outcome, from 1. */
  yearsAhead: number;
  /** The projection's runs, in any order, at least one; or its quantiles, where no more was kept. */
  projected: ArrayLike<number> | ProjectedQuantiles;
  /** The figure at the census on which the projection was made: "same as last year". */
  before: number;
  outcome: number;
};

/** How projections did on some figures together. Scores are means in the measure's unit; smaller is better. */
export type Score = {
  figures: number;
  /** The share of outcomes within the projections' intervals; 0.5 and 0.9 would be right. */
  covered50: number;
  covered90: number;
  /** Mean of projected (the mean of its runs) less outcome: above 0 where projections were too high. */
  bias: number;
  crps: number;
  intervalScore90: number;
  /** The same figures by "same as last year": one value, so that its score is its mean distance. */
  sameAsLastYear: { bias: number; crps: number };
  /** 1 − crps ÷ that of "same as last year": above 0 where the projection was better; null where that was exact. */
  skill: number | null;
};

/** The deviates of the five quantiles on the normal scale, on which they are joined by straight lines. */
const DEVIATES = [0.05, 0.25, 0.5, 0.75, 0.95].map(inverseNormal);
const EVEN = Array.from({ length: 200 }, (_, at) => inverseNormal((at + 0.5) / 200));

/**
 * Values at even shares of a projection of which five quantiles are known: between them, and beyond the outer ones, as
 * lines on the normal scale, so that a normal distribution comes back as it was.
 */
function fromQuantiles({ p5, p25, p50, p75, p95 }: ProjectedQuantiles): Float64Array {
  const values = [p5, p25, p50, p75, p95];
  if (!values.every((value, at) => value >= (values[at - 1] ?? -Infinity))) {
    throw new Error(`A projection's quantiles are ${values.join(", ")}: rising numbers were expected`);
  }
  return Float64Array.from(EVEN, (z) => {
    const found = DEVIATES.findIndex((deviate) => z <= deviate);
    const to = found < 0 ? DEVIATES.length - 1 : Math.max(1, found);
    const [low, high] = [values[to - 1] as number, values[to] as number];
    const [from, until] = [DEVIATES[to - 1] as number, DEVIATES[to] as number];
    return low + ((high - low) * (z - from)) / (until - from);
  });
}

const isQuantiles = (projected: ScoredFigure["projected"]): projected is ProjectedQuantiles =>
  "p50" in projected;

const ENDS = [0.05, 0.25, 0.75, 0.95] as const;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Scores projections against the censuses that came after. No figures give null: there is no score yet, and it is not
 * zero. A sample without values, or a figure that is no number, is a bug of the caller and throws.
 */
export function scoreOf(figures: readonly ScoredFigure[]): Score | null {
  if (figures.length === 0) return null;
  const each = figures.map(({ place, measure, projected, before, outcome }) => {
    if (!Number.isFinite(before) || !Number.isFinite(outcome)) {
      throw new Error(`${measure} of ${place} was ${before} and then ${outcome}: numbers were expected`);
    }
    const runs = isQuantiles(projected) ? fromQuantiles(projected) : Float64Array.from(projected);
    const [p5, p25, p75, p95] = isQuantiles(projected)
      ? [projected.p5, projected.p25, projected.p75, projected.p95]
      : (quantiles(runs, ENDS) as [number, number, number, number]);
    return {
      in50: covers({ low: p25, high: p75 }, outcome) ? 1 : 0,
      in90: covers({ low: p5, high: p95 }, outcome) ? 1 : 0,
      bias: mean([...runs]) - outcome,
      crps: crpsOfSample(runs, outcome),
      interval: intervalScore({ low: p5, high: p95 }, outcome, 0.9),
      sameBias: before - outcome,
    };
  });
  const crps = mean(each.map((one) => one.crps));
  const same = mean(each.map(({ sameBias }) => Math.abs(sameBias)));
  return {
    figures: figures.length,
    covered50: mean(each.map(({ in50 }) => in50)),
    covered90: mean(each.map(({ in90 }) => in90)),
    bias: mean(each.map(({ bias }) => bias)),
    crps,
    intervalScore90: mean(each.map(({ interval }) => interval)),
    sameAsLastYear: { bias: mean(each.map(({ sameBias }) => sameBias)), crps: same },
    skill: same > 0 ? 1 - crps / same : null,
  };
}

/** A line of the scorecard: figures of one measure, so many years ahead. */
export type ScorecardLine = { measure: string; yearsAhead: number; score: Score };

/**
 * The scorecard: a line for each measure and number of years ahead, in the order of measures as they come and of years.
 * Measures have units of their own and are never summed.
 */
export function scorecard(figures: readonly ScoredFigure[]): ScorecardLine[] {
  const measures = [...new Set(figures.map(({ measure }) => measure))];
  return measures.flatMap((measure) => {
    const own = figures.filter((figure) => figure.measure === measure);
    const years = [...new Set(own.map(({ yearsAhead }) => yearsAhead))].sort((a, b) => a - b);
    return years.flatMap((yearsAhead) => {
      const score = scoreOf(own.filter((figure) => figure.yearsAhead === yearsAhead));
      return score === null ? [] : [{ measure, yearsAhead, score }];
    });
  });
}
