/** What an interval is: two ends, low ≤ high. */
export type Interval = { low: number; high: number };

/** Whether the outcome lies in it, ends included. */
export const covers = ({ low, high }: Interval, outcome: number): boolean =>
  low <= outcome && outcome <= high;

/**
 * The interval score of a central interval that should hold the share `level` of outcomes (Gneiting and Raftery, JASA
 * 102, 2007, equation 43): its width, and 2/(1 − level) times what the outcome lies outside it. Smaller is better; in
 * the outcome's unit.
 */
export function intervalScore({ low, high }: Interval, outcome: number, level: number): number {
  if (!(level > 0 && level < 1) || !(low <= high)) {
    throw new Error(`An interval from ${low} to ${high} at level ${level} cannot be scored`);
  }
  const outside = Math.max(0, low - outcome, outcome - high);
  return high - low + (2 / (1 - level)) * outside;
}
