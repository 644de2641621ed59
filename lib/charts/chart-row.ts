import type { Figure } from "@/lib/disclosure/figure";
import { figureWords, rangeText } from "@/lib/disclosure/figure-text";
import type { MeasureUnit } from "@/lib/measures/measure";
import type { ChartRow } from "./chart";

type RowOf = Pick<ChartRow, "key" | "label" | "href" | "mark">;

/** A figure as a row of a chart and of its table. */
export function chartRow(of: RowOf, figure: Figure | null, unit: MeasureUnit): ChartRow {
  return {
    ...of,
    value: figure?.value ?? null,
    low: figure?.low ?? null,
    high: figure?.high ?? null,
    text: figureWords(figure, unit),
    range: rangeText(figure, unit),
  };
}
