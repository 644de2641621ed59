import { exactly, type ValueRange } from "@/lib/statistics/value-range";

/** What stands in for a column of the profile that was not sent, and for rotas whose people were not. */
export const DEFAULT_IDS = [
  "available_days",
  "bank_holidays",
  "annual_leave_days",
  "sickness_days",
  "other_absence_days",
  "category_allowance_percent",
  "on_call_people_full",
  "on_call_people_weekday",
  "lone_working_people",
] as const;
export type DefaultId = (typeof DEFAULT_IDS)[number];

export type EvidenceClass = "fact" | "assumption" | "illustrative";

/** A default with its range, its class and where it is from; echoed in every answer that rests on it. */
export type DefaultUsed = ValueRange & {
  id: DefaultId | "standard_hours_per_week";
  unit: string;
  evidence: EvidenceClass;
  source: string;
};

/** The defaults of one nation. */
export type Defaults = Readonly<Record<DefaultId, DefaultUsed>>;

/** What was sent, exactly; else the default, with its range. */
export const fillIn = (
  sent: number | null,
  id: DefaultId,
  defaults: Defaults,
): { amount: ValueRange; used: DefaultUsed | null } =>
  sent === null ? { amount: defaults[id], used: defaults[id] } : { amount: exactly(sent), used: null };
