import type { Row } from "@/lib/returns/part";
import { countIn, textIn } from "./cells";

/** What is done to devices, device category by device category. */
export const DEVICE_ACTIVITIES = [
  { value: "planned_maintenance", title: "Planned maintenance" },
  { value: "repair", title: "Repair" },
  { value: "acceptance", title: "Acceptance" },
  { value: "decommission", title: "Decommissioning" },
  { value: "contract_oversight", title: "Contract oversight" },
] as const;
export type DeviceActivity = (typeof DEVICE_ACTIVITIES)[number]["value"];

/**
 * The devices of one category in one setting under one maintenance model, and the work on them in twelve months, as
 * sent. Null was not sent; it is never zero.
 */
export type DeviceWork = {
  /** Who sent it. */
  organisation: string;
  category: string;
  setting: string | null;
  maintenanceModel: string;
  /** At the end of the period. */
  devices: number | null;
  added: number | null;
  disposed: number | null;
  ppmIntervalMonths: number | null;
  ppmBasis: string | null;
  /** Planned jobs that fell due. */
  ppmDue: number | null;
  /** Planned jobs done, and own staff's hours on them. */
  ppmJobs: number | null;
  ppmHours: number | null;
  repairJobs: number | null;
  repairHours: number | null;
  backlogStart: number | null;
  backlogEnd: number | null;
  hoursSource: string | null;
  acceptanceJobs: number | null;
  decommissionJobs: number | null;
};

/** A row of the devices part, or of assets once summed. */
export const deviceWork = (row: Row): DeviceWork => ({
  organisation: textIn(row, "organisation_code") ?? "",
  category: textIn(row, "category") ?? "",
  setting: textIn(row, "setting"),
  maintenanceModel: textIn(row, "maintenance_model") ?? "",
  devices: countIn(row, "device_count_end"),
  added: countIn(row, "added"),
  disposed: countIn(row, "disposed"),
  ppmIntervalMonths: countIn(row, "ppm_interval_months"),
  ppmBasis: textIn(row, "ppm_basis"),
  ppmDue: countIn(row, "ppm_due"),
  ppmJobs: countIn(row, "ppm_jobs"),
  ppmHours: countIn(row, "ppm_hours"),
  repairJobs: countIn(row, "repair_jobs"),
  repairHours: countIn(row, "repair_hours"),
  backlogStart: countIn(row, "backlog_jobs_start"),
  backlogEnd: countIn(row, "backlog_jobs_end"),
  hoursSource: textIn(row, "hours_source"),
  acceptanceJobs: countIn(row, "acceptance_jobs"),
  decommissionJobs: countIn(row, "decommission_jobs"),
});
