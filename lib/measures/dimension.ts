import { mergedTitle } from "./merged-title";

/** The attributes of a person, a post, a move, a device or a service that breakdowns rest on. */
export const BASE_DIMENSIONS = [
  "role",
  "band",
  "age",
  "register",
  "specialism",
  "risk_class",
  "programme",
  "funding",
  "step",
  "seat",
  "reports_to",
  "standard",
  "on_call",
] as const;
export type BaseDimension = (typeof BASE_DIMENSIONS)[number];

/** A group of base categories under one name. */
export type Category = { id: string; title: string; of: readonly string[] };

/** A breakdown: disjoint groups of the categories of one attribute. */
export type Dimension = {
  id: string;
  title: string;
  base: BaseDimension;
  categories: readonly Category[];
  /** The category for a missing value; it never merges with a known one. */
  unknown?: string;
  /** Set when some base categories are in no group, so that the parts fall short of the whole. */
  partial?: true;
};

/** Small categories merge for good; a merged one is named by its parts, in the declared order. */
export const MERGED = "+";

const position = (dimension: Dimension, category: string): number =>
  dimension.categories.findIndex(({ id }) => id === category.split(MERGED)[0]);

/** Sorts the categories of a dimension, merged ones too, into the declared order; `all` first. */
export const compareCategories = (dimension: Dimension, a: string, b: string): number =>
  position(dimension, a) - position(dimension, b);

/** The title of a category or a merged one ("Bands 2 and 3"); `all` is "All". */
export function categoryTitle(dimension: Dimension, category: string): string {
  if (category === "all") return "All";
  const titles = category
    .split(MERGED)
    .map((id) => dimension.categories.find((one) => one.id === id)?.title ?? id);
  return titles.length === 1 ? (titles[0] ?? category) : mergedTitle(titles);
}
