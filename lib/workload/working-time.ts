import type { ValueRange } from "@/lib/statistics/value-range";
import { type Defaults, type DefaultUsed, fillIn } from "./defaults";
import type { WeekHours } from "./week-hours";
import type { WholeService } from "./whole-service";

/** The time that one WTE has for work in a year, and what it is made of. */
export type WorkingTime = {
  availableDays: number;
  bankHolidays: number;
  annualLeaveDays: number;
  sicknessDays: number;
  otherAbsenceDays: number;
  /** Days at work. */
  days: number;
  hoursPerDay: number;
  hoursPerWeek: number;
  /** Hours at work; an interval only where defaults with a range were used. */
  hours: ValueRange;
};

/**
 * Available working time (WISN): available days less bank holidays, annual leave, sickness and other absence, times
 * hours a day on the day asked for. Hours a day, where absent, are a fifth of the standard week; where given, they
 * change with the week.
 */
export function workingTime(
  { numbers }: WholeService,
  week: WeekHours,
  defaults: Defaults,
): { time: WorkingTime; used: DefaultUsed[] } {
  const filled = {
    available: fillIn(numbers.available_days, "available_days", defaults),
    bank: fillIn(numbers.bank_holidays, "bank_holidays", defaults),
    leave: fillIn(numbers.annual_leave_days, "annual_leave_days", defaults),
    sickness: fillIn(numbers.sickness_days, "sickness_days", defaults),
    other: fillIn(numbers.other_absence_days, "other_absence_days", defaults),
  };
  const days = (available: keyof ValueRange, off: keyof ValueRange) =>
    filled.available.amount[available] -
    filled.bank.amount[off] -
    filled.leave.amount[off] -
    filled.sickness.amount[off] -
    filled.other.amount[off];
  const hoursPerDay =
    numbers.hours_per_day === null ? week.hours / 5 : (numbers.hours_per_day * week.hours) / week.atCensus;
  return {
    time: {
      availableDays: filled.available.amount.value,
      bankHolidays: filled.bank.amount.value,
      annualLeaveDays: filled.leave.amount.value,
      sicknessDays: filled.sickness.amount.value,
      otherAbsenceDays: filled.other.amount.value,
      days: days("value", "value"),
      hoursPerDay,
      hoursPerWeek: week.hours,
      hours: {
        value: days("value", "value") * hoursPerDay,
        low: days("low", "high") * hoursPerDay,
        high: days("high", "low") * hoursPerDay,
      },
    },
    used: Object.values(filled).flatMap(({ used }) => used ?? []),
  };
}
