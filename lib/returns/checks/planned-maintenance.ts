import type { DevicesRow } from "../parts/devices";
import type { RowCheck } from "./row-check";

type PlannedJobs = Pick<DevicesRow, "ppm_due" | "ppm_due_done" | "ppm_on_time" | "ppm_not_found">;

/** Planned jobs: those on time are among those done, which are among those due. */
export const PLANNED_MAINTENANCE: readonly RowCheck<PlannedJobs>[] = [
  {
    code: "done-over-due",
    severity: "error",
    scope: "row",
    parts: ["devices", "assets"],
    title: "More planned jobs done than fell due",
    why: "ppm_due_done counts only jobs that fell due in the period; overdue ones of last year belong in ppm_jobs.",
    mend: "Count in ppm_due_done only the jobs that fell due in the period.",
    example: {
      part: "devices",
      trips: { lines: [{ ppm_due: "10", ppm_due_done: "11" }] },
      passes: { lines: [{ ppm_due: "10", ppm_due_done: "10" }] },
    },
    reads: ["ppm_due", "ppm_due_done"],
    needs: ["ppm_due", "ppm_due_done"],
    find: ({ ppm_due, ppm_due_done }) =>
      ppm_due !== null && ppm_due_done !== null && ppm_due_done > ppm_due
        ? {
            column: "ppm_due_done",
            message: `${ppm_due_done} planned jobs were done of ${ppm_due} that fell due.`,
          }
        : null,
  },
  {
    code: "on-time-over-done",
    severity: "error",
    scope: "row",
    parts: ["devices", "assets"],
    title: "More planned jobs on time than were done",
    why: "A job done on time is a job done.",
    mend: "Count in ppm_on_time only those of ppm_due_done that were done by their due date.",
    example: {
      part: "devices",
      trips: { lines: [{ ppm_due: "10", ppm_due_done: "8", ppm_on_time: "9" }] },
      passes: { lines: [{ ppm_due: "10", ppm_due_done: "8", ppm_on_time: "8" }] },
    },
    reads: ["ppm_due", "ppm_due_done", "ppm_on_time"],
    needs: ["ppm_on_time"],
    find({ ppm_due, ppm_due_done, ppm_on_time }) {
      if (ppm_on_time === null) return null;
      if (ppm_due_done !== null && ppm_on_time > ppm_due_done)
        return {
          column: "ppm_on_time",
          message: `${ppm_on_time} planned jobs were on time of ${ppm_due_done} done.`,
        };
      if (ppm_due !== null && ppm_on_time > ppm_due)
        return {
          column: "ppm_on_time",
          message: `${ppm_on_time} planned jobs were on time of ${ppm_due} that fell due.`,
        };
      return null;
    },
  },
  {
    code: "not-found-over-due",
    severity: "error",
    scope: "row",
    parts: ["devices", "assets"],
    title: "Planned jobs done and not found are more than fell due",
    why: "A job is either done or its device was not found.",
    mend: "Count each job that fell due once: done, not found, or neither.",
    example: {
      part: "devices",
      trips: { lines: [{ ppm_due: "10", ppm_due_done: "9", ppm_not_found: "2" }] },
      passes: { lines: [{ ppm_due: "10", ppm_due_done: "9", ppm_not_found: "1" }] },
    },
    reads: ["ppm_due", "ppm_due_done", "ppm_not_found"],
    needs: ["ppm_due", "ppm_not_found"],
    find: ({ ppm_due, ppm_due_done, ppm_not_found }) =>
      ppm_due !== null && ppm_not_found !== null && (ppm_due_done ?? 0) + ppm_not_found > ppm_due
        ? {
            column: "ppm_not_found",
            message: `${ppm_due_done ?? 0} planned jobs done and ${ppm_not_found} not found are more than the ${ppm_due} that fell due.`,
          }
        : null,
  },
];
