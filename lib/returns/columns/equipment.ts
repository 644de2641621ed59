import { DEVICE_SETTINGS } from "../codes/device-setting";
import { MAINTENANCE_MODELS, RISK_CLASSES } from "../codes/maintenance";
import type { Column } from "../part";
import { amount, choice, words } from "./optional-columns";

/** The sender's own name of what the platform calls `category`. */
export const CATEGORY_LOCAL = words("category_local", "Local category", 120, {
  headers: ["Local name", "Equipment type", "Generic name", "Device type"],
  guidance: "Your own name for the category, kept beside ours.",
  example: "Volumetric pumps",
});

/** What kind of device it is. */
export const CATEGORY = {
  name: "category",
  title: "Category",
  type: "code",
  required: "always",
  tier: "core",
  codeOf: "category",
  headers: ["Device category", "Equipment category"],
  guidance: "One of the platform's device categories.",
  example: "infusion_pump",
} as const satisfies Column;

/** Where devices are used. */
export const SETTING = choice("setting", "Setting", DEVICE_SETTINGS, {
  headers: ["Location type"],
  guidance: "Where the devices are used; blank means mixed or unknown.",
  example: "ward",
});

/** The sender's own risk class. */
export const RISK_CLASS = choice("risk_class", "Risk class", RISK_CLASSES, {
  headers: ["Risk", "Risk level"],
  guidance: "Your own risk class; blank takes the category's.",
  example: "high",
});

/** Who maintains devices. */
export const MAINTENANCE_MODEL = {
  name: "maintenance_model",
  title: "Maintenance model",
  type: "code",
  required: "always",
  tier: "core",
  allowed: MAINTENANCE_MODELS,
  headers: ["Maintenance type", "Maintained by"],
  guidance: "Who maintains the devices.",
  example: "in_house",
} as const satisfies Column;

/** What devices would cost to replace. */
export const REPLACEMENT_VALUE_GBP = amount("replacement_value_gbp", "Replacement value", "gbp", {
  headers: ["Replacement cost"],
  guidance: "What replacing the devices would cost today.",
  example: "420000.00",
});
