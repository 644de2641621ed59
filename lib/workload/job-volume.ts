import { exactly, scaled, type ValueRange } from "@/lib/statistics/value-range";
import type { DeviceActivity, DeviceWork } from "./device-work";

/** Where a volume is from: sent, worked out from what was sent, or an illustrative rate of the category. */
export type VolumeSource = "sent" | "derived" | "illustrative";

export type JobVolume = { jobs: ValueRange; from: VolumeSource };

const sent = (jobs: number): JobVolume => ({ jobs: exactly(jobs), from: "sent" });
const derived = (jobs: number): JobVolume => ({ jobs: exactly(jobs), from: "derived" });

/**
 * The jobs of one kind that a year asks for, whoever does them: what should be done, not what was. Null where that
 * cannot be told.
 *
 * - planned maintenance: jobs that fell due; else devices by the interval that was sent; none where no plan is meant
 * - repair: jobs received (done + change of backlog, nought at least; done alone without both backlogs); else devices
 *   by the category's illustrative rate
 * - acceptance and decommissioning: jobs sent; else devices added and disposed of
 */
export function jobVolume(
  activity: Exclude<DeviceActivity, "contract_oversight">,
  row: DeviceWork,
  repairsPerDevice: ValueRange | null,
): JobVolume | null {
  switch (activity) {
    case "planned_maintenance":
      if (row.ppmDue !== null) return sent(row.ppmDue);
      if (row.ppmBasis === "none") return derived(0);
      return row.devices !== null && row.ppmIntervalMonths !== null && row.ppmIntervalMonths > 0
        ? derived((row.devices * 12) / row.ppmIntervalMonths)
        : null;
    case "repair":
      if (row.repairJobs !== null) {
        const { backlogStart, backlogEnd } = row;
        const change = backlogStart === null || backlogEnd === null ? 0 : backlogEnd - backlogStart;
        return sent(Math.max(0, row.repairJobs + change));
      }
      return row.devices !== null && repairsPerDevice !== null
        ? { jobs: scaled(repairsPerDevice, row.devices), from: "illustrative" }
        : null;
    case "acceptance":
      if (row.acceptanceJobs !== null) return sent(row.acceptanceJobs);
      return row.added === null ? null : derived(row.added);
    case "decommission":
      if (row.decommissionJobs !== null) return sent(row.decommissionJobs);
      return row.disposed === null ? null : derived(row.disposed);
  }
}
