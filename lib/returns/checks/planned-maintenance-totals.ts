import type { DevicesRow } from "../parts/devices";
import type { FileCheck } from "./file-check";

const MOST_NOT_FOUND = 0.1;
const MOST_OFF = 0.5;
const LEAST_DEVICES = 20;

/** Planned jobs whose device was not found, of all in the file. */
export const NOT_FOUND_TOTALS: readonly FileCheck<Pick<DevicesRow, "ppm_due" | "ppm_not_found">>[] = [
  {
    rules: [
      {
        code: "many-not-found",
        severity: "warning",
        scope: "file",
        parts: ["devices", "assets"],
        title: "Many devices were not found",
        why: "Above 10 % of the planned jobs, the inventory itself is in doubt.",
        mend: "Check the inventory, or say why so many could not be found.",
        example: {
          part: "devices",
          trips: { lines: [{ ppm_due: "100", ppm_not_found: "11" }] },
          passes: { lines: [{ ppm_due: "100", ppm_not_found: "10" }] },
        },
      },
    ],
    reads: ["ppm_due", "ppm_not_found"],
    needs: ["ppm_due", "ppm_not_found"],
    start() {
      let due = 0;
      let notFound = 0;
      return {
        row({ ppm_due, ppm_not_found }) {
          due += ppm_due ?? 0;
          notFound += ppm_not_found ?? 0;
        },
        end(report) {
          if (due > 0 && notFound > due * MOST_NOT_FOUND)
            report("many-not-found", {
              column: "ppm_not_found",
              message: `The device of ${notFound} of ${due} planned jobs was not found (${((notFound / due) * 100).toFixed(1)} %).`,
            });
        },
      };
    },
  },
];

/** Planned jobs of the whole file, against the devices and their intervals. */
export const PLANNED_MAINTENANCE_TOTALS: readonly FileCheck<DevicesRow>[] = [
  {
    rules: [
      {
        code: "due-against-count",
        severity: "warning",
        scope: "file",
        parts: ["devices"],
        title: "Planned jobs due do not fit the devices and intervals",
        why: "Devices × 12 ÷ interval is about the number of jobs that fall due in a year.",
        mend: "Check ppm_due and ppm_interval_months, or say why they do not fit.",
        example: {
          part: "devices",
          trips: { lines: [{ ppm_interval_months: "12", ppm_due: "40" }] },
          passes: { lines: [{ ppm_interval_months: "12", ppm_due: "230" }] },
        },
      },
    ],
    reads: ["device_count_end", "ppm_interval_months", "ppm_basis", "ppm_due"],
    needs: ["ppm_interval_months", "ppm_due"],
    start() {
      let due = 0;
      let expected = 0;
      return {
        row({ device_count_end, ppm_interval_months, ppm_basis, ppm_due }) {
          if (ppm_interval_months === null || ppm_basis === "none" || ppm_due === null) return;
          if (device_count_end === null || device_count_end < LEAST_DEVICES) return;
          due += ppm_due;
          expected += (device_count_end * 12) / ppm_interval_months;
        },
        end(report) {
          if (expected > 0 && Math.abs(due - expected) > expected * MOST_OFF)
            report("due-against-count", {
              column: "ppm_due",
              message: `${due} planned jobs fell due where the devices and their intervals make ${Math.round(expected)}.`,
            });
        },
      };
    },
  },
];
