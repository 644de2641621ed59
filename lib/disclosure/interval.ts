import { B } from "./thresholds";

/** The bounds within which the truth lies, given the published value. */
export type Interval = { low: number; high: number };

/** A count of people, none of which is negative. */
export const peopleInterval = (published: number): Interval => ({
  low: Math.max(0, published - (B - 1)),
  high: published + (B - 1),
});

/** WTE to a step of one or five; only vacancies may be negative. */
export const wteInterval = (published: number, step: 1 | 5, mayBeNegative: boolean): Interval => ({
  low: mayBeNegative ? published - step : Math.max(0, published - step),
  high: published + step,
});
