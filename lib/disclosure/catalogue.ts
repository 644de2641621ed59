import type { Level } from "@/lib/places/place";
import type { Figure } from "./figure";

/** How the figures of a row of the catalogue are made. */
export type Rule =
  /** Multiples of five by the cell's cut point; withheld where fewer than three organisations contribute. */
  | "people"
  /** As `people`, of an organisation whose published headcount is ten or more. */
  | "people-from-ten"
  /** Where fewer than three contribute: the sum of the organisations' own published figures. */
  | "sum-of-published"
  /** WTE of posts to the nearest one. */
  | "posts-to-one"
  /** WTE of posts to five. */
  | "posts-to-five"
  /** Devices and work, as they are, where three organisations contribute. */
  | "exact"
  /** Who answered: always, as it is. */
  | "answers"
  /** Published over published. */
  | "rate"
  /** As `rate`, over this census and up to two before it. */
  | "pooled-rate"
  | "censuses-pooled"
  /** The band of an organisation's exact vacancy rate, from a published headcount of ten. */
  | "vacancy-band"
  /** As the organisation chose; nothing while its choice is "none". */
  | "sharing-choice";

/** One line of the closed list of what may be published. */
export type CatalogueRow = {
  levels: readonly Level[];
  audience: Figure["audience"];
  measures: readonly string[];
  /** `all` is the total. */
  dimensions: readonly string[];
  rule: Rule;
};

const NATIONAL = ["united_kingdom", "nation", "region"] as const satisfies readonly Level[];
const ABOVE_ORGANISATION = [...NATIONAL, "board"] as const satisfies readonly Level[];
const STAFF = ["headcount", "in-post"];
const POSTS = ["establishment", "vacancy", "temporary-cover", "advertised", "frozen"];
const VACANCY_RATES = ["vacancy-rate", "vacancy-rate-unfilled", "vacancy-rate-advertised"];
const DEVICES = ["devices", "ppm-due", "ppm-due-done", "ppm-on-time-jobs", "ppm-due-timed"];
const ANSWERS = [
  "organisations",
  "organisations-responded",
  "organisations-returned",
  "organisations-with-establishment",
  "organisations-with-devices",
  "organisations-with-maintenance",
  "organisations-with-timed-maintenance",
];

/**
 * The disclosure catalogue: nothing outside it is ever computed. A table with a new breakdown enters only with the
 * rows of the attack that test it (role by age and specialism by age wait for that).
 */
export const CATALOGUE: readonly CatalogueRow[] = [
  {
    levels: NATIONAL,
    audience: "public",
    measures: STAFF,
    dimensions: ["all", "role", "band", "age", "specialism"],
    rule: "people",
  },
  {
    levels: ["board"],
    audience: "public",
    measures: STAFF,
    dimensions: ["all", "role", "band", "age", "specialism4"],
    rule: "people",
  },
  {
    levels: ABOVE_ORGANISATION,
    audience: "members",
    measures: STAFF,
    dimensions: ["all"],
    rule: "sum-of-published",
  },
  { levels: ["organisation"], audience: "members", measures: STAFF, dimensions: ["all"], rule: "people" },
  {
    levels: ["organisation"],
    audience: "members",
    measures: STAFF,
    dimensions: ["role4", "band4", "age3"],
    rule: "people-from-ten",
  },

  {
    levels: ABOVE_ORGANISATION,
    audience: "public",
    measures: POSTS,
    dimensions: ["all"],
    rule: "posts-to-one",
  },
  { levels: NATIONAL, audience: "public", measures: POSTS, dimensions: ["role"], rule: "posts-to-five" },
  {
    levels: ["organisation"],
    audience: "members",
    measures: POSTS,
    dimensions: ["all"],
    rule: "sharing-choice",
  },
  {
    levels: ["organisation"],
    audience: "members",
    measures: ["vacancy-band"],
    dimensions: ["all"],
    rule: "vacancy-band",
  },

  { levels: NATIONAL, audience: "public", measures: VACANCY_RATES, dimensions: ["all"], rule: "rate" },
  {
    levels: ["board"],
    audience: "public",
    measures: VACANCY_RATES,
    dimensions: ["all"],
    rule: "pooled-rate",
  },
  {
    levels: ["board"],
    audience: "public",
    measures: ["censuses-pooled"],
    dimensions: ["all"],
    rule: "censuses-pooled",
  },
  {
    levels: ["organisation"],
    audience: "members",
    measures: VACANCY_RATES,
    dimensions: ["all"],
    rule: "sharing-choice",
  },

  {
    levels: ABOVE_ORGANISATION,
    audience: "public",
    measures: ["share-55-and-over"],
    dimensions: ["all"],
    rule: "rate",
  },
  {
    levels: ["organisation"],
    audience: "members",
    measures: ["share-55-and-over"],
    dimensions: ["all"],
    rule: "rate",
  },

  {
    levels: ABOVE_ORGANISATION,
    audience: "public",
    measures: DEVICES,
    dimensions: ["all", "risk_class"],
    rule: "exact",
  },
  {
    levels: ABOVE_ORGANISATION,
    audience: "public",
    measures: ["planned-maintenance-on-time"],
    dimensions: ["all", "risk_class"],
    rule: "rate",
  },
  {
    levels: ["organisation"],
    audience: "members",
    measures: [...DEVICES, "planned-maintenance-on-time"],
    dimensions: ["all"],
    rule: "sharing-choice",
  },

  { levels: ABOVE_ORGANISATION, audience: "public", measures: ANSWERS, dimensions: ["all"], rule: "answers" },
  {
    levels: ["organisation"],
    audience: "public",
    measures: ["organisations", "organisations-responded"],
    dimensions: ["all"],
    rule: "answers",
  },
  {
    levels: [...ABOVE_ORGANISATION, "organisation"],
    audience: "public",
    measures: ["responded"],
    dimensions: ["all"],
    rule: "rate",
  },
];

/** Whether a figure may exist at all: what a page or a filter asks before it looks. */
export const isInCatalogue = (of: {
  level: Level;
  measure: string;
  dimension: string;
  audience: Figure["audience"];
}): boolean =>
  CATALOGUE.some(
    (row) =>
      row.rule !== "sharing-choice" &&
      row.levels.includes(of.level) &&
      row.measures.includes(of.measure) &&
      row.dimensions.includes(of.dimension) &&
      (row.audience === "public" || of.audience === "members"),
  );
