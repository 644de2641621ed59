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

const BREAKDOWNS_OF_PEOPLE = [
  ...new Set(
    CATALOGUE.filter(({ rule }) => rule === "people" || rule === "people-from-ten").flatMap(
      ({ dimensions }) => dimensions,
    ),
  ),
].filter((id) => id !== "all");

/**
 * The categories in which each dimension is published, for all levels: those declared, with the small ones merged.
 * Decisions are taken on the UK's published figures and entered in the ledger; later releases keep them. A
 * dimension in which a single known category would be left is not published: it would only be a second rounding of
 * the total.
 */
export function shownCategories(
  uk: Members,
  synthetic: boolean,
  key: Uint8Array,
  ledger: OpenLedger,
  truth: Truth,
): (dimension: string) => readonly Category[] {
  const published =
    (dimension: Dimension) =>
    (group: Category): number => {
      const cell = {
        family: "staff",
        members: uk.all,
        part: { base: dimension.base, of: group.of },
      } as const;
      // A category that is about to merge never becomes a cell, so its draw is not entered.
      return roundPeople(
        truth.exact("headcount", cell),
        cutPoint(key, ident(cell), ledger.draws(ident(cell))),
      );
    };
  const groups = new Map<string, readonly Category[]>();
  for (const id of BREAKDOWNS_OF_PEOPLE) {
    const dimension = knownDimension(id);
    const coarse = DIMENSIONS.find(
      (other) => other.base === dimension.base && other.categories.length < dimension.categories.length,
    );
    const before = decidedGroups(dimension, ledger.has, synthetic);
    const after =
      uk.contributing.length < N_ORG ? before : mergeSmall(before, dimension, coarse, published(dimension));
    for (const group of after) {
      if (!dimension.categories.some((category) => category.id === group.id))
        ledger.entry(mergeIdent(dimension, group, synthetic));
    }
    groups.set(id, after.filter((group) => group.id !== dimension.unknown).length < 2 ? [] : after);
  }
  return (dimension) => groups.get(dimension) ?? knownDimension(dimension).categories;
}
