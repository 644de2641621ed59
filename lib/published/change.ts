import type { Figure } from "@/lib/disclosure/figure";
import { figureText } from "@/lib/disclosure/figure-text";
import { formatNumber } from "@/lib/format/number";
import { formatRange } from "@/lib/format/range";
import type { MeasureUnit } from "@/lib/measures/measure";

type Shown = Pick<Figure, "value" | "symbol" | "low" | "high">;

/** What can be said of two published figures of one thing at two times. */
export type Change =
  /** The ranges are apart: the true values differ, and by how much lies within `least` to `most`, both above nought. */
  | { kind: "up" | "down"; by: number | null; least: number; most: number }
  /** Both are exact and alike. */
  | { kind: "same" }
  /** The ranges meet: there may be a difference, of either sign or none. */
  | { kind: "cannot-tell" }
  /** At least one has no range: it is withheld, was not returned or is not published. */
  | { kind: "not-comparable"; missing: "earlier" | "now" | "both" };

/**
 * Holds a figure against an earlier one. Figures are rounded at a secret point, so a difference of two published values
 * says nothing by itself: it is told only where no pair of true values within the two ranges could be equal.
 */
export function changeBetween(then: Shown | null, now: Shown | null): Change {
  const before = boundsOf(then);
  const after = boundsOf(now);
  if (before === null || after === null)
    return {
      kind: "not-comparable",
      missing: before === null ? (after === null ? "both" : "earlier") : "now",
    };
  const by = before.value === null || after.value === null ? null : Math.abs(after.value - before.value);
  if (after.low > before.high)
    return { kind: "up", by, least: after.low - before.high, most: after.high - before.low };
  if (after.high < before.low)
    return { kind: "down", by, least: before.low - after.high, most: before.high - after.low };
  const exact = before.low === before.high && after.low === after.high;
  return { kind: exact ? "same" : "cannot-tell" };
}

function boundsOf(figure: Shown | null): { low: number; high: number; value: number | null } | null {
  if (figure === null || figure.low === null || figure.high === null) return null;
  return { low: figure.low, high: figure.high, value: figure.value };
}

const MISSING_WORDS = {
  earlier: "Cannot be compared: no value then",
  now: "Cannot be compared: no value now",
  both: "Cannot be compared: no value then or now",
} as const;

/** A change in words: "Up by 20 (12 to 28)", "Too small to tell apart from rounding". */
export function changeWords(change: Change, unit: MeasureUnit): string {
  switch (change.kind) {
    case "same":
      return "No change";
    case "cannot-tell":
      return "Too small to tell apart from rounding";
    case "not-comparable":
      return MISSING_WORDS[change.missing];
    default: {
      const format = differenceIn(unit);
      const points = unit === "percent" ? " percentage points" : "";
      const way = change.kind === "up" ? "Up" : "Down";
      const range = formatRange(change.least, change.most, format);
      if (change.by === null || format(change.by) === range) return `${way} by ${range}${points}`;
      return `${way} by ${format(change.by)}${points} (${range})`;
    }
  }
}

/** Differences as people read them; a tenth lost or won by binary arithmetic is none. */
const differenceIn = (unit: MeasureUnit) => (value: number) => {
  const tenths = Math.round(value * 10) / 10;
  if (unit === "percent" || unit === "wte") return formatNumber(tenths, Number.isInteger(tenths) ? 0 : 1);
  return figureText({ value, symbol: null, low: null, high: null }, unit);
};
