import type { Chart, ChartRow } from "@/lib/charts/chart";
import type { Figure } from "@/lib/disclosure/figure";
import { contributorsOf, whyNotShown } from "@/lib/disclosure/reason";
import type { FigureIndex } from "./figure-index";
import type { PublishedPlace } from "./release";

type Of = Pick<PublishedPlace, "code" | "level" | "response">;

/** The sentence that says why a figure of a place is not there; null when it is. The same on pages, charts and in files. */
export function whyMissing(
  figures: FigureIndex,
  place: Of,
  measure: string,
  figure: (Pick<Figure, "value" | "symbol" | "dimension"> & Partial<Pick<Figure, "low">>) | null,
): string | null {
  return whyNotShown(figure, {
    level: place.level,
    audience: "public",
    measure,
    dimension: figure?.dimension ?? "all",
    response: place.response,
    contributors: figures.find(place.code, contributorsOf(measure))?.value ?? null,
  });
}

/** A row of a chart with the reason where it has no value. A bound such as "under 5" says itself why it is no more. */
export function withWhy(
  row: ChartRow,
  figures: FigureIndex,
  place: Of,
  measure: string,
  figure: Figure | null,
): ChartRow {
  if (row.value !== null || row.low !== null) return row;
  const why = whyMissing(figures, place, measure, figure);
  return why === null ? row : { ...row, why };
}

/** So many reasons stand under a picture; its table has each beside its row. */
const REASONS_DRAWN = 2;

/** Why rows have no value, each reason once: that of several may be one and the same. */
export const reasonsOf = (rows: readonly { why?: string | null }[]): string[] => [
  ...new Set(rows.flatMap(({ why }) => why ?? [])),
];

/** The reasons of rows as they stand under a picture. */
export function reasonsDrawn(rows: readonly ChartRow[]): string[] {
  const reasons = reasonsOf(rows);
  return reasons.length <= REASONS_DRAWN
    ? reasons
    : [...reasons.slice(0, REASONS_DRAWN), "The table says why of the others."];
}

/** Whether nothing of a chart can be shown: then its reasons stand in its place, each once. Its file has it all the same. */
export const isBlank = (chart: Chart): boolean =>
  chart.kind !== "series" && chart.rows.every(({ value, low, why }) => value === null && low === null && why);

export const whyOf = (chart: Chart): string[] => (chart.kind === "series" ? [] : reasonsOf(chart.rows));
