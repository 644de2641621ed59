import { knownMeasure } from "@/lib/measures/catalogue";
import type { Measure } from "@/lib/measures/measure";
import type { Rate } from "@/lib/measures/rate";
import { type Answer, exactly } from "./answer";
import type { Figure } from "./figure";
import type { FigureTable } from "./figure-table";
import type { FramePlace } from "./frame";
import { rateAnswer } from "./rate-answer";
import { isRateParts, pool, type RateParts, ratePartsOf } from "./rate-parts";

/** The rate of a measure that the catalogue names as one; another is a bug. */
export function asRate(measure: Measure): Measure & { rate: Rate } {
  const { rate } = measure;
  if (rate === undefined) throw new Error(`${measure.id} is no rate`);
  return { ...measure, rate };
}

const partsAt = (
  table: FigureTable,
  place: FramePlace,
  audience: Figure["audience"],
  measure: Measure,
  dimension = "all",
  category = "all",
): RateParts | Answer =>
  ratePartsOf(
    asRate(measure).rate,
    place.level,
    (of, breakdown) => table.seen(place.code, audience, of, breakdown),
    dimension,
    category,
  );

/** A rate of one census, from the figures that this audience sees. */
export function rateAt(
  table: FigureTable,
  place: FramePlace,
  audience: Figure["audience"],
  measure: Measure,
  dimension: string,
  category: string,
): Answer {
  const parts = partsAt(table, place, audience, measure, dimension, category);
  return isRateParts(parts) ? rateAnswer(asRate(measure), place.level, parts) : parts;
}

/** A rate with its parts added over this census and the earlier ones that have them; none without this one's. */
export function pooledRateAt(
  table: FigureTable,
  earlier: readonly FigureTable[],
  place: FramePlace,
  measure: Measure,
): Answer {
  const now = partsAt(table, place, "public", measure);
  if (!isRateParts(now)) return now;
  const before = earlier.map((other) => partsAt(other, place, "public", measure)).filter(isRateParts);
  return rateAnswer(asRate(measure), place.level, pool([now, ...before]), now.denominator.value);
}

/** How many censuses the pooled rates of a place are of. */
export function censusesPooledAt(
  table: FigureTable,
  earlier: readonly FigureTable[],
  place: FramePlace,
): Answer {
  const measure = knownMeasure("vacancy-rate");
  const now = partsAt(table, place, "public", measure);
  if (!isRateParts(now)) return now;
  return exactly(1 + earlier.filter((other) => isRateParts(partsAt(other, place, "public", measure))).length);
}
