import type { Measure } from "@/lib/measures/measure";
import type { Rate } from "@/lib/measures/rate";
import type { Level } from "@/lib/places/place";
import { type Answer, NOT_RETURNED, shown, underFive, WITHHELD } from "./answer";
import type { Interval } from "./interval";
import type { RateParts } from "./rate-parts";
import { N_DECIMAL, N_RATE, N_RATE_ORGANISATION } from "./thresholds";

const BELOW_REGION: readonly Level[] = ["board", "organisation"];

/** One number over another, as such or in per cent; bounds are rounded outwards, so that they still hold. */
const divided = (
  numerator: number,
  denominator: number,
  { times, decimals, round }: { times: 1 | 100; decimals: 0 | 1; round: (x: number) => number },
): number => round((numerator * times * 10 ** decimals) / denominator) / 10 ** decimals + 0;

/**
 * Between which bounds the rate of the exact values lies, given those of its parts. Where the numerator is among
 * what the denominator adds, both move together and the bounds are closer.
 */
function boundsOf({ numerator, denominator, nested }: RateParts, times: 1 | 100, decimals: 0 | 1): Interval {
  const rest = { low: denominator.low - numerator.low, high: denominator.high - numerator.high };
  const under = nested
    ? { low: numerator.low + rest.high, high: numerator.high + rest.low }
    : {
        low: numerator.low < 0 ? denominator.low : denominator.high,
        high: numerator.high < 0 ? denominator.high : denominator.low,
      };
  return {
    low: divided(numerator.low, under.low, { times, decimals, round: Math.floor }),
    high: divided(numerator.high, under.high, { times, decimals, round: Math.ceil }),
  };
}

/**
 * A rate from published figures only: one decimal from a denominator of 500, whole per cent from 50 (20 for an
 * organisation's own share), else withheld. Bounds are those of the rounding. Below region nothing prints as 0 %
 * or, of people, as 100 %.
 *
 * @param decimalsBy The published denominator that decides on decimals, where it is not the rate's own (pooled rates).
 */
export function rateAnswer(
  measure: Measure & { rate: Rate },
  level: Level,
  parts: RateParts,
  decimalsBy?: number,
): Answer {
  const { numerator, denominator } = parts;
  const { kind } = measure.rate;
  if (kind === "difference") return shown(numerator.value, { low: numerator.low, high: numerator.high });
  if (kind === "exact") {
    if (denominator.value <= 0) return NOT_RETURNED;
    const value = divided(numerator.value, denominator.value, { times: 100, decimals: 1, round: Math.round });
    return shown(value, { low: value, high: value });
  }
  if (denominator.value < (level === "organisation" ? N_RATE_ORGANISATION : N_RATE)) return WITHHELD;

  const belowRegion = BELOW_REGION.includes(level);
  const times = kind === "ratio" ? 1 : 100;
  const decimals = kind === "ratio" ? 0 : (decimalsBy ?? denominator.value) >= N_DECIMAL ? 1 : 0;
  const cap = (value: number): number => (kind === "people" ? Math.min(100, Math.max(0, value)) : value);
  const bounds = boundsOf(parts, times, decimals);
  const within = { low: cap(bounds.low), high: cap(bounds.high) };
  const value = cap(divided(numerator.value, denominator.value, { times, decimals, round: Math.round }));
  const allUnderFive = kind === "people" && numerator.value <= 0 && numerator.someUnderFive;
  if (allUnderFive || (belowRegion && value === 0)) return underFive(within);
  return shown(belowRegion && kind === "people" ? Math.min(99, value) : value, within);
}
