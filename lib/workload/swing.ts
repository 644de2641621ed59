import { exactly, type ValueRange } from "@/lib/statistics/value-range";

/** A value with one source of doubt at its least and at its most, all others in the middle. */
export type Swing = { low: number; high: number };

/** Hours of work, and what doubt about the time of a unit, and about the number of units, does to them by itself. */
export type Hours = { hours: number; byTime: Swing; byVolume: Swing };

export const hoursOfUnits = (units: ValueRange, time: ValueRange): Hours => ({
  hours: units.value * time.value,
  byTime: { low: units.value * time.low, high: units.value * time.high },
  byVolume: { low: units.low * time.value, high: units.high * time.value },
});

export const hoursAsSent = (hours: number): Hours => ({
  hours,
  byTime: { low: hours, high: hours },
  byVolume: { low: hours, high: hours },
});

/**
 * The interval of a value of which several things may be off, each by itself: the swings are added as the root of the
 * sum of their squares, on the scale of logarithms, downwards and upwards apart (first-order propagation of independent
 * relative errors). A swing to nought lets the value be nought.
 */
export function combined(value: number, swings: readonly Swing[]): ValueRange {
  if (value === 0) return exactly(0);
  const off = (distance: (swing: Swing) => number) =>
    Math.exp(Math.sqrt(swings.reduce((total, swing) => total + distance(swing) ** 2, 0)));
  return {
    value,
    low: value / off(({ low }) => Math.log(value / Math.min(low, value))),
    high: value * off(({ high }) => Math.log(Math.max(high, value) / value)),
  };
}
