import type { DevicesRow } from "../parts/devices";
import type { RowCheck } from "./row-check";

/** Hours of one job outside these are rarely right: minutes for hours, or a year's hours on one job. */
const HOURS_OF_A_JOB = { ppm: [0.1, 8], repair: [0.2, 20] } as const;

type Work = Pick<DevicesRow, "maintenance_model" | "ppm_hours" | "ppm_jobs" | "repair_hours" | "repair_jobs">;

const hoursOfAJob = (kind: "ppm" | "repair", words: string): RowCheck<Work> => {
  const [low, high] = HOURS_OF_A_JOB[kind];
  const hours = `${kind}_hours` as const;
  const jobs = `${kind}_jobs` as const;
  return {
    code: `${kind}-hours-of-a-job`,
    severity: "warning",
    scope: "row",
    parts: ["devices"],
    title: `Hours of one ${words} job that are rarely right`,
    why: `Less than ${low} or more than ${high} hours a job is usually minutes typed as hours, or jobs not counted.`,
    mend: `Correct ${hours} or ${jobs}, or say why both are right.`,
    example: {
      part: "devices",
      trips: { lines: [{ [jobs]: "10", [hours]: String(high * 10 + 10) }] },
      passes: { lines: [{ [jobs]: "10", [hours]: String(high * 10) }] },
    },
    reads: [hours, jobs],
    needs: [hours, jobs],
    find(row) {
      const [spent, done] = [row[hours], row[jobs]];
      if (spent === null || done === null || done === 0) return null;
      const each = spent / done;
      if (each >= low && each <= high) return null;
      return {
        column: hours,
        message: `${spent} hours on ${done} ${words} jobs are ${each.toFixed(2)} hours each.`,
      };
    },
  };
};

/** Of many devices in a row: the one job of a single device may well take minutes, or days. */
export const JOB_HOURS: readonly RowCheck<Work>[] = [
  hoursOfAJob("ppm", "planned"),
  hoursOfAJob("repair", "repair"),
];

/** What own staff did on devices, against who is said to look after them. */
export const DEVICE_WORK: readonly RowCheck<Work>[] = [
  {
    code: "own-hours-under-full-contract",
    severity: "warning",
    scope: "row",
    parts: ["devices", "assets"],
    title: "Own hours on devices under a full contract",
    why: "Under a full contract the supplier does the work; own hours make it a partial one.",
    mend: "Make it contract_partial, or say why both are right.",
    example: {
      part: "devices",
      trips: { lines: [{ maintenance_model: "contract_full", ppm_hours: "12" }] },
      passes: { lines: [{ maintenance_model: "contract_partial", ppm_hours: "12" }] },
    },
    reads: ["maintenance_model", "ppm_hours", "repair_hours"],
    find({ maintenance_model, ppm_hours, repair_hours }) {
      const own = (ppm_hours ?? 0) + (repair_hours ?? 0);
      return maintenance_model === "contract_full" && own > 0
        ? {
            column: "maintenance_model",
            message: `Devices under a full contract have ${own} of our own staff's hours.`,
          }
        : null;
    },
  },
];

/** Devices that need a plan. Single devices do not say on what footing theirs rests, so they are not asked. */
export const DEVICE_PLANS: readonly RowCheck<DevicesRow>[] = [
  {
    code: "high-risk-unplanned",
    severity: "warning",
    scope: "row",
    parts: ["devices"],
    title: "High-risk devices without a maintenance plan",
    why: "A high-risk device has an interval, or a reason to have none.",
    mend: "Fill in ppm_basis (none is an answer) or ppm_interval_months, or correct the risk class.",
    example: {
      part: "devices",
      trips: { lines: [{ risk_class: "high" }] },
      passes: { lines: [{ risk_class: "high", ppm_interval_months: "12" }] },
    },
    reads: ["risk_class", "ppm_basis", "ppm_interval_months"],
    needs: ["risk_class"],
    find: ({ risk_class, ppm_basis, ppm_interval_months }) =>
      risk_class === "high" && ppm_basis === null && ppm_interval_months === null
        ? { column: "risk_class", message: "High-risk devices have neither a ppm_basis nor an interval." }
        : null,
  },
];
