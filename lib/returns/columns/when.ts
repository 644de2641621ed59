import type { Column } from "../part";

/** The census date of a line that speaks of one day. */
export const CENSUS_DATE = {
  name: "census_date",
  title: "Census date",
  type: "date",
  required: "always",
  tier: "core",
  equals: "census",
  headers: ["Census", "Snapshot date", "As at"],
  guidance: "The collection's census date, the same on every line.",
  example: "2026-03-31",
} as const satisfies Column;

/** First day of the twelve months that a line speaks of. */
export const PERIOD_START = {
  name: "period_start",
  title: "Period start",
  type: "date",
  required: "always",
  tier: "core",
  equals: "period_start",
  headers: ["Period from", "From date"],
  guidance: "First day of the twelve months to the census.",
  example: "2025-04-01",
} as const satisfies Column;

/** Last day of the twelve months that a line speaks of. */
export const PERIOD_END = {
  name: "period_end",
  title: "Period end",
  type: "date",
  required: "always",
  tier: "core",
  equals: "period_end",
  headers: ["Period to", "To date"],
  guidance: "Last day of the period: the census date.",
  example: "2026-03-31",
} as const satisfies Column;
