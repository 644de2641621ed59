import type { Measure } from "./measure";
import { plus } from "./rate";

/** People in training. */
export const TRAINING_MEASURES = [
  {
    id: "trainees",
    title: "Trainees",
    shortTitle: "Trainees",
    definition: "People in post in a training programme, or in the role of trainee, on the census date.",
    formula: "Count of people with a training programme or the role trainee",
    unit: "people",
    polarity: "higher",
    family: "trn",
    topic: "training",
    evidence: "staff",
    minimumEvidence: "Three organisations that have answered",
    source: { part: "workforce", columns: ["role", "training_programme", "training_funding"] },
    notes: ["A trainee whose programme is not given counts under “programme not known”."],
  },
  {
    id: "trainee-share",
    title: "Trainees, share of staff",
    shortTitle: "Trainee share",
    definition: "Trainees as a share of the people in post.",
    formula: "Trainees ÷ headcount",
    unit: "percent",
    polarity: "higher",
    family: "trn",
    topic: "training",
    evidence: "staff",
    rate: { numerator: [plus("trainees")], denominator: [plus("headcount")], kind: "people" },
    rests: "published headcount",
    minimumEvidence: "A published headcount of 50",
    source: { part: "workforce", columns: ["role", "training_programme"] },
  },
] as const satisfies readonly Measure[];
