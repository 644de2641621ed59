import type { Figure } from "@/lib/disclosure/figure";
import { MERGED } from "@/lib/measures/dimension";
import { knownDimension } from "@/lib/measures/dimensions";

/** One published figure of one place: public, and as returned. */
export type BaseFigure = Pick<
  Figure,
  "measure" | "dimension" | "category" | "value" | "symbol" | "low" | "high"
>;

/**
 * Roles by three ages: categories `{role}|{age3}`, such as `clinical_scientist|under_35`. Not in every catalogue; used
 * where it is published.
 */
export const ROLE_BY_AGE = "role_age3";
export const ROLE_BY_AGE_SEPARATOR = "|";

/** The categories that a published one covers: of a merged one, several. */
export const partsOf = (category: string): readonly string[] => category.split(MERGED);

export const ROLES: readonly string[] = knownDimension("role").categories.map(({ id }) => id);
export const BANDS: readonly string[] = knownDimension("band").categories.map(({ id }) => id);
/** Ten-year ages, `unknown` last. */
export const TEN_YEAR_AGES: readonly string[] = knownDimension("age").categories.map(({ id }) => id);
export const AGE_GROUPS = knownDimension("age3").categories;

/** The figures of a measure by one breakdown, in an order of their own, whatever order they came in. */
export const figuresOf = (
  figures: readonly BaseFigure[],
  measure: string,
  dimension: string,
): readonly BaseFigure[] =>
  figures
    .filter((figure) => figure.measure === measure && figure.dimension === dimension)
    .sort((a, b) => (a.category < b.category ? -1 : a.category > b.category ? 1 : 0));

export const totalOf = (figures: readonly BaseFigure[], measure: string): BaseFigure | undefined =>
  figures.find((figure) => figure.measure === measure && figure.dimension === "all");

/** A figure's value; of "<5" the middle of its bounds; null where it says nothing. */
export function numberOf(figure: BaseFigure | undefined): number | null {
  if (figure === undefined) return null;
  if (figure.value !== null) return figure.value;
  return figure.low === null || figure.high === null ? null : (figure.low + figure.high) / 2;
}

const SAID: Readonly<Record<string, string>> = {
  c: "withheld",
  ":": "not returned",
  x: "not in the catalogue",
};

/** Why a figure says nothing, in a word or two. */
export const whyNothing = (figure: BaseFigure | undefined): string =>
  figure === undefined ? "not published" : (SAID[figure.symbol ?? ""] ?? "without a value");
