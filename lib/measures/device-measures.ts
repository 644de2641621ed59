import type { Measure } from "./measure";
import { plus } from "./rate";

const EVIDENCE = "Three organisations that sent their devices; exact, since devices and work are not people";

/** Measures of devices and of the work on them. */
export const DEVICE_MEASURES = [
  {
    id: "devices",
    title: "Medical devices",
    shortTitle: "Devices",
    definition:
      "Devices in the clinical engineering service's care at the end of the twelve months to the census.",
    formula: "Sum of devices at the end of the period",
    unit: "devices",
    polarity: "none",
    family: "devices",
    minimumEvidence: EVIDENCE,
    source: { part: "devices", columns: ["device_count_end"] },
    notes: ["A thermometer counts like a linear accelerator: a number of devices is no measure of work."],
  },
  {
    id: "ppm-due",
    title: "Planned maintenance jobs that fell due",
    shortTitle: "Jobs due",
    definition:
      "Planned maintenance jobs that fell due in the twelve months to the census, whether or not they were done.",
    formula: "Sum of planned jobs due, over the rows that say",
    unit: "jobs",
    polarity: "none",
    family: "devices",
    minimumEvidence: "Three organisations that say how many jobs fell due; exact, since work is not people",
    source: { part: "devices", columns: ["ppm_due"] },
  },
  {
    id: "ppm-due-done",
    title: "Planned maintenance jobs due and done",
    shortTitle: "Jobs done",
    definition:
      "Of the planned maintenance jobs that fell due in the twelve months, those done by the census.",
    formula: "Sum of planned jobs due and done, over the rows that say",
    unit: "jobs",
    polarity: "higher",
    family: "devices",
    minimumEvidence: EVIDENCE,
    source: { part: "devices", columns: ["ppm_due_done"] },
  },
  {
    id: "ppm-on-time-jobs",
    title: "Planned maintenance jobs done on time",
    shortTitle: "Jobs on time",
    definition: "Of the planned maintenance jobs that fell due in the twelve months, those done on time.",
    formula: "Sum of planned jobs done on time, over the rows that say",
    unit: "jobs",
    polarity: "higher",
    family: "devices",
    base: true,
    minimumEvidence: "Three organisations that say how many jobs were done on time",
    source: { part: "devices", columns: ["ppm_on_time"] },
  },
  {
    id: "ppm-due-timed",
    title: "Planned maintenance jobs due, where it is known whether they were on time",
    shortTitle: "Jobs due, timed",
    definition:
      "Planned maintenance jobs due on the rows that say how many were done on time: the denominator of that share.",
    formula: "Sum of planned jobs due, over the rows that say how many were done on time",
    unit: "jobs",
    polarity: "none",
    family: "devices",
    base: true,
    minimumEvidence: "Three organisations that say how many jobs were done on time",
    source: { part: "devices", columns: ["ppm_due", "ppm_on_time"] },
  },
  {
    id: "planned-maintenance-on-time",
    title: "Planned maintenance done on time",
    shortTitle: "Maintenance on time",
    definition:
      "Planned maintenance jobs done on time, as a share of those that fell due in the twelve months to the census.",
    formula: "Jobs done on time ÷ jobs due, over the rows that say how many were done on time",
    unit: "percent",
    polarity: "higher",
    family: "devices",
    rate: { numerator: [plus("ppm-on-time-jobs")], denominator: [plus("ppm-due-timed")], kind: "exact" },
    minimumEvidence: "Three organisations that say how many jobs were done on time, and one job due",
    source: { part: "devices", columns: ["ppm_due", "ppm_on_time"] },
    notes: ["Rows that do not say how many jobs were on time are left out above and below the line."],
  },
] as const satisfies readonly Measure[];
