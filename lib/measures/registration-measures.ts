import type { Measure } from "./measure";
import { plus } from "./rate";

const KNOWN = [plus("headcount", "register3", ["registered", "not_registered"])];
const EVIDENCE = "50 people of known registration as published";

/** On which registers people are, and who could be on one and is not. */
export const REGISTRATION_MEASURES = [
  {
    id: "registered",
    title: "Staff on a professional register",
    shortTitle: "Registered",
    definition:
      "People in post on a statutory, accredited or engineering register, as a share of the people whose registration is known.",
    formula: "People on a register ÷ (headcount − people of unknown registration)",
    unit: "percent",
    polarity: "higher",
    family: "staff",
    topic: "registration",
    evidence: "staff",
    rate: { numerator: [plus("headcount", "register3", ["registered"])], denominator: KNOWN, kind: "people" },
    rests: "published number of people of known registration",
    minimumEvidence: EVIDENCE,
    source: { part: "workforce", columns: ["registration"] },
    notes: [
      "A person on several registers counts once, on the highest: HCPC, CEng, IEng, EngTech, RCT, AHCS.",
      "Only the HCPC's register of clinical scientists is statutory; the Register of Clinical Technologists is voluntary.",
    ],
  },
  {
    id: "eligible-not-registered",
    title: "Staff who could be registered and are not",
    shortTitle: "Eligible, not registered",
    definition: "People in post who meet the conditions of a professional register and are on none.",
    formula: "Count of people said to be eligible and not registered",
    unit: "people",
    polarity: "lower",
    family: "elg",
    topic: "registration",
    evidence: "staff",
    minimumEvidence: "Three organisations that have answered",
    source: { part: "workforce", columns: ["registration"] },
  },
  {
    id: "eligible-not-registered-share",
    title: "Staff who could be registered and are not, share",
    shortTitle: "Eligible, share",
    definition:
      "People in post who could be registered and are not, as a share of the people whose registration is known.",
    formula: "People eligible and not registered ÷ (headcount − people of unknown registration)",
    unit: "percent",
    polarity: "lower",
    family: "elg",
    topic: "registration",
    evidence: "staff",
    rate: { numerator: [plus("eligible-not-registered")], denominator: KNOWN, kind: "people" },
    rests: "published number of people of known registration",
    minimumEvidence: EVIDENCE,
    source: { part: "workforce", columns: ["registration"] },
  },
] as const satisfies readonly Measure[];
