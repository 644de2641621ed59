import { SPECIALISMS } from "@/lib/returns/codes/specialism";
import type { Row } from "@/lib/returns/part";
import { countIn, setIn, textIn } from "./cells";

/** The numbers of a profile that the requirement reads, by the names of their columns. */
export const PROFILE_NUMBERS = [
  "standard_hours_per_week",
  "standard_hours_next",
  "available_days",
  "bank_holidays",
  "annual_leave_days",
  "sickness_days",
  "other_absence_days",
  "hours_per_day",
  "category_allowance_percent",
] as const;
export type ProfileNumber = (typeof PROFILE_NUMBERS)[number];

/** How one service unit works, as its profile says. Null was not sent. */
export type ServiceProfile = Readonly<Record<ProfileNumber, number | null>> & {
  establishmentWte: number | null;
  standardHoursFrom: string | null;
  individualAllowanceHours: number | null;
  onCall: string | null;
  onCallRotaPeople: number | null;
  served: readonly string[];
  /** How each specialism is provided, where that was said. */
  provision: ReadonlyMap<string, string>;
};

/** A row of the profile part. */
export function serviceProfile(row: Row): ServiceProfile {
  const numbers = Object.fromEntries(PROFILE_NUMBERS.map((name) => [name, countIn(row, name)]));
  const provision = SPECIALISMS.flatMap(({ value }): [string, string][] => {
    const said = textIn(row, `provision_${value}`);
    return said === null ? [] : [[value, said]];
  });
  return {
    ...(numbers as Record<ProfileNumber, number | null>),
    establishmentWte: countIn(row, "establishment_ledger_wte"),
    standardHoursFrom: textIn(row, "standard_hours_from"),
    individualAllowanceHours: countIn(row, "individual_allowance_hours"),
    onCall: textIn(row, "on_call"),
    onCallRotaPeople: countIn(row, "on_call_rota_people"),
    served: setIn(row, "organisations_served"),
    provision: new Map(provision),
  };
}
