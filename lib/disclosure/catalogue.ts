import { knownMeasure } from "@/lib/measures/catalogue";
import { DEVICE_MEASURES, DEVICE_SUMS } from "@/lib/measures/device-measures";
import { EVIDENCE } from "@/lib/measures/evidence";
import { ITEM_MEASURES } from "@/lib/measures/response-measures";
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
  /** What the model makes of devices and work, to one, with its bounds, where three organisations contribute. */
  | "modelled"
  /** Who answered: always, as it is. */
  | "answers"
  /** Published over published. */
  | "rate"
  /** Whole per cent of the estimated workforce, from published headcounts. */
  | "coverage"
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
const PEOPLE_COUNTED = [
  "eligible-not-registered",
  "trainees",
  "joiners",
  "leavers",
  "leavers-within-nhs",
  "headcount-with-flows",
];
const PEOPLE_COUNTED_NATIONALLY = [
  "available",
  "in-post-absence-known",
  "movers",
  "people-before",
  "people-stayed",
];
const SHARES_OF_PEOPLE = [
  "registered",
  "eligible-not-registered-share",
  "trainee-share",
  "leaver-rate",
  "leaver-rate-outside",
  "joiner-rate",
];
const POSTS = ["establishment", "vacancy", "temporary-cover", "advertised", "frozen"];
const VACANCY_RATES = ["vacancy-rate", "vacancy-rate-unfilled", "vacancy-rate-advertised"];
const SERVICE_COUNTS = [
  "services-with-sufficiency",
  "services-insufficient",
  "device-procurements",
  "procurements-from-specification",
  "procurements-not-consulted",
  "services-with-representation",
  "services-with-reporting-line",
  "network-incidents",
  "network-incidents-before-harm",
  "services-with-accreditation",
  "services-with-on-call",
];
const SERVICE_BREAKDOWNS = [
  ["services-represented", "seat"],
  ["boards-sat-on", "seat"],
  ["services-with-reporting-line", "reports_to"],
  ["reporting-line", "reports_to"],
  ["services-accredited", "standard"],
  ["accreditation", "standard"],
  ["services-with-on-call", "on_call"],
  ["on-call", "on_call"],
] as const;
const DEVICES: readonly string[] = DEVICE_SUMS;
const DEVICE_SHARES = DEVICE_MEASURES.filter(({ rate }) => rate !== undefined).map(({ id }) => id);
const ITEMS_ANSWERED = ITEM_MEASURES.map(({ id }) => id);
const ANSWERS = [
  "organisations",
  "organisations-responded",
  "organisations-spoken-for",
  ...Object.values(EVIDENCE).map(({ countId }) => countId),
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
    dimensions: ["all", "role", "band", "age", "register", "register3", "specialism"],
    rule: "people",
  },
  {
    levels: ["board"],
    audience: "public",
    measures: STAFF,
    dimensions: ["all", "role", "band", "age", "register", "register3", "specialism4"],
    rule: "people",
  },
  {
    levels: ABOVE_ORGANISATION,
    audience: "public",
    measures: PEOPLE_COUNTED,
    dimensions: ["all"],
    rule: "people",
  },
  {
    levels: NATIONAL,
    audience: "public",
    measures: PEOPLE_COUNTED_NATIONALLY,
    dimensions: ["all"],
    rule: "people",
  },
  {
    levels: NATIONAL,
    audience: "public",
    measures: ["trainees"],
    dimensions: ["programme", "funding"],
    rule: "people",
  },
  { levels: NATIONAL, audience: "public", measures: ["movers"], dimensions: ["step"], rule: "people" },
  {
    levels: ABOVE_ORGANISATION,
    audience: "public",
    measures: SHARES_OF_PEOPLE,
    dimensions: ["all"],
    rule: "rate",
  },
  {
    levels: NATIONAL,
    audience: "public",
    measures: ["available-share", "stability"],
    dimensions: ["all"],
    rule: "rate",
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
  {
    levels: ABOVE_ORGANISATION,
    audience: "public",
    measures: ["establishment-with-cover", "vacancy-with-cover", "establishment-with-vacancies"],
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
    measures: DEVICE_SHARES,
    dimensions: ["all", "risk_class"],
    rule: "rate",
  },
  {
    levels: ["organisation"],
    audience: "members",
    measures: [...DEVICES, ...DEVICE_SHARES],
    dimensions: ["all"],
    rule: "sharing-choice",
  },

  {
    levels: ABOVE_ORGANISATION,
    audience: "public",
    measures: [
      "requirement",
      "requirement-compared",
      "standard-hours",
      "requirement-hours",
      "illustrative-hours",
    ],
    dimensions: ["all"],
    rule: "modelled",
  },
  {
    levels: ABOVE_ORGANISATION,
    audience: "public",
    measures: ["in-post-compared", "in-post-with-workload"],
    dimensions: ["all"],
    rule: "people",
  },
  {
    levels: ABOVE_ORGANISATION,
    audience: "public",
    measures: ["workload-gap", "modelled-coverage", "standard-hours-per-wte", "illustrative-share"],
    dimensions: ["all"],
    rule: "rate",
  },
  {
    levels: NATIONAL,
    audience: "public",
    measures: SERVICE_COUNTS,
    dimensions: ["all"],
    rule: "exact",
  },
  ...SERVICE_BREAKDOWNS.map(
    ([measure, dimension]): CatalogueRow => ({
      levels: NATIONAL,
      audience: "public",
      measures: [measure],
      dimensions: [dimension],
      rule: knownMeasure(measure).rate === undefined ? "exact" : "rate",
    }),
  ),
  {
    levels: NATIONAL,
    audience: "public",
    measures: ["insufficient-staffing", "early-involvement", "not-consulted", "found-before-harm"],
    dimensions: ["all"],
    rule: "rate",
  },

  { levels: ABOVE_ORGANISATION, audience: "public", measures: ANSWERS, dimensions: ["all"], rule: "answers" },
  {
    levels: ["organisation"],
    audience: "public",
    measures: [
      "organisations",
      "organisations-responded",
      "organisations-returned",
      "organisations-with-devices",
    ],
    dimensions: ["all"],
    rule: "answers",
  },
  {
    levels: ABOVE_ORGANISATION,
    audience: "public",
    measures: ["workforce-coverage"],
    dimensions: ["all"],
    rule: "coverage",
  },
  {
    levels: ABOVE_ORGANISATION,
    audience: "public",
    measures: ITEMS_ANSWERED,
    dimensions: ["all"],
    rule: "rate",
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

/** Whether a measure is published for places of a level: some for nations and regions only. */
export const isPublishedAt = (level: Level, measure: string) =>
  CATALOGUE.some(
    ({ audience, levels, measures }) =>
      audience === "public" && levels.includes(level) && measures.includes(measure),
  );
