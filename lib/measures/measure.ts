import type { Rate } from "./rate";

export const UNITS = [
  "people",
  "wte",
  "percent",
  "devices",
  "jobs",
  "organisations",
  "censuses",
  "band",
] as const;
export type MeasureUnit = (typeof UNITS)[number];

/**
 * What a measure counts, and therefore which key, which organisations and which rule its cells have.
 * Headcount and in-post WTE share `staff`, so that one never contradicts the other.
 */
export const FAMILIES = ["staff", "est", "vac", "cov", "adv", "frz", "devices", "response"] as const;
export type MeasureFamily = (typeof FAMILIES)[number];

/** How a nation's own statistics define the same word. */
export type NationalDefinition = {
  nation: "England" | "Wales" | "Scotland" | "Northern Ireland";
  differs: string;
};

/** A defined quantity, declared once: tables, pages, dictionary, method text and the release derive from it. */
export type Measure = {
  /** The segment of an address and the `measure` of a figure. */
  id: string;
  title: string;
  /** For a column head or a chart. */
  shortTitle: string;
  /** One or two sentences in plain English. */
  definition: string;
  /** The formula in words. */
  formula: string;
  unit: MeasureUnit;
  /** Whether more is better, for colour and words; `none` where neither is. */
  polarity: "higher" | "lower" | "none";
  family: MeasureFamily;
  /** Set for a rate or share: what is divided by what. */
  rate?: Rate;
  /** A measure that other measures rest on, without a page of its own. */
  base?: true;
  /** What must be there before it is shown, in words. */
  minimumEvidence: string;
  source: { part: "workforce" | "devices" | "return"; columns: readonly string[] };
  nations?: readonly NationalDefinition[];
  notes?: readonly string[];
};
