import type { Chart, ChartRow } from "@/lib/charts/chart";
import type { Table, TableColumn } from "@/lib/reports/table";
import { tableCsv } from "@/lib/reports/table-csv";
import { RELEASE_COLUMNS } from "./figure-columns";
import type { Release } from "./release";
import { releaseCells } from "./release-cells";

const column = (name: string, type: TableColumn["type"], title: string, words: string): TableColumn => ({
  name,
  title,
  type,
  words,
});

/** The columns of a chart's own file, in order. */
export const CHART_COLUMNS: readonly TableColumn[] = [
  ...RELEASE_COLUMNS,
  column("provisional", "yes_no", "Provisional", "yes while the collection still takes returns"),
  column("chart", "text", "Chart", "The title of the chart"),
  column("series", "text", "Series", "The line, or what the values are of"),
  column("row", "text", "Row", "The place, category, census or year"),
  column("value", "number", "Value", "The value; empty where there is none"),
  column("low", "number", "Low", "The lower end of its range"),
  column("high", "number", "High", "The upper end of its range"),
  column("text", "text", "In words", "What stands beside the mark"),
  column("reason", "text", "Reason", "Why there is no value, in a sentence"),
  column("source", "text", "Source", "Source, census and release"),
];

type Line = { series: string; row: string } & Pick<ChartRow, "value" | "low" | "high" | "text" | "why">;

/** The rows that a picture is drawn from, whatever places, censuses or years they are of. */
export const chartTable = (release: Release, chart: Chart): Pick<Table, "columns" | "rows"> => ({
  columns: CHART_COLUMNS,
  rows: linesOf(chart).map(({ series, row, value, low, high, text, why }) => [
    ...releaseCells({ ...release, synthetic: chart.synthetic }),
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
});

/** The same as CSV. */
export const chartCsv = (release: Release, chart: Chart): string => tableCsv(chartTable(release, chart));

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
