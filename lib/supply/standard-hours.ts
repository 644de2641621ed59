import { SUPPLY_DEFAULTS } from "./assumptions";

const STEPS = SUPPLY_DEFAULTS["standard-hours"].value;
const FULL_WEEK = 37.5;

/** Hours a week of one WTE in a nation (its code) on a date, ISO text. Only Scotland differs. */
export function standardHours(nation: string, date: string): number {
  const steps: readonly (readonly (string | number)[])[] =
    nation === "S92000003" ? STEPS.S92000003 : STEPS.standard;
  return Number(steps.findLast(([from]) => String(from) <= date)?.[1] ?? FULL_WEEK);
}

/** WTE as contracted, in weeks of `hours`, as equivalents of a 37.5-hour week. */
export const fullWeekEquivalent = (wte: number, hours: number): number => (wte * hours) / FULL_WEEK;
