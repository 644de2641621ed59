import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ActivityWork } from "@/lib/workload/activity-work";
import type { DeviceWork } from "@/lib/workload/device-work";
import { readStandards, STANDARDS_TABLES, type StandardsTable } from "@/lib/workload/read-standards";
import type { RequirementInput } from "@/lib/workload/requirement";
import { PROFILE_NUMBERS, type ServiceProfile } from "@/lib/workload/service-profile";
import type { StaffWte } from "@/lib/workload/staff-wte";
import type { Standards } from "@/lib/workload/standards";

/** Three categories with round numbers: `pump` with every default, `dialyser` of the renal specialism, `linac` with none. */
const CATEGORIES = [
  "code,title,ppm_hours,ppm_hours_low,ppm_hours_high,repair_hours,repair_hours_low,repair_hours_high,acceptance_hours,acceptance_hours_low,acceptance_hours_high,decommission_hours,decommission_hours_low,decommission_hours_high,repairs_per_device_year,repairs_per_device_year_low,repairs_per_device_year_high",
  "pump,Pumps,0.75,0.5,1.5,1.5,1,3,0.75,0.5,1.5,0.4,0.2,0.8,0.3,0.2,0.6",
  "haemodialysis_machine,Dialysers,3,2,6,2.5,2,5,2,1,4,0.6,0.3,1.2,1.2,1,2",
  "linac,Linear accelerators,,,,,,,,,,,,,,,",
].join("\n");

const COMMITTED = Object.fromEntries(
  Object.entries(STANDARDS_TABLES).map(([name, { folder, file }]) => [
    name,
    readFileSync(join(import.meta.dirname, "../../data", folder, file), "utf8"),
  ]),
) as Record<StandardsTable, string>;

/** The project's own tables of standards, as they are committed. */
export const committedStandards = (): Standards => read(COMMITTED);

/** The project's own tables with the categories above, and other tables in place of some where a test needs them. */
export const standardsOf = (texts: Partial<Record<StandardsTable, string>> = {}): Standards =>
  read({ ...COMMITTED, categories: CATEGORIES, ...texts });

function read(texts: Record<StandardsTable, string>): Standards {
  const standards = readStandards(texts);
  if (!standards.ok) throw new Error(standards.problem.message);
  return standards.value;
}

const STANDARDS = standardsOf();

/** A row of devices of which only what is given was sent. */
export const devicesRow = (sent: Partial<DeviceWork> = {}): DeviceWork => ({
  organisation: "RJ1",
  category: "pump",
  setting: "ward",
  maintenanceModel: "in_house",
  devices: null,
  added: null,
  disposed: null,
  ppmIntervalMonths: null,
  ppmBasis: null,
  ppmDue: null,
  ppmJobs: null,
  ppmHours: null,
  repairJobs: null,
  repairHours: null,
  backlogStart: null,
  backlogEnd: null,
  hoursSource: null,
  acceptanceJobs: null,
  decommissionJobs: null,
  ...sent,
});

export const activityRow = (sent: Partial<ActivityWork> = {}): ActivityWork => ({
  organisation: "RJ1",
  activity: "incident_investigation",
  specialism: "device_governance",
  unit: "incident",
  volume: 1,
  hours: null,
  hoursSource: null,
  ...sent,
});

export const staffRow = (sent: Partial<StaffWte> = {}): StaffWte => ({
  specialism: "equipment_management",
  role: "clinical_technologist",
  inPost: 1,
  absent: null,
  ...sent,
});

/** A profile of which only what is given was sent. */
export const profileRow = (sent: Partial<ServiceProfile> = {}): ServiceProfile => ({
  ...(Object.fromEntries(PROFILE_NUMBERS.map((name) => [name, null])) as Record<
    (typeof PROFILE_NUMBERS)[number],
    null
  >),
  establishmentWte: null,
  standardHoursFrom: null,
  individualAllowanceHours: null,
  onCall: null,
  onCallRotaPeople: null,
  served: [],
  provision: new Map(),
  ...sent,
});

/** 1,552.5 hours a year, 25 % for everybody, nothing for some, no rota: all sent, so that no default has a range. */
export const PROFILE = profileRow({
  standard_hours_per_week: 37.5,
  available_days: 260,
  bank_holidays: 8,
  annual_leave_days: 30,
  sickness_days: 10,
  other_absence_days: 5,
  hours_per_day: 7.5,
  category_allowance_percent: 25,
  individualAllowanceHours: 0,
  onCall: "none",
});

/** A service of England at the census of 2026 that sent nothing but the profile above, and what is given. */
export const serviceOf = (sent: Partial<RequirementInput> = {}): RequirementInput => ({
  organisation: "RJ1",
  nation: "E92000001",
  census: "2026-03-31",
  devices: null,
  activities: null,
  staff: null,
  profiles: [PROFILE],
  pooled: new Map(),
  standards: STANDARDS,
  ...sent,
});
