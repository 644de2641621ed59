import { MERGED } from "@/lib/measures/dimension";
import type { Measure } from "@/lib/measures/measure";
import type { Rate, RateTerm } from "@/lib/measures/rate";
import type { Level } from "@/lib/places/place";
import { type Answer, NOT_RETURNED, shown, underFive, WITHHELD } from "./answer";
import { N_DECIMAL, N_RATE, N_RATE_ORGANISATION } from "./thresholds";

/** The published answers of one breakdown of one measure at one place, by category; `all` under `all`. */
export type Published = (measure: string, dimension: string) => ReadonlyMap<string, Answer>;

/** A sum of published answers; `someUnderFive` where one of them reads "<5", which counts as nought. */
type Sum = { value: number; low: number; high: number; someUnderFive: boolean };

const BELOW_REGION: readonly Level[] = ["board", "organisation"];

/** The answers of a term: one, or those of a breakdown that make up exactly the categories asked for. */
function answersOf(
  term: RateTerm,
  published: Published,
  dimension: string,
  category: string,
): Answer[] | null {
  if (term.of === undefined) {
    const answer = published(term.measure, dimension).get(category);
    return answer === undefined ? null : [answer];
  }
  const wanted = new Set(term.of.categories);
  const found = [...published(term.measure, term.of.dimension)].filter(([id]) =>
    id.split(MERGED).some((part) => wanted.has(part)),
  );
  const covered = found.flatMap(([id]) => id.split(MERGED));
  return covered.length === wanted.size && covered.every((part) => wanted.has(part))
    ? found.map(([, answer]) => answer)
    : null;
}

/** Adds up terms, or the answer that prevents it. */
function sumOf(
  terms: readonly RateTerm[],
  published: Published,
  dimension: string,
  category: string,
): Sum | Answer {
  const sum: Sum = { value: 0, low: 0, high: 0, someUnderFive: false };
  for (const term of terms) {
    const answers = answersOf(term, published, dimension, category);
    if (answers === null) return WITHHELD;
    for (const answer of answers) {
      if (answer.low === null) return answer;
      sum.value += term.sign * (answer.value ?? 0);
      sum.low += term.sign === 1 ? answer.low : -answer.high;
      sum.high += term.sign === 1 ? answer.high : -answer.low;
      sum.someUnderFive ||= answer.symbol === "<5";
    }
  }
  return sum;
}

const isSum = (sum: Sum | Answer): sum is Sum => "someUnderFive" in sum;

const add = (a: Sum, b: Sum): Sum => ({
  value: a.value + b.value,
  low: a.low + b.low,
  high: a.high + b.high,
  someUnderFive: a.someUnderFive || b.someUnderFive,
});

/** What a rate is made of at one place and census: published sums, or why there are none. */
export type RateParts = { numerator: Sum; denominator: Sum };

/** The published numerator and denominator of a rate at a place, or the answer that prevents it. */
export function ratePartsOf(
  rate: Rate,
  level: Level,
  published: Published,
  dimension = "all",
  category = "all",
): RateParts | Answer {
  const terms = (level === "organisation" ? rate.organisation : undefined) ?? rate;
  const numerator = sumOf(terms.numerator, published, dimension, category);
  if (!isSum(numerator)) return numerator;
  const denominator = sumOf(terms.denominator, published, dimension, category);
  return isSum(denominator) ? { numerator, denominator } : denominator;
}

export const isRateParts = (parts: RateParts | Answer): parts is RateParts => "denominator" in parts;

/** The same rate at several censuses, numerators and denominators added. */
export const pool = (parts: readonly [RateParts, ...RateParts[]]): RateParts =>
  parts.reduce((a, b) => ({
    numerator: add(a.numerator, b.numerator),
    denominator: add(a.denominator, b.denominator),
  }));

/** Per cent of two whole numbers, with the bounds rounded outwards so that they still hold. */
const percent = (
  numerator: number,
  denominator: number,
  decimals: 0 | 1,
  round: (x: number) => number,
): number => round((numerator * 100 * 10 ** decimals) / denominator) / 10 ** decimals + 0;

/**
 * A rate from published figures only: one decimal from a denominator of 500, whole per cent from 50 (20 for an
 * organisation's own share), else withheld. Bounds are those of the rounding. Below region nothing prints as 0 %
 * or, of people, as 100 %.
 *
 * @param decimalsBy The published denominator that decides on decimals, where it is not the rate's own (pooled rates).
 */
export function rateAnswer(
  measure: Measure & { rate: Rate },
  level: Level,
  parts: RateParts,
  decimalsBy?: number,
): Answer {
  const { numerator, denominator } = parts;
  const { kind } = measure.rate;
  if (kind === "exact") {
    if (denominator.value <= 0) return NOT_RETURNED;
    const value = percent(numerator.value, denominator.value, 1, Math.round);
    return shown(value, { low: value, high: value });
  }
  if (denominator.value < (level === "organisation" ? N_RATE_ORGANISATION : N_RATE)) return WITHHELD;

  const belowRegion = BELOW_REGION.includes(level);
  const decimals = (decimalsBy ?? denominator.value) >= N_DECIMAL ? 1 : 0;
  const cap = (value: number): number => (kind === "people" ? Math.min(100, Math.max(0, value)) : value);
  const within = {
    low: cap(
      percent(numerator.low, numerator.low < 0 ? denominator.low : denominator.high, decimals, Math.floor),
    ),
    high: cap(
      percent(numerator.high, numerator.high < 0 ? denominator.high : denominator.low, decimals, Math.ceil),
    ),
  };
  const value = cap(percent(numerator.value, denominator.value, decimals, Math.round));
  if (
    (kind === "people" && numerator.value <= 0 && numerator.someUnderFive) ||
    (belowRegion && value === 0)
  ) {
    return underFive(within);
  }
  return shown(belowRegion && kind === "people" ? Math.min(99, value) : value, within);
}
