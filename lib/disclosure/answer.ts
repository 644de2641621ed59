import type { FigureSymbol } from "./figure";
import type { Interval } from "./interval";

/** What a release says of one cell: a value or the reason why there is none. */
export type Answer =
  | ({ value: number; symbol: null } & Interval)
  /** Under five, or for a rate "under {high} %". */
  | ({ value: null; symbol: "<5" } & Interval)
  | { value: null; symbol: Exclude<FigureSymbol, "<5">; low: null; high: null };

export const WITHHELD: Answer = { value: null, symbol: "c", low: null, high: null };
export const NOT_RETURNED: Answer = { value: null, symbol: ":", low: null, high: null };

export const shown = (value: number, { low, high }: Interval): Answer => ({ value, symbol: null, low, high });
export const underFive = ({ low, high }: Interval): Answer => ({ value: null, symbol: "<5", low, high });
export const exactly = (value: number): Answer => ({ value, symbol: null, low: value, high: value });
