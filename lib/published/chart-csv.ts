import type { Chart, ChartRow } from "@/lib/charts/chart";
import { csvOf, SYNTHETIC } from "./csv-lines";
import type { Release } from "./release";

/** The columns of a chart's own file, in order. */
export const CHART_COLUMNS = [
  "synthetic",
  "release",
  "census",
  "provisional",
  "chart",
  "series",
  "row",
  "value",
  "low",
  "high",
  "text",
  "reason",
  "source",
] as const;

type Line = { series: string; row: string } & Pick<ChartRow, "value" | "low" | "high" | "text" | "why">;

/** The rows that a picture is drawn from, whatever places, censuses or years they are of, as CSV. */
export function chartCsv(release: Release, chart: Chart): string {
  return csvOf([
    [...CHART_COLUMNS],
    ...linesOf(chart).map(({ series, row, value, low, high, text, why }) => [
      chart.synthetic ? SYNTHETIC : "no",
      release.number,
      release.census,
      release.collectionOpen ? "yes" : "no",
      chart.title,
      series,
      row,
      value,
      low,
      high,
      text,
      why ?? null,
      chart.source,
    ]),
  ]);
}

function linesOf(chart: Chart): Line[] {
  if (chart.kind !== "series")
    return chart.rows.map((row) => ({ ...row, series: chart.valueHeading, row: row.label }));
  const lines = chart.lines.flatMap(({ label, points }) =>
    points.map((point, at) => ({ ...point, series: label, row: chart.dates[at] ?? "" })),
  );
  const bands = (chart.bands ?? []).map(({ label, low, high, text }) => ({
    ...{ series: label, row: "all", value: null },
    ...{ low, high, text },
  }));
  return [...lines, ...bands];
}
