import type { ChartRow } from "@/lib/charts/chart";
import { chartRow } from "@/lib/charts/chart-row";
import type { Figure } from "@/lib/disclosure/figure";
import { figureWords, rangeText } from "@/lib/disclosure/figure-text";
import { knownMeasure } from "@/lib/measures/catalogue";
import { ILLUSTRATIVE_LIMIT } from "@/lib/workload/illustrative-share";
import type { FigureIndex } from "./figure-index";

const MODELLED: ReadonlySet<string> = new Set(["requirement", "requirement-compared", "workload-gap"]);

/**
 * Whether only the interval of a figure is shown and never its middle: of what the work requires, where more than a
 * quarter of the hours rest on illustrative times, or it is not known how many (docs/method/requirement.md).
 */
export function isIntervalOnly(figures: FigureIndex, place: string, measure: string): boolean {
  if (!MODELLED.has(measure)) return false;
  const share = figures.find(place, "illustrative-share")?.value ?? null;
  return share === null || share > 100 * ILLUSTRATIVE_LIMIT;
}

/** A figure of a place as a row of a chart; where only its interval is shown, without a mark in its middle. */
export function rowOfFigure(
  figures: FigureIndex,
  place: string,
  of: Pick<ChartRow, "key" | "label" | "href" | "mark">,
  figure: Figure | null,
  measure: string,
): ChartRow {
  const row = chartRow(of, figure, knownMeasure(measure).unit);
  return row.range !== null && isIntervalOnly(figures, place, measure)
    ? { ...row, value: null, text: row.range, range: null }
    : row;
}

/** A figure of a place in words, with its range where that is not what the words say already. */
export function wordsOfFigure(
  figures: FigureIndex,
  place: string,
  figure: Figure | null,
  measure: string,
): { text: string; range: string | null } {
  const { unit } = knownMeasure(measure);
  const range = rangeText(figure, unit);
  return range !== null && isIntervalOnly(figures, place, measure)
    ? { text: range, range: null }
    : { text: figureWords(figure, unit), range };
}
