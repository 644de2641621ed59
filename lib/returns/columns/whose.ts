import type { Column } from "../part";

/** The organisation whose return this is. */
export const ORGANISATION_CODE = {
  name: "organisation_code",
  title: "Organisation code",
  type: "code",
  required: "always",
  tier: "core",
  codeOf: "place",
  headers: ["Org code", "ODS code", "Trust code", "Provider code"],
  guidance: "Your own organisation's ODS code, valid on the census date.",
  example: "RJ1",
} as const satisfies Column;

/** The organisation that owns the devices or asks for the work, where it is another one. */
export const OWNER_ORGANISATION_CODE = {
  name: "owner_organisation_code",
  title: "Owner organisation code",
  type: "code",
  required: "optional",
  tier: "full",
  codeOf: "place",
  headers: ["Owner", "Owner code"],
  guidance: "Whose devices these are, when you look after another organisation's; blank means your own.",
  example: "RJZ",
} as const satisfies Column;

/** The department, where several departments of one organisation return. */
export const SERVICE_UNIT = {
  name: "service_unit",
  title: "Service unit",
  type: "text",
  required: "optional",
  tier: "full",
  maxLength: 60,
  headers: ["Department", "Service"],
  guidance: "The department that the line belongs to, when several departments return.",
  example: "Medical physics",
} as const satisfies Column;

/** Where it is, where an organisation has several sites. */
export const SITE_CODE = {
  name: "site_code",
  title: "Site code",
  type: "code",
  required: "optional",
  tier: "full",
  codeOf: "site",
  headers: ["Site"],
  guidance: "ODS site code of the place of work.",
  example: "RJ122",
} as const satisfies Column;
