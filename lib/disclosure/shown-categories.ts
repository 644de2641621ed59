import { knownMeasure } from "@/lib/measures/catalogue";
import type { Category, Dimension } from "@/lib/measures/dimension";
import { DIMENSIONS, knownDimension } from "@/lib/measures/dimensions";
import { CATALOGUE } from "./catalogue";
import { decidedGroups, mergeIdent, mergeSmall } from "./category-merge";
import { cutPoint, roundPeople } from "./draw";
import { ident } from "./ident";
import type { OpenLedger } from "./ledger";
import type { Members } from "./members";
import { N_ORG } from "./thresholds";
import type { Truth } from "./truth";

/** The breakdowns of people, each with the count that decides which of its categories are too small. */
const BREAKDOWNS_OF_PEOPLE: ReadonlyMap<string, string> = new Map(
  CATALOGUE.filter(({ rule }) => rule === "people" || rule === "people-from-ten").flatMap(
    ({ dimensions, measures }) =>
      dimensions
        .filter((id) => id !== "all")
        .map((id) => [id, measures.includes("headcount") ? "headcount" : (measures[0] ?? "")] as const),
  ),
);

/**
 * The categories in which each dimension is published, for all levels: those declared, with the small ones merged.
 * Decisions are taken on the UK's published figures and entered in the ledger; later releases keep them. A
 * dimension in which a single known category would be left is not published: it would only be a second rounding of
 * the total.
 *
 * @param ukOf who a measure rests on in the United Kingdom: small is what its published figure there would be
 */
export function shownCategories(
  ukOf: (measure: string) => Members,
  synthetic: boolean,
  key: Uint8Array,
  ledger: OpenLedger,
  truth: Truth,
): (dimension: string) => readonly Category[] {
  const published =
    (dimension: Dimension, measure: string) =>
    (group: Category): number => {
      const cell = {
        family: knownMeasure(measure).family,
        members: ukOf(measure).all,
        part: { base: dimension.base, of: group.of },
      } as const;
      // A category that is about to merge never becomes a cell, so its draw is not entered.
      return roundPeople(truth.exact(measure, cell), cutPoint(key, ident(cell), ledger.draws(ident(cell))));
    };
  const groups = new Map<string, readonly Category[]>();
  for (const [id, measure] of BREAKDOWNS_OF_PEOPLE) {
    const dimension = knownDimension(id);
    const coarse = DIMENSIONS.find(
      (other) => other.base === dimension.base && other.categories.length < dimension.categories.length,
    );
    const before = decidedGroups(dimension, ledger.has, synthetic);
    const after =
      ukOf(measure).contributing.length < N_ORG
        ? before
        : mergeSmall(before, dimension, coarse, published(dimension, measure));
    for (const group of after) {
      if (!dimension.categories.some((category) => category.id === group.id))
        ledger.entry(mergeIdent(dimension, group, synthetic));
    }
    groups.set(id, after.filter((group) => group.id !== dimension.unknown).length < 2 ? [] : after);
  }
  return (dimension) => groups.get(dimension) ?? knownDimension(dimension).categories;
}
