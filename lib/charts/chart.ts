/** One value of a chart: drawn as a mark, written in the chart, and a line of the chart's table. */
export type ChartRow = {
  key: string;
  label: string;
  /** The page of what the row is about, for the table; a picture has no links. */
  href?: string;
  value: number | null;
  /** The range in which the true value lies; null when it is not known. */
  low: number | null;
  high: number | null;
  /** The value in words, or why there is none: "6%", "fewer than 5", "cannot be shown". */
  text: string;
  /** The range in words; null when there is none or it is the value itself. */
  range: string | null;
  /** Why there is no value, in a sentence. */
  why?: string;
  /** `own`: the place the chart is about. `whole`: a place that it is part of. */
  mark?: "own" | "whole";
};

type ChartCommon = {
  /** The segment of its address: `vacancy-rate`, `headcount-by-age`. */
  id: string;
  /** What and of whom: "Vacancy rate, funded: London". */
  title: string;
  /** Unit, census and release. */
  subtitle: string;
  /** The picture in one or two sentences, for those who do not see it. */
  description: string;
  source: string;
  synthetic: boolean;
};

/** Values side by side. `dots` for rates (their distance from one another matters), `bars` for counts. */
export type RowChart = ChartCommon & {
  kind: "dots" | "bars";
  /** What the rows are, as a column heading: "Region", "Age". */
  rowHeading: string;
  /** What the values are, as a column heading. */
  valueHeading: string;
  rows: readonly ChartRow[];
};

/** Values of several lines over censuses. */
export type SeriesChart = ChartCommon & {
  kind: "series";
  /** Many dates on a line: only its first and last values are written in the picture, and some of the dates. */
  dense?: true;
  /** In order of time, in words: "31 March 2025". */
  dates: readonly string[];
  /** One row a date, in their order. */
  lines: readonly { key: string; label: string; points: readonly ChartRow[] }[];
  /** Ranges that hold for every date: drawn behind the lines, with their label and words inside. */
  bands?: readonly { key: string; label: string; low: number; high: number; text: string }[];
};

export type Chart = RowChart | SeriesChart;

export const CHART_WIDTHS = ["wide", "narrow"] as const;
export type ChartWidth = (typeof CHART_WIDTHS)[number];

/** Of the drawing, in its own units; pages show it at that size or smaller. */
export const PIXELS: Readonly<Record<ChartWidth, number>> = { wide: 720, narrow: 360 };

/** Which drawing of a release: the chart of a place, and how wide. */
export type ChartPath = { place: string; chart: string; width: ChartWidth };

/** The key of a stored drawing, and its address within a release. */
export const chartPath = (place: string, chart: string, width: ChartWidth) => `${place}/${chart}/${width}`;
export const pathOfChart = ({ place, chart, width }: ChartPath) => chartPath(place, chart, width);
