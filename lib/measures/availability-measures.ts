import type { Measure } from "./measure";
import { plus } from "./rate";

const SOURCE = { part: "workforce", columns: ["absence", "in_post_wte"] } as const;

/** Who of the people in post is there to work. */
export const AVAILABILITY_MEASURES = [
  {
    id: "available",
    title: "Available staff, WTE",
    shortTitle: "Available",
    definition:
      "Contracted WTE of the people in post who are not on parental leave, long sickness, a career break or secondment, of those whose absence is known.",
    formula: "Sum of contracted WTE of people without long absence",
    unit: "wte",
    polarity: "none",
    family: "avl",
    topic: "people",
    evidence: "absence",
    minimumEvidence: "Three organisations that said who is on long absence; nations and regions only",
    source: SOURCE,
    notes: ["Shown beside staff in post, never in place of it: a person on leave still holds the post."],
  },
  {
    id: "in-post-absence-known",
    title: "Staff in post whose absence is known, WTE",
    shortTitle: "Absence known",
    definition: "Contracted WTE of the people of whom it is known whether they are on long absence.",
    formula: "Sum of contracted WTE of people with an absence given",
    unit: "wte",
    polarity: "none",
    family: "abk",
    topic: "people",
    evidence: "absence",
    base: true,
    minimumEvidence: "Three organisations that said who is on long absence",
    source: SOURCE,
  },
  {
    id: "available-share",
    title: "Available staff, share of staff in post",
    shortTitle: "Available share",
    definition:
      "WTE in post not on long absence, as a share of the WTE in post of the people whose absence is known.",
    formula: "Available WTE ÷ WTE in post of people whose absence is known",
    unit: "percent",
    polarity: "higher",
    family: "avl",
    topic: "people",
    evidence: "absence",
    rate: { numerator: [plus("available")], denominator: [plus("in-post-absence-known")], kind: "people" },
    rests: "published WTE of people whose absence is known",
    minimumEvidence: "50 WTE of people whose absence is known, as published",
    source: SOURCE,
  },
] as const satisfies readonly Measure[];
