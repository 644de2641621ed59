import type { Measure, MeasureUnit } from "./measure";
import { minus, plus } from "./rate";

const EVIDENCE = "Three services that sent their staff and their devices";
const SOURCE = {
  part: "devices",
  columns: ["category", "maintenance_model", "ppm_due", "repair_jobs"],
} as const;
const METHOD = "Method: requirement by workload (WISN) over the life of devices, see the method page.";
const NOT_EVIDENCE =
  "Where more than a quarter of the hours rest on illustrative times the interval is the answer: it is not evidence of over- or under-staffing.";

type Told = Pick<Measure, "id" | "title" | "shortTitle" | "definition" | "formula"> & {
  unit: MeasureUnit;
  base?: true;
  polarity?: Measure["polarity"];
  notes?: readonly string[];
};

const ofWork = (told: Told): Measure => ({
  polarity: "none",
  ...told,
  family: "workload",
  topic: "requirement",
  evidence: "workload",
  minimumEvidence: EVIDENCE,
  source: SOURCE,
});

/** What the work of services asks for, against who is there to do it: like with like only. */
export const WORKLOAD_MEASURES: readonly Measure[] = [
  ofWork({
    id: "requirement",
    title: "Staff that the work requires, WTE",
    shortTitle: "Requirement",
    definition:
      "Whole-time equivalents that the counted work of the services asks for: the devices that are to be kept safe and the work that was sent, at standard times.",
    formula:
      "Greater of hours ÷ available working time × allowances and the rota floor, added up over services",
    unit: "wte",
    notes: [METHOD, NOT_EVIDENCE, "Work that was not sent is not in it, and is no nought."],
  }),
  ofWork({
    id: "requirement-compared",
    title: "Requirement of the specialisms that are compared, WTE",
    shortTitle: "Requirement, compared",
    definition:
      "The requirement of those specialisms whose main work is counted: the part of it that is set against staff.",
    formula: "As the requirement, over the work of those specialisms",
    unit: "wte",
    base: true,
  }),
  {
    ...ofWork({
      id: "in-post-compared",
      title: "Staff in post of the specialisms that are compared, WTE",
      shortTitle: "In post, compared",
      definition: "Contracted WTE in post in specialisms whose main work is counted.",
      formula: "Sum of contracted WTE over those specialisms",
      unit: "wte",
      base: true,
    }),
    family: "cmp",
  },
  {
    ...ofWork({
      id: "workload-gap",
      title: "Workload gap, WTE",
      shortTitle: "Workload gap",
      definition:
        "What the counted work requires less who is in post to do it, over the specialisms whose main work is counted. Below nought it is no surplus.",
      formula: "Requirement of the specialisms compared − staff in post in them",
      unit: "wte",
      polarity: "lower",
      notes: [METHOD, NOT_EVIDENCE],
    }),
    rate: {
      numerator: [plus("requirement-compared"), minus("in-post-compared")],
      denominator: [],
      kind: "difference",
    },
  },
  {
    ...ofWork({
      id: "in-post-with-workload",
      title: "Staff in post of services with a requirement, WTE",
      shortTitle: "In post, with requirement",
      definition: "Contracted WTE in post in the organisations that sent their staff and their devices.",
      formula: "Sum of contracted WTE",
      unit: "wte",
      base: true,
    }),
    family: "staff",
    counts: "in-post",
  },
  {
    ...ofWork({
      id: "modelled-coverage",
      title: "Staff whose work is modelled",
      shortTitle: "Modelled coverage",
      definition:
        "WTE in post in specialisms whose main work is counted, as a share of all WTE in post in those services: how much of the staff the requirement speaks of.",
      formula: "Staff in post in the specialisms compared ÷ staff in post",
      unit: "percent",
      polarity: "higher",
    }),
    family: "cmp",
    rate: {
      numerator: [plus("in-post-compared")],
      denominator: [plus("in-post-with-workload")],
      kind: "people",
    },
    rests: "published WTE in post of services with a requirement",
  },
  ofWork({
    id: "standard-hours",
    title: "Standard hours of work on devices",
    shortTitle: "Standard hours",
    definition:
      "Hours that the work due on the devices takes at standard times: planned maintenance due, repairs received, acceptance, decommissioning and the oversight of contracts.",
    formula: "Σ jobs × standard hours per job, over device categories",
    unit: "hours",
  }),
  {
    ...ofWork({
      id: "standard-hours-per-wte",
      title: "Standard hours of work on devices for each WTE",
      shortTitle: "Standard hours per WTE",
      definition:
        "Standard hours of work on devices, over the WTE in post in specialisms whose main work is counted.",
      formula: "Standard hours ÷ staff in post in the specialisms compared",
      unit: "ratio",
      notes: ["In place of devices per WTE: a thermometer is no linear accelerator."],
    }),
    rate: {
      numerator: [plus("standard-hours")],
      denominator: [plus("in-post-compared")],
      kind: "ratio",
    },
    rests: "published WTE in post in the specialisms compared",
  },
  ofWork({
    id: "requirement-hours",
    title: "Hours behind the requirement",
    shortTitle: "Hours counted",
    definition: "Hours of all the work that is counted, before allowances.",
    formula: "Σ volume × hours per unit",
    unit: "hours",
    base: true,
  }),
  ofWork({
    id: "illustrative-hours",
    title: "Hours behind the requirement that rest on illustrative times",
    shortTitle: "Illustrative hours",
    definition: "Hours of counted work whose time or volume is an illustrative default.",
    formula: "Σ volume × hours per unit, over lines with an illustrative time",
    unit: "hours",
    base: true,
  }),
  {
    ...ofWork({
      id: "illustrative-share",
      title: "Share of the requirement that rests on illustrative times",
      shortTitle: "Illustrative share",
      definition:
        "Hours of counted work whose time or volume is an illustrative default, as a share of all counted hours.",
      formula: "Illustrative hours ÷ hours counted",
      unit: "percent",
      polarity: "lower",
      notes: [NOT_EVIDENCE],
    }),
    rate: {
      numerator: [plus("illustrative-hours")],
      denominator: [plus("requirement-hours")],
      kind: "exact",
    },
  },
];
