import { DEVICES } from "@/lib/returns/parts/devices";

/** So many rows are shown at once. */
export const SHOWN = 1000;

/** The columns of a devices row that single devices add up to; the category first, which heads a row. */
const NAMES = [
  "category",
  "setting",
  "risk_class",
  "maintenance_model",
  "service_unit",
  "owner_organisation_code",
  "ppm_interval_months",
  "device_count_end",
  "added",
  "disposed",
  "connected_count",
  "unsupported_os_count",
  "ppm_due",
  "ppm_due_done",
  "ppm_on_time",
  "ppm_not_found",
  "ppm_jobs",
  "ppm_hours",
  "repair_jobs",
  "repair_hours",
] as const;

export const SUM_COLUMNS = NAMES.map((name) => {
  const column = DEVICES.columns.find((one) => one.name === name);
  if (!column) throw new Error(`${name} is no column of devices`);
  return { name, title: column.title, numeric: column.type === "integer" || column.type === "decimal" };
});
