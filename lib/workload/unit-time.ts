import { exactly, type ValueRange } from "@/lib/statistics/value-range";

/**
 * Where the hours of one unit are from: pooled over organisations; illustrative; `sent`, the service's own where there
 * is neither; `own`, the service's own in its private sensitivity.
 */
export type TimeBasis = "pooled" | "illustrative" | "sent" | "own";

/** How a basis is called in a list of shares: "60% pooled". */
export const BASIS_WORDS: Readonly<Record<TimeBasis, string>> = {
  pooled: "pooled over organisations",
  illustrative: "illustrative",
  sent: "as sent, for want of any other",
  own: "the service's own",
};

export type UnitTime = { hours: ValueRange; basis: TimeBasis };

/**
 * The hours of one unit: pooled, else illustrative, else as sent. A service's own come first only where its own
 * sensitivity is asked for, so that slowness earns nothing. Null where nothing is known.
 */
export function unitTime(known: {
  pooled: ValueRange | null;
  illustrative: ValueRange | null;
  /** The service's own hours of one unit. */
  sent: number | null;
  preferOwn: boolean;
}): UnitTime | null {
  if (known.preferOwn && known.sent !== null) return { hours: exactly(known.sent), basis: "own" };
  if (known.pooled !== null) return { hours: known.pooled, basis: "pooled" };
  if (known.illustrative !== null) return { hours: known.illustrative, basis: "illustrative" };
  return known.sent === null ? null : { hours: exactly(known.sent), basis: "sent" };
}
