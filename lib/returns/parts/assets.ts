import { DEVICE_SETTINGS } from "../codes/device-setting";
import { MAINTENANCE_MODELS, RISK_CLASSES } from "../codes/maintenance";
import { amount, choice, count, day, words, yesOrNo } from "../columns/optional-columns";
import { CENSUS_DATE } from "../columns/when";
import { ORGANISATION_CODE, OWNER_ORGANISATION_CODE, SERVICE_UNIT } from "../columns/whose";
import type { Part, RowOf } from "../part";

/** Devices one by one, as an equipment database exports them; they are summed to the rows of `devices`. */
export const ASSETS = {
  name: "assets",
  title: "Assets",
  schemaVersion: "1.0",
  rowIs: "One device, with its work in the twelve months to the census.",
  freeText: "equipment",
  columns: [
    CENSUS_DATE,
    ORGANISATION_CODE,
    {
      name: "asset_ref",
      title: "Asset reference",
      type: "text",
      required: "always",
      tier: "core",
      maxLength: 60,
      key: true,
      headers: ["Asset number", "Asset no", "Asset ID", "Equipment number", "Inventory number"],
      guidance: "Your own key of the device, unique in the file.",
      example: "000123",
    },
    OWNER_ORGANISATION_CODE,
    SERVICE_UNIT,
    words("category_local", "Local category", 120, {
      headers: ["Local name", "Equipment type", "Generic name", "Device type"],
      guidance: "Your own name for the category, kept beside ours.",
      example: "Volumetric pump",
    }),
    {
      name: "category",
      title: "Category",
      type: "code",
      required: "always",
      tier: "core",
      codeOf: "category",
      headers: ["Device category", "Equipment category"],
      guidance: "One of the platform's device categories.",
      example: "infusion_pump",
    },
    words("emdn_code", "EMDN code", 20, {
      headers: ["EMDN"],
      guidance: "European Medical Device Nomenclature code, kept beside the category.",
      example: "Z120303",
    }),
    words("manufacturer", "Manufacturer", 120, {
      headers: ["Make", "Supplier"],
      guidance: "Who made it.",
      example: "Sample Devices Ltd",
    }),
    words("model", "Model", 120, {
      headers: ["Model number", "Model name"],
      guidance: "The maker's name or number of the model.",
      example: "VP 200",
    }),
    choice("setting", "Setting", DEVICE_SETTINGS, {
      headers: ["Location type"],
      guidance: "Where the device is used; blank means mixed or unknown.",
      example: "ward",
    }),
    choice("risk_class", "Risk class", RISK_CLASSES, {
      headers: ["Risk", "Risk level"],
      guidance: "Your own risk class; blank takes the category's.",
      example: "high",
    }),
    {
      name: "maintenance_model",
      title: "Maintenance model",
      type: "code",
      required: "always",
      tier: "core",
      allowed: MAINTENANCE_MODELS,
      headers: ["Maintenance type", "Maintained by"],
      guidance: "Who maintains the device.",
      example: "in_house",
    },
    day("commissioned", "Commissioned", {
      headers: ["Commissioning date", "Acceptance date", "Installed date"],
      guidance: "When it was brought into use.",
      example: "2019-06-14",
    }),
    day("disposed", "Disposed of", {
      headers: ["Disposal date", "Date disposed"],
      guidance: "When it was taken out of use, if it was.",
      example: "2025-11-02",
    }),
    amount("expected_life_years", "Expected life", "years", {
      headers: ["Life expectancy", "Expected life"],
      guidance: "Years for which it was expected to serve.",
      example: "8",
    }),
    amount("replacement_value_gbp", "Replacement value", "gbp", {
      headers: ["Replacement cost"],
      guidance: "What replacing it would cost today.",
      example: "1750.00",
    }),
    yesOrNo("connected", "Connected", {
      headers: ["Networked"],
      guidance: "Yes when it is on a network.",
      example: "yes",
    }),
    yesOrNo("unsupported_os", "Unsupported system", {
      headers: ["Unsupported OS"],
      guidance: "Yes when its operating system is no longer supported.",
      example: "no",
    }),
    count("ppm_interval_months", "Planned maintenance interval", "months", {
      minimum: 1,
      maximum: 120,
      headers: ["PPM interval", "PPM frequency months"],
      guidance: "Months between planned maintenance; blank when it has none.",
      example: "12",
    }),
    count("ppm_due", "Planned jobs due", "jobs", {
      headers: ["PPMs due", "PPM scheduled"],
      guidance: "Planned jobs that fell due in the period.",
      example: "1",
    }),
    count("ppm_due_done", "Planned jobs due and done", "jobs", {
      headers: ["PPMs done", "PPM completed"],
      guidance: "Of those due, done by the census.",
      example: "1",
    }),
    count("ppm_on_time", "Planned jobs done on time", "jobs", {
      headers: ["PPMs on time", "PPM completed on time"],
      guidance: "Of those due, done by their due date.",
      example: "1",
    }),
    count("ppm_not_found", "Planned jobs, device not found", "jobs", {
      headers: ["PPMs not found", "Could not locate"],
      guidance: "Of those due, not done because the device was not found.",
      example: "0",
    }),
    count("ppm_jobs", "Planned jobs done", "jobs", {
      guidance: "All planned jobs done in the period, overdue ones of last year too.",
      example: "1",
    }),
    amount("ppm_hours", "Planned hours", "hours", {
      guidance: "Own staff's hours on planned jobs.",
      example: "0.6",
    }),
    count("repair_jobs", "Repair jobs done", "jobs", {
      guidance: "Repair jobs done in the period.",
      example: "0",
    }),
    amount("repair_hours", "Repair hours", "hours", {
      guidance: "Own staff's hours on repair jobs.",
      example: "0",
    }),
  ],
  examples: [
    {
      census_date: "2026-03-31",
      organisation_code: "RJ1",
      asset_ref: "000123",
      category: "infusion_pump",
      setting: "ward",
      maintenance_model: "in_house",
      commissioned: "2019-06-14",
      expected_life_years: "8",
      connected: "yes",
      ppm_interval_months: "12",
      ppm_due: "1",
      ppm_due_done: "1",
      ppm_on_time: "1",
    },
    {
      census_date: "2026-03-31",
      organisation_code: "RJ1",
      asset_ref: "000124",
      category: "ultrasound",
      maintenance_model: "contract_full",
    },
  ],
} as const satisfies Part;

export type AssetsRow = RowOf<typeof ASSETS>;
