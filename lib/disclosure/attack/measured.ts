import { knownMeasure } from "@/lib/measures/catalogue";
import type { BaseDimension } from "@/lib/measures/dimension";
import { DIMENSIONS } from "@/lib/measures/dimensions";

/** What is added up in one sum of the attack: people or WTE, and in which breakdowns. */
export type Measured = {
  /** The measure whose exact value it is. */
  id: string;
  /** Counts of people are what is attacked; WTE only help to. */
  counts: "people" | "wte";
  /** Breakdowns whose parts make up the whole. */
  bases: readonly BaseDimension[];
  mayBeNegative?: true;
};

const STAFF_BASES = ["role", "band", "age", "register", "specialism"] as const;

/**
 * Sums that rows of the attack tie together, in groups without a tie between them: each group is attacked by itself.
 * Left out is what tells nothing of people: devices, work, services, organisations counted, rates (arithmetic on
 * published figures), and temporary cover, adverts and frozen posts, which no row ties to anybody.
 */
export const GROUPS: readonly (readonly Measured[])[] = [
  [
    { id: "headcount", counts: "people", bases: STAFF_BASES },
    { id: "in-post", counts: "wte", bases: STAFF_BASES },
    { id: "establishment", counts: "wte", bases: ["role"] },
    { id: "vacancy", counts: "wte", bases: ["role"], mayBeNegative: true },
    { id: "eligible-not-registered", counts: "people", bases: [] },
    { id: "trainees", counts: "people", bases: ["programme", "funding"] },
    { id: "in-post-absence-known", counts: "wte", bases: [] },
    { id: "available", counts: "wte", bases: [] },
    { id: "in-post-compared", counts: "wte", bases: [] },
  ],
  [{ id: "joiners", counts: "people", bases: [] }],
  [
    { id: "leavers", counts: "people", bases: [] },
    { id: "leavers-within-nhs", counts: "people", bases: [] },
  ],
  [{ id: "movers", counts: "people", bases: ["step"] }],
  [
    { id: "people-before", counts: "people", bases: [] },
    { id: "people-stayed", counts: "people", bases: [] },
  ],
];

/** One sum that is not more than another, in every organisation. */
export const WITHIN: readonly (readonly [part: string, whole: string])[] = [
  ["eligible-not-registered", "headcount"],
  ["trainees", "headcount"],
  ["in-post-absence-known", "in-post"],
  ["available", "in-post-absence-known"],
  ["in-post-compared", "in-post"],
  ["leavers-within-nhs", "leavers"],
  ["people-stayed", "people-before"],
];

/** The sum that a published measure is a figure of: one over fewer organisations is a figure of the same sum. */
export function measuredId(measure: string): string {
  const { counts, partOf } = knownMeasure(measure);
  return counts ?? partOf ?? measure;
}

/** The categories of an attribute, as a return may have them. */
export const categoriesOf = (base: BaseDimension): readonly string[] => [
  ...new Set(
    DIMENSIONS.filter((dimension) => dimension.base === base).flatMap(({ categories }) =>
      categories.flatMap(({ of }) => of),
    ),
  ),
];
