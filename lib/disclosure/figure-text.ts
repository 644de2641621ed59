import { formatCount, formatNumber, formatPercent, formatWte } from "@/lib/format/number";
import { formatRange } from "@/lib/format/range";
import type { MeasureUnit } from "@/lib/measures/measure";
import { vacancyBandTitle } from "@/lib/measures/vacancy-band";
import type { Figure } from "./figure";

type Shown = Pick<Figure, "value" | "symbol" | "low" | "high">;

const FORMATS: Readonly<Record<MeasureUnit, (value: number) => string>> = {
  people: formatCount,
  wte: formatWte,
  percent: (value) => formatPercent(value),
  devices: formatCount,
  jobs: formatCount,
  hours: formatCount,
  pounds: (value) => `£${formatCount(value)}`,
  organisations: formatCount,
  services: formatCount,
  incidents: formatCount,
  procurements: formatCount,
  ratio: (value) => formatNumber(value, 0),
  censuses: formatCount,
  band: vacancyBandTitle,
};

/** Whether a share is so near none that it has bounds only, which are then all of its text. */
const isBoundOnly = ({ symbol, high }: Shown, unit: MeasureUnit): boolean =>
  symbol === "<5" && unit === "percent" && high !== null;

/**
 * A figure as it stands in a table: "1,235", "6.2%", "<5", "under 8%", "−2% to 2%" (where it may be below none), "c" or
 * ":"; "x" where there is none.
 */
export function figureText(figure: Shown | null, unit: MeasureUnit): string {
  if (figure === null) return "x";
  if (figure.value !== null) return FORMATS[unit](figure.value);
  if (isBoundOnly(figure, unit) && figure.high !== null)
    return figure.low !== null && figure.low < 0
      ? formatRange(figure.low, figure.high, (value) => formatPercent(value))
      : `under ${formatPercent(figure.high)}`;
  return figure.symbol ?? "x";
}

const SYMBOL_WORDS = {
  "<5": "under 5, which may be none",
  c: "cannot be shown",
  ":": "not returned",
  x: "not published",
} as const;

/** A figure as it stands in a sentence or is read aloud. */
export function figureWords(figure: Shown | null, unit: MeasureUnit): string {
  if (figure === null) return SYMBOL_WORDS.x;
  if (figure.value !== null || unit === "percent") {
    const text = figureText(figure, unit);
    if (figure.symbol === null || figure.symbol === "<5") return text;
  }
  return SYMBOL_WORDS[figure.symbol ?? "x"];
}

/** The bounds of a figure, "231 to 239"; null where it is exact or has none, and where its text is its bounds. */
export function rangeText(figure: Shown | null, unit: MeasureUnit): string | null {
  if (figure === null || figure.low === null || figure.high === null || figure.low === figure.high)
    return null;
  if (isBoundOnly(figure, unit)) return null;
  if (unit !== "percent") return formatRange(figure.low, figure.high, FORMATS[unit]);
  // One decimal at both ends where any of the three has one: "22.7% to 25.0%" of 23.8%.
  const whole = [figure.value, figure.low, figure.high].every((one) => one === null || Number.isInteger(one));
  return formatRange(figure.low, figure.high, (value) => formatPercent(value, whole ? 0 : 1));
}
