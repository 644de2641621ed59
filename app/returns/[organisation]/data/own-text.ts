import { formatCount, formatNumber, formatPercent } from "@/lib/format/number";
import type { Measure, MeasureUnit } from "@/lib/measures/measure";
import type { OwnValue } from "@/lib/measures/own-values";

/** What is not known is said so, and is not zero. */
export const NOT_KNOWN = "not known";

/** So many decimals of WTE are read; a return carries up to five, and its file keeps them. */
const WTE_DECIMALS = 2;

/** An exact number: of WTE to two decimals, since more are noise to a reader. */
export function exactText(value: number | null, unit: MeasureUnit): string {
  if (value === null) return NOT_KNOWN;
  if (unit === "percent") return formatPercent(value, 1);
  if (unit === "ratio") return formatNumber(value, 1);
  if (unit === "hours") return formatNumber(value, 0);
  if (unit === "pounds") return `£${formatNumber(value, 0)}`;
  if (unit !== "wte") return formatCount(value);
  const decimals = /\.(\d+)$/.exec(String(Math.round(value * 1e5) / 1e5))?.[1]?.length ?? 0;
  return formatNumber(value, Math.min(WTE_DECIMALS, Math.max(1, decimals)));
}

/** A modelled number is no better known than to one decimal. */
const modelledText = (value: number | null): string => (value === null ? NOT_KNOWN : formatNumber(value, 1));

const MODELLED: ReadonlySet<string> = new Set(["requirement", "workload-gap"]);

/** A measure of one's own as a table has it. */
export function ownText({ measure, value, range, groups }: OwnValue): string {
  if (groups)
    return groups.length === 0
      ? "None"
      : groups.map(({ title, units }) => (units === 1 ? title : `${title} (${units} units)`)).join("; ");
  if (value !== null && range)
    return `${modelledText(value)} (${modelledText(range.low)} to ${modelledText(range.high)})`;
  return MODELLED.has(measure.id) ? modelledText(value) : exactText(value, measure.unit);
}

/** A measure's title with its unit, where the title does not say it. */
export const titleWithUnit = ({ title, unit }: Measure): string =>
  unit === "wte" && !/WTE/.test(title) ? `${title} (WTE)` : title;
