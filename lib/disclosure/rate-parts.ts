import { MERGED } from "@/lib/measures/dimension";
import type { Rate, RateTerm } from "@/lib/measures/rate";
import type { Level } from "@/lib/places/place";
import { type Answer, WITHHELD } from "./answer";

/** The published answers of one breakdown of one measure at one place, by category; `all` under `all`. */
export type Published = (measure: string, dimension: string) => ReadonlyMap<string, Answer>;

/** A sum of published answers; `someUnderFive` where one of them reads "<5", which counts as nought. */
export type Sum = { value: number; low: number; high: number; someUnderFive: boolean };

/** What a rate is made of. `nested` where the numerator's own figures are among those that the denominator adds. */
export type RateParts = { numerator: Sum; denominator: Sum; nested: boolean };

export const isRateParts = (parts: RateParts | Answer): parts is RateParts => "denominator" in parts;
const isSum = (sum: Sum | Answer): sum is Sum => "someUnderFive" in sum;

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
  const exactly = covered.length === wanted.size && covered.every((part) => wanted.has(part));
  return exactly ? found.map(([, answer]) => answer) : null;
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
      sum.low += term.sign * (term.sign > 0 ? answer.low : answer.high);
      sum.high += term.sign * (term.sign > 0 ? answer.high : answer.low);
      sum.someUnderFive ||= answer.symbol === "<5";
    }
  }
  return sum;
}

const isNested = (numerator: readonly RateTerm[], denominator: readonly RateTerm[]): boolean =>
  numerator.every((part) =>
    denominator.some(
      (whole) =>
        whole.sign === part.sign &&
        whole.measure === part.measure &&
        whole.of !== undefined &&
        whole.of.dimension === part.of?.dimension &&
        part.of.categories.every((category) => whole.of?.categories.includes(category)),
    ),
  );

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
  if (!isSum(denominator)) return denominator;
  return { numerator, denominator, nested: isNested(terms.numerator, terms.denominator) };
}

const add = (a: Sum, b: Sum): Sum => ({
  value: a.value + b.value,
  low: a.low + b.low,
  high: a.high + b.high,
  someUnderFive: a.someUnderFive || b.someUnderFive,
});

/** The same rate at several censuses, numerators and denominators added. */
export const pool = (parts: readonly [RateParts, ...RateParts[]]): RateParts =>
  parts.reduce((a, b) => ({
    numerator: add(a.numerator, b.numerator),
    denominator: add(a.denominator, b.denominator),
    nested: a.nested && b.nested,
  }));
