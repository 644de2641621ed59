import { knownMeasure, MEASURES } from "./catalogue";
import type { BaseDimension } from "./dimension";
import { knownDimension } from "./dimensions";
import type { EvidenceId } from "./evidence";
import type { Measure } from "./measure";
import type { RateTerm } from "./rate";

/** The exact sums of an organisation's own files, as they go into a release. For its own people only. */
export type OwnSums = {
  /** In the measure's own unit; of all, or of some categories of one attribute. */
  exact: (measure: string, part: { base: BaseDimension; of: readonly string[] } | null) => number;
  /** The least and the most of what is modelled; both the value itself where nothing is. */
  bounds: (measure: string) => { low: number; high: number };
  says: (evidence: EvidenceId) => boolean;
};

/** A measure of one's own, exact. Null is not known, never nought. */
export type OwnValue = {
  measure: Measure;
  value: number | null;
  /** Of a modelled value. */
  range: { low: number; high: number } | null;
  /** Of a measure that says in which groups one is: how many service units are in each; empty for none. */
  groups: { title: string; units: number }[] | null;
};

/** Measures that have no whole, only groups. */
const GROUPED: Readonly<Record<string, string>> = {
  "boards-sat-on": "seat",
  "reporting-line": "reports_to",
  accreditation: "standard",
  "on-call": "on_call",
};

/** The measures that an organisation's own files speak of: all but those of who answered, and of bands of others. */
export const OWN_MEASURES = MEASURES.filter(
  ({ family, unit, base }) => family !== "response" && unit !== "band" && !base,
);

const isKnown = ({ evidence }: Measure, sums: OwnSums): boolean => evidence === null || sums.says(evidence);

/** The exact value of a measure in its own unit, or of its share of one category; null where it is not known. */
export function ownValue(
  id: string,
  sums: OwnSums,
  part: Parameters<OwnSums["exact"]>[1] = null,
): number | null {
  const measure = knownMeasure(id);
  if (!isKnown(measure, sums)) return null;
  if (!measure.rate) return sums.exact(id, part);
  const { numerator, denominator, kind } = measure.rate;
  const above = sumOf(numerator, sums);
  if (kind === "difference") return above;
  const below = sumOf(denominator, sums);
  if (above === null || below === null || below <= 0) return null;
  return (kind === "ratio" ? 1 : 100) * (above / below);
}

function sumOf(terms: readonly RateTerm[], sums: OwnSums): number | null {
  let sum = 0;
  for (const { measure, sign, of } of terms) {
    const value = ownValue(measure, sums, partOf(of));
    if (value === null) return null;
    sum += sign * value;
  }
  return sum;
}

function partOf(of: RateTerm["of"]): Parameters<OwnSums["exact"]>[1] {
  if (!of || of.dimension === "all") return null;
  const { base, categories } = knownDimension(of.dimension);
  return { base, of: categories.filter(({ id }) => of.categories.includes(id)).flatMap((one) => one.of) };
}

function groupsOf({ id, rate }: Measure, sums: OwnSums): OwnValue["groups"] {
  const dimension = GROUPED[id];
  const counted = rate?.numerator[0]?.measure;
  if (!dimension || !counted) return null;
  const { base, categories } = knownDimension(dimension);
  return categories
    .map(({ title, of }) => ({ title, units: sums.exact(counted, { base, of }) }))
    .filter(({ units }) => units > 0);
}

/** Every measure that an organisation's own files can say, by the sums that go into a release. */
export function ownValues(sums: OwnSums): OwnValue[] {
  return OWN_MEASURES.map((measure) => {
    const known = isKnown(measure, sums);
    const grouped = measure.id in GROUPED;
    return {
      measure,
      value: grouped ? null : ownValue(measure.id, sums),
      range: known && measure.id === "requirement" ? sums.bounds(measure.id) : null,
      groups: known ? groupsOf(measure, sums) : null,
    };
  });
}

/** Whether anything is said of a measure. */
export const isSaid = ({ value, groups }: OwnValue): boolean => value !== null || groups !== null;
