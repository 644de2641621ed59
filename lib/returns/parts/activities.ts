import { ACTIVITIES_OF_SERVICE, ACTIVITY_UNITS } from "../codes/activity";
import { HOURS_SOURCES } from "../codes/maintenance";
import { amount, choice } from "../columns/optional-columns";
import { SPECIALISM } from "../columns/staff";
import { PERIOD_END, PERIOD_START } from "../columns/when";
import { ORGANISATION_CODE, OWNER_ORGANISATION_CODE, SERVICE_UNIT } from "../columns/whose";
import type { Part, RowOf } from "../part";

/** The work of twelve months that is not per device category. Without it that work is named as not modelled. */
export const ACTIVITIES = {
  name: "activities",
  title: "Activities",
  schemaVersion: "1.0",
  rowIs: "One kind of work of one specialism, over the twelve months to the census.",
  freeText: "people",
  columns: [
    PERIOD_START,
    PERIOD_END,
    ORGANISATION_CODE,
    {
      ...OWNER_ORGANISATION_CODE,
      guidance: "For whom the work was done, when it was another organisation; blank means your own.",
    },
    SERVICE_UNIT,
    {
      name: "activity",
      title: "Activity",
      type: "code",
      required: "always",
      tier: "core",
      allowed: ACTIVITIES_OF_SERVICE,
      headers: ["Type of work"],
      guidance: "The kind of work.",
      example: "safety_notice",
    },
    {
      ...SPECIALISM,
      guidance: "The field of the people who do the work.",
      example: "device_governance",
    },
    {
      name: "unit",
      title: "Counted in",
      type: "code",
      required: "always",
      tier: "core",
      allowed: ACTIVITY_UNITS,
      headers: ["Unit of work"],
      guidance: "What the volume counts.",
      example: "notice",
    },
    {
      name: "volume",
      title: "Volume",
      type: "decimal",
      unit: "units",
      required: "always",
      tier: "core",
      minimum: 0,
      scale: 2,
      headers: ["Number", "Quantity"],
      guidance: "How many in the period; 0 is an answer.",
      example: "120",
    },
    amount("hours", "Hours", "hours", {
      headers: ["Staff hours"],
      guidance: "Own staff's hours on this work in the period.",
      example: "480",
    }),
    choice("hours_source", "Source of hours", HOURS_SOURCES, {
      guidance: "Where the hours come from.",
      example: "estimate",
    }),
  ],
  examples: [
    {
      period_start: "2025-04-01",
      period_end: "2026-03-31",
      organisation_code: "RJ1",
      activity: "safety_notice",
      specialism: "device_governance",
      unit: "notice",
      volume: "120",
      hours: "480",
      hours_source: "estimate",
    },
    {
      period_start: "2025-04-01",
      period_end: "2026-03-31",
      organisation_code: "RJ1",
      activity: "rehabilitation_referral",
      specialism: "rehabilitation",
      unit: "referral",
      volume: "310",
    },
  ],
} as const satisfies Part;

export type ActivitiesRow = RowOf<typeof ACTIVITIES>;
