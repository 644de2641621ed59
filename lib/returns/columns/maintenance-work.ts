import { amount, count } from "./optional-columns";

/** How often one device is to be maintained. */
export const PPM_INTERVAL_MONTHS = count("ppm_interval_months", "Planned maintenance interval", "months", {
  minimum: 1,
  maximum: 120,
  headers: ["PPM interval", "PPM frequency months"],
  guidance: "Months between planned maintenance of one device.",
  example: "12",
});

/** Planned jobs that were to be done. */
export const PPM_DUE = count("ppm_due", "Planned jobs due", "jobs", {
  headers: ["PPMs due", "PPM scheduled"],
  guidance: "Planned jobs that fell due in the period.",
  example: "240",
});

/** Of the planned jobs due, those that were done. */
export const PPM_DUE_DONE = count("ppm_due_done", "Planned jobs due and done", "jobs", {
  headers: ["PPMs done", "PPM completed"],
  guidance: "Of those due, done by the census.",
  example: "228",
});

/** Of the planned jobs due, those done in time. */
export const PPM_ON_TIME = count("ppm_on_time", "Planned jobs done on time", "jobs", {
  headers: ["PPMs on time", "PPM completed on time"],
  guidance: "Of those due, done by their due date.",
  example: "204",
});

/** Of the planned jobs due, those whose device could not be found. */
export const PPM_NOT_FOUND = count("ppm_not_found", "Planned jobs, device not found", "jobs", {
  headers: ["PPMs not found", "Could not locate"],
  guidance: "Of those due, not done because the device was not found.",
  example: "6",
});

/** Planned jobs done, whenever they fell due. */
export const PPM_JOBS = count("ppm_jobs", "Planned jobs done", "jobs", {
  guidance: "All planned jobs done in the period, overdue ones of last year too.",
  example: "235",
});

/** Time on planned jobs. */
export const PPM_HOURS = amount("ppm_hours", "Planned hours", "hours", {
  guidance: "Own staff's hours on planned jobs.",
  example: "141.0",
});

/** Repairs. */
export const REPAIR_JOBS = count("repair_jobs", "Repair jobs done", "jobs", {
  guidance: "Repair jobs done in the period.",
  example: "60",
});

/** Time on repairs. */
export const REPAIR_HOURS = amount("repair_hours", "Repair hours", "hours", {
  guidance: "Own staff's hours on repair jobs.",
  example: "66.0",
});
