import { HOURS_SOURCES, PPM_BASES } from "../codes/maintenance";
import {
  CATEGORY,
  CATEGORY_LOCAL,
  MAINTENANCE_MODEL,
  REPLACEMENT_VALUE_GBP,
  RISK_CLASS,
  SETTING,
} from "../columns/equipment";
import {
  PPM_DUE,
  PPM_DUE_DONE,
  PPM_HOURS,
  PPM_INTERVAL_MONTHS,
  PPM_JOBS,
  PPM_NOT_FOUND,
  PPM_ON_TIME,
  REPAIR_HOURS,
  REPAIR_JOBS,
} from "../columns/maintenance-work";
import { amount, choice, count } from "../columns/optional-columns";
import { PERIOD_END, PERIOD_START } from "../columns/when";
import { ORGANISATION_CODE, OWNER_ORGANISATION_CODE, SERVICE_UNIT, SITE_CODE } from "../columns/whose";
import type { Part, RowOf } from "../part";

/** Medical devices in twelve months: how many, who maintains them, and the planned work that fell due. */
export const DEVICES = {
  name: "devices",
  title: "Devices",
  schemaVersion: "1.0",
  rowIs:
    "One device category in one setting under one maintenance model, over the twelve months to the census.",
  freeText: "equipment",
  columns: [
    PERIOD_START,
    PERIOD_END,
    ORGANISATION_CODE,
    OWNER_ORGANISATION_CODE,
    {
      ...SERVICE_UNIT,
      guidance: "The department that looks after the devices, when several departments return.",
    },
    { ...SITE_CODE, guidance: "ODS site code of where the devices are." },
    CATEGORY_LOCAL,
    CATEGORY,
    SETTING,
    RISK_CLASS,
    MAINTENANCE_MODEL,
    {
      name: "device_count_end",
      title: "Devices at the end",
      type: "integer",
      unit: "devices",
      required: "always",
      tier: "core",
      minimum: 0,
      headers: ["Device count", "Number of devices", "Devices", "Quantity", "Qty"],
      guidance: "Devices in use at the end of the period.",
      example: "240",
    },
    count("device_count_start", "Devices at the start", "devices", {
      headers: ["Opening devices"],
      guidance: "Devices in use at the start; blank takes last year's end.",
      example: "230",
    }),
    count("added", "Devices added", "devices", {
      guidance: "Devices brought into use in the period.",
      example: "20",
    }),
    count("disposed", "Devices disposed of", "devices", {
      guidance: "Devices taken out of use in the period.",
      example: "10",
    }),
    count("transferred_in", "Devices transferred in", "devices", {
      guidance: "Devices taken over from another row or organisation in the period.",
      example: "0",
    }),
    count("transferred_out", "Devices transferred out", "devices", {
      guidance: "Devices handed to another row or organisation in the period.",
      example: "0",
    }),
    count("connected_count", "Connected devices", "devices", {
      headers: ["Networked devices"],
      guidance: "Devices on a network at the end of the period.",
      example: "120",
    }),
    count("unsupported_os_count", "Devices on an unsupported system", "devices", {
      headers: ["Unsupported OS"],
      guidance: "Devices whose operating system is no longer supported.",
      example: "4",
    }),
    count("over_life_count", "Devices over their life", "devices", {
      guidance: "Devices older than their expected life.",
      example: "30",
    }),
    amount("mean_age_years", "Mean age", "years", {
      headers: ["Average age"],
      guidance: "Mean age of the devices at the end of the period.",
      example: "6.5",
    }),
    amount("acquisition_value_gbp", "Acquisition value", "gbp", {
      headers: ["Purchase value"],
      guidance: "What the devices cost when they were bought.",
      example: "360000.00",
    }),
    REPLACEMENT_VALUE_GBP,
    {
      name: "contract_cost_gbp",
      title: "Contract cost",
      type: "decimal",
      unit: "gbp",
      required: "optional",
      tier: "full",
      scale: 2,
      guidance: "Cost of maintenance contracts in the period; a credit is negative.",
      example: "12000.00",
    },
    {
      name: "parts_cost_gbp",
      title: "Parts cost",
      type: "decimal",
      unit: "gbp",
      required: "optional",
      tier: "full",
      scale: 2,
      guidance: "Cost of spare parts in the period; a credit is negative.",
      example: "3500.00",
    },
    PPM_INTERVAL_MONTHS,
    choice("ppm_basis", "Planned maintenance basis", PPM_BASES, {
      guidance: "On what footing the interval rests.",
      example: "manufacturer",
    }),
    { ...PPM_DUE, tier: "core" },
    { ...PPM_DUE_DONE, tier: "core" },
    PPM_ON_TIME,
    PPM_NOT_FOUND,
    PPM_JOBS,
    PPM_HOURS,
    REPAIR_JOBS,
    REPAIR_HOURS,
    count("backlog_jobs_start", "Repair backlog at the start", "jobs", {
      guidance: "Open repair jobs at the start of the period.",
      example: "5",
    }),
    count("backlog_jobs_end", "Repair backlog at the end", "jobs", {
      guidance: "Open repair jobs at the end of the period.",
      example: "7",
    }),
    amount("median_days_to_repair", "Median days to repair", "days", {
      guidance: "Median days from a repair job's receipt to its end.",
      example: "3.5",
    }),
    choice("hours_source", "Source of hours", HOURS_SOURCES, {
      guidance: "Where the hours come from.",
      example: "job_log",
    }),
    count("acceptance_jobs", "Acceptance jobs", "jobs", {
      guidance: "Acceptance jobs done in the period.",
      example: "20",
    }),
    count("decommission_jobs", "Decommission jobs", "jobs", {
      guidance: "Decommission jobs done in the period.",
      example: "10",
    }),
  ],
  examples: [
    {
      period_start: "2025-04-01",
      period_end: "2026-03-31",
      organisation_code: "RJ1",
      category: "infusion_pump",
      maintenance_model: "in_house",
      device_count_end: "240",
      ppm_due: "240",
      ppm_due_done: "228",
      ppm_on_time: "204",
    },
    {
      period_start: "2025-04-01",
      period_end: "2026-03-31",
      organisation_code: "RJ1",
      category: "ultrasound",
      setting: "imaging",
      maintenance_model: "contract_full",
      device_count_end: "18",
    },
  ],
} as const satisfies Part;

export type DevicesRow = RowOf<typeof DEVICES>;
