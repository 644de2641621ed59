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
import { amount, day, words, yesOrNo } from "../columns/optional-columns";
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
    { ...CATEGORY_LOCAL, example: "Volumetric pump" },
    CATEGORY,
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
    { ...SETTING, guidance: "Where the device is used; blank means mixed or unknown." },
    RISK_CLASS,
    { ...MAINTENANCE_MODEL, guidance: "Who maintains the device." },
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
    {
      ...REPLACEMENT_VALUE_GBP,
      guidance: "What replacing it would cost today.",
      example: "1750.00",
    },
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
    {
      ...PPM_INTERVAL_MONTHS,
      guidance: "Months between planned maintenance; blank when it has none.",
    },
    { ...PPM_DUE, example: "1" },
    { ...PPM_DUE_DONE, example: "1" },
    { ...PPM_ON_TIME, example: "1" },
    { ...PPM_NOT_FOUND, example: "0" },
    { ...PPM_JOBS, example: "1" },
    { ...PPM_HOURS, example: "0.6" },
    { ...REPAIR_JOBS, example: "0" },
    { ...REPAIR_HOURS, example: "0" },
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
