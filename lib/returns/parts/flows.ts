import { AFC_BANDS } from "../codes/afc-band";
import { FLOW_DIRECTIONS, FLOW_ENDS, LEAVING_REASONS } from "../codes/flow";
import { amount, choice, words } from "../columns/optional-columns";
import { AFC_BAND, AGE_BAND, ROLE } from "../columns/staff";
import { ORGANISATION_CODE, SERVICE_UNIT } from "../columns/whose";
import type { Part, RowOf } from "../part";

/** People who joined, left or moved band in the twelve months to the census. */
export const FLOWS = {
  name: "flows",
  title: "Joiners and leavers",
  schemaVersion: "1.0",
  rowIs: "One person, or one group of like people, who joined, left or moved band in the twelve months.",
  freeText: "people",
  columns: [
    {
      name: "direction",
      title: "Direction",
      type: "code",
      required: "always",
      tier: "core",
      allowed: FLOW_DIRECTIONS,
      headers: ["Movement"],
      guidance: "Whether they joined, left, or moved band within the service.",
      example: "leaver",
    },
    ORGANISATION_CODE,
    SERVICE_UNIT,
    { ...ROLE, guidance: "The role joined or left; for a mover the one moved to." },
    {
      ...AFC_BAND,
      required: "conditional",
      guidance: "Band of a joiner or leaver; for a mover give band_from and band_to.",
    },
    {
      ...choice("band_from", "Band before", AFC_BANDS, { guidance: "A mover's band before.", example: "5" }),
      required: "conditional",
    },
    {
      ...choice("band_to", "Band after", AFC_BANDS, { guidance: "A mover's band after.", example: "6" }),
      required: "conditional",
    },
    {
      ...AGE_BAND,
      required: "optional",
      tier: "full",
      guidance: "Age at the census, or on leaving, in five-year bands.",
      example: "60_64",
    },
    amount("wte", "WTE", "wte", {
      scale: 5,
      headers: ["FTE"],
      guidance: "Contracted WTE of those on the line.",
      example: "1.00",
    }),
    {
      name: "headcount",
      title: "Headcount",
      type: "integer",
      unit: "people",
      required: "always",
      tier: "core",
      minimum: 1,
      headers: ["People"],
      guidance: "How many people the line stands for.",
      example: "1",
    },
    words("month", "Month", 7, { guidance: "Month of the event, as year and month.", example: "2025-09" }),
    choice("source", "Joined from", FLOW_ENDS, {
      headers: ["Source of recruitment"],
      guidance: "Where a joiner came from.",
      example: "newly_qualified",
    }),
    choice("destination", "Left for", FLOW_ENDS, {
      headers: ["Destination on leaving"],
      guidance: "Where a leaver went.",
      example: "industry",
    }),
    choice("reason", "Reason for leaving", LEAVING_REASONS, {
      headers: ["Leaving reason"],
      guidance: "Why a leaver left.",
      example: "retirement",
    }),
  ],
  examples: [
    {
      direction: "joiner",
      organisation_code: "RJ1",
      role: "clinical_technologist",
      afc_band: "5",
      age_band: "25_29",
      wte: "1.00",
      headcount: "1",
      month: "2025-09",
      source: "newly_qualified",
    },
    {
      direction: "leaver",
      organisation_code: "RJ1",
      role: "clinical_scientist",
      afc_band: "8b",
      age_band: "60_64",
      wte: "0.80",
      headcount: "1",
      month: "2025-12",
      reason: "retirement",
    },
    {
      direction: "mover",
      organisation_code: "RJ1",
      role: "clinical_technologist",
      band_from: "5",
      band_to: "6",
      headcount: "2",
    },
  ],
} as const satisfies Part;

export type FlowsRow = RowOf<typeof FLOWS>;
