import { isPublishedAt } from "@/lib/disclosure/catalogue";
import { knownMeasure, MEASURES } from "@/lib/measures/catalogue";
import { evidenceOf } from "@/lib/measures/evidence";
import type { Measure } from "@/lib/measures/measure";
import type { Level } from "@/lib/places/place";

/** What a measure is formed from, what is formed from it, and what of a return it rests on. */
export type Dependence = {
  /** Measures whose published figures it divides, adds or takes away, each once. */
  formedFrom: readonly Measure[];
  /** Rates that are formed from it. */
  usedBy: readonly Measure[];
  /** What an organisation must have done to be counted; null where each that was asked is. */
  counted: string | null;
};

const termsOf = ({ rate }: Measure): ReadonlySet<string> =>
  new Set(rate ? [...rate.numerator, ...rate.denominator].map((term) => term.measure) : []);

/** Of measures that are published for places of a level. */
export function dependenceOf(measure: Measure, level: Level): Dependence {
  const isThere = ({ id }: Measure) => isPublishedAt(level, id);
  return {
    formedFrom: [...termsOf(measure)].map(knownMeasure).filter(isThere),
    usedBy: MEASURES.filter((other) => isThere(other) && termsOf(other).has(measure.id)),
    counted: measure.evidence === null ? null : evidenceOf(measure.evidence).did,
  };
}
