import type { Line } from "./csv-lines";
import { addOf, type ExactFigures } from "./exact-figures";

/** A line of a devices file, with its cost of service in one cell. */
export function deviceLine(row: Line): Line {
  const { contract_cost_gbp: contracts, parts_cost_gbp: parts } = row;
  return { ...row, cost: contracts && parts ? String(Number(contracts) + Number(parts)) : "" };
}

/** A single device of an assets file as a line of a devices file: one disposed of is none, and its work was work. */
export function assetLine(row: Line): Line {
  const census = row.census_date ?? "";
  const here = !row.disposed || row.disposed > census;
  const yes = (cell = "") => (cell === "" ? "" : here && cell === "yes" ? "1" : "0");
  return {
    ...row,
    device_count_end: here ? "1" : "0",
    connected_count: yes(row.connected),
    unsupported_os_count: yes(row.unsupported_os),
    over_life_count:
      row.commissioned && row.expected_life_years
        ? yes(
            daysAfter(row.commissioned, Math.round(Number(row.expected_life_years) * 365.25)) < census
              ? "yes"
              : "no",
          )
        : "",
  };
}

const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

/** Each measure: the columns that a line must say, and those that are added, the last of `less` taken away. */
const SUMS: Readonly<Record<string, { says: readonly string[]; adds: readonly string[]; less?: string }>> = {
  devices: { says: [], adds: ["device_count_end"] },
  "ppm-due": { says: [], adds: ["ppm_due"] },
  "ppm-due-done": { says: ["ppm_due"], adds: ["ppm_due_done"] },
  "ppm-due-of-done": { says: ["ppm_due_done"], adds: ["ppm_due"] },
  "ppm-on-time-jobs": { says: ["ppm_due"], adds: ["ppm_on_time"] },
  "ppm-due-timed": { says: ["ppm_on_time"], adds: ["ppm_due"] },
  "ppm-not-found-jobs": { says: ["ppm_due"], adds: ["ppm_not_found"] },
  "ppm-due-of-found": { says: ["ppm_not_found"], adds: ["ppm_due"] },
  "repairs-received": { says: [], adds: ["repair_jobs", "backlog_jobs_end"], less: "backlog_jobs_start" },
  "repair-backlog": { says: ["repair_jobs", "backlog_jobs_start"], adds: ["backlog_jobs_end"] },
  "devices-connected": { says: [], adds: ["connected_count"] },
  "devices-of-connected": { says: ["connected_count"], adds: ["device_count_end"] },
  "devices-unsupported": { says: [], adds: ["unsupported_os_count"] },
  "devices-of-unsupported": { says: ["unsupported_os_count"], adds: ["device_count_end"] },
  "devices-over-life": { says: [], adds: ["over_life_count"] },
  "devices-of-over-life": { says: ["over_life_count"], adds: ["device_count_end"] },
  "service-cost": { says: ["acquisition_value_gbp"], adds: ["cost"] },
  "acquisition-value": { says: ["cost"], adds: ["acquisition_value_gbp"] },
};

/** Devices and the work on them. What a line does not say adds nothing above or below the line. */
export function addDevices(
  figures: ExactFigures,
  lines: readonly Line[],
  risks: ReadonlyMap<string, string>,
): void {
  for (const row of lines) {
    const of = { risk_class: row.risk_class || (risks.get(row.category ?? "") ?? "") };
    for (const [measure, { says, adds, less }] of Object.entries(SUMS)) {
      const needed = [...says, ...adds, ...(less === undefined ? [] : [less])];
      if (!needed.every((column) => row[column])) continue;
      const sum = adds.reduce((total, column) => total + Number(row[column]), 0);
      addOf(figures, measure, less === undefined ? sum : sum - Number(row[less]), of);
    }
  }
}
