import type { Measure } from "./measure";
import { minus, plus } from "./rate";

const AGE_3 = ["under_35", "35_to_54", "55_and_over"];

/** Measures of the people in post: always to a multiple of five (see the disclosure method). */
export const STAFF_MEASURES = [
  {
    id: "headcount",
    title: "Staff in post, headcount",
    shortTitle: "Headcount",
    definition:
      "People who hold a substantive clinical engineering post on the census date. A person with several posts counts once, where the largest of them is.",
    formula: "Count of people on person lines and group lines",
    unit: "people",
    polarity: "none",
    family: "staff",
    topic: "people",
    evidence: "staff",
    minimumEvidence:
      "One organisation that has answered; three for a public figure of a place above organisation",
    source: { part: "workforce", columns: ["line_type", "person_key", "headcount"] },
    notes: [
      "Bank and agency staff are not counted here: they are temporary cover.",
      "Record lines are never summed as people.",
    ],
  },
  {
    id: "in-post",
    title: "Staff in post, WTE",
    shortTitle: "In post",
    definition:
      "Contracted whole-time equivalents of the people in post on the census date, those on leave or long absence included.",
    formula: "Sum of contracted WTE on person lines and group lines",
    unit: "wte",
    polarity: "none",
    family: "staff",
    topic: "people",
    evidence: "staff",
    minimumEvidence:
      "One organisation that has answered; three for a public figure of a place above organisation",
    source: { part: "workforce", columns: ["line_type", "person_key", "in_post_wte"] },
    nations: [
      {
        nation: "Scotland",
        differs:
          "One WTE is 37 hours a week, and 36 from 1 April 2026; elsewhere it is 37.5. WTE are as contracted and are not converted.",
      },
    ],
  },
  {
    id: "share-55-and-over",
    title: "Staff aged 55 and over",
    shortTitle: "Aged 55 and over",
    definition: "People in post aged 55 and over, as a share of the people in post whose age is known.",
    formula: "(People aged 55 to 64 + people aged 65 and over) ÷ (headcount − people of unknown age)",
    unit: "percent",
    polarity: "lower",
    family: "staff",
    topic: "age",
    evidence: "staff",
    rests: "published number of people of known age",
    rate: {
      numerator: [plus("headcount", "age", ["55_64", "65_plus"])],
      denominator: [plus("headcount"), minus("headcount", "age", ["unknown"])],
      organisation: {
        numerator: [plus("headcount", "age3", ["55_and_over"])],
        denominator: [plus("headcount", "age3", AGE_3)],
      },
      kind: "people",
    },
    minimumEvidence: "50 people of known age as published; 20 for an organisation, where it is approximate",
    source: { part: "workforce", columns: ["age_band", "headcount"] },
    notes: [
      "For an organisation the denominator is the sum of its three published age groups, since its number of people of unknown age is not published.",
      "No public table of ages in UK clinical engineering existed before these returns.",
    ],
  },
] as const satisfies readonly Measure[];
