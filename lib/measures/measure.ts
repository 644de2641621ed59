import type { PartName } from "@/lib/returns/part";
import type { EvidenceId } from "./evidence";
import type { Rate } from "./rate";
import type { TopicId } from "./topic";

export const UNITS = [
  "people",
  "wte",
  "hours",
  "pounds",
  "percent",
  "devices",
  "jobs",
  "organisations",
  "services",
  "incidents",
  "procurements",
  "ratio",
  "censuses",
  "band",
] as const;
export type MeasureUnit = (typeof UNITS)[number];

/**
 * What a measure counts, and therefore which key, which organisations and which rule its cells have.
 * Headcount and in-post WTE share `staff`, so that one never contradicts the other.
 */
export const FAMILIES = [
  "staff",
  "elg",
  "trn",
  "avl",
  "abk",
  "join",
  "leave",
  "leave_nhs",
  "move",
  "bef",
  "sty",
  "est",
  "vac",
  "cov",
  "adv",
  "frz",
  "cmp",
  "devices",
  "workload",
  "service",
  "response",
] as const;
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
  /** What it is about: how pages group measures. */
  topic: TopicId;
  /** What an organisation must have said to be counted; null where every organisation asked is. */
  evidence: EvidenceId | null;
  /** Of a `staff` measure over some organisations only: whether it counts people or their WTE. */
  counts?: "headcount" | "in-post";
  /** Of a rate of people or posts: what it rests on, in words, where that can be too small. */
  rests?: string;
  /** Set for a rate or share: what is divided by what. */
  rate?: Rate;
  /** A measure that other measures rest on, without a page of its own. */
  base?: true;
  /** The measure that says the same of more organisations: what this one leaves out is the difference of the two. */
  partOf?: string;
  /** What must be there before it is shown, in words. */
  minimumEvidence: string;
  source: { part: PartName | "return"; columns: readonly string[] };
  nations?: readonly NationalDefinition[];
  notes?: readonly string[];
};
