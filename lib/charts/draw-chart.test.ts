import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { CHART_WIDTHS, type Chart, type ChartRow, type RowChart, type SeriesChart } from "./chart";
import { drawChart, SYNTHETIC_NOTE } from "./draw-chart";

const row = (
  label: string,
  value: number | null,
  low: number | null,
  high: number | null,
  more: Partial<ChartRow> = {},
): ChartRow => ({
  key: label,
  label,
  value,
  low,
  high,
  text: value === null ? "cannot be shown" : `${value}%`,
  range: low === null || low === high ? null : `${low}% to ${high}%`,
  ...more,
});

const dots: RowChart = {
  kind: "dots",
  id: "vacancy-rate",
  title: "Vacancy rate <by> region & nation",
  subtitle: "Per cent. Census of 31 March 2026, release 2, provisional.",
  description: "From 4% to 9%.",
  source: "Source: Muster, release 2.",
  synthetic: true,
  rowHeading: "Place",
  valueHeading: "Vacancy rate",
  rows: [
    row("London", 6, 4, 8),
    row("South West", null, null, null),
    row("England", 6.4, 6, 6.8, { mark: "own" }),
    row("United Kingdom", 6.4, 6, 6.8, { mark: "whole" }),
  ],
};
const bars: RowChart = { ...dots, kind: "bars" };
const series: SeriesChart = {
  ...dots,
  kind: "series",
  dates: ["31 March 2025", "31 March 2026"],
  lines: [
    {
      key: "establishment",
      label: "Establishment",
      points: [row("a", 505, 504, 506), row("b", 512, 511, 513)],
    },
    { key: "in-post", label: "In post", points: [row("a", 480, 475, 485), row("b", 470, 465, 475)] },
  ],
};
const CHARTS: [string, Chart][] = [
  ["dots", dots],
  ["bars", bars],
  ["series", series],
];
const EACH = CHARTS.flatMap(([name, chart]) => CHART_WIDTHS.map((width) => [name, width, chart] as const));

/** What a reader sees, in order. */
const wordsOf = (svg: string) =>
  Array.from(parseHTML(svg).document.querySelectorAll("text"), (text) => text.textContent);

test.each(EACH)("%s, %s: title, unit, release and source stand inside the picture", (_, width, chart) => {
  const words = wordsOf(drawChart(chart, width)).join(" ");
  for (const text of [chart.title, chart.subtitle, chart.source])
    for (const word of text.split(" ")) expect(words).toContain(word);
});

test.each(EACH)("%s, %s: a synthetic chart says so inside, and a real one does not", (_, width, chart) => {
  expect(wordsOf(drawChart(chart, width))).toContain(SYNTHETIC_NOTE);
  expect(drawChart({ ...chart, synthetic: false }, width)).not.toMatch(/synthetic/i);
});

test.each(EACH)(
  "%s, %s: every value is written out, not told by place or colour alone",
  (_, width, chart) => {
    const words = wordsOf(drawChart(chart, width));
    const rows = chart.kind === "series" ? chart.lines.flatMap((line) => line.points) : chart.rows;
    for (const { text } of rows) expect(words).toContain(text);
  },
);

test.each(EACH)(
  "%s, %s: it is one picture with a name and a description, and escapes them",
  (_, width, chart) => {
    const svg = drawChart(chart, width);
    const { document } = parseHTML(svg);
    const root = document.querySelector("svg");
    expect(root?.getAttribute("role")).toBe("img");
    expect(svg).toContain('<title id="title">Vacancy rate &lt;by&gt; region &amp; nation</title>');
    expect(svg).toContain("From 4% to 9%.</desc>");
    expect(svg).not.toContain("aria-label=");
  },
);

test.each(EACH)("%s, %s: it needs nothing from outside and runs nothing", (_, width, chart) => {
  const svg = drawChart(chart, width);
  expect(svg).not.toMatch(/<style|<script|<image|href=|url\(|class="/);
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
});

test.each(EACH)("%s, %s: the same chart gives the same text", (_, width, chart) => {
  expect(drawChart(chart, width)).toBe(drawChart(structuredClone(chart), width));
});

test("a row without a value has its reason and no mark", () => {
  const marks = (chart: RowChart) =>
    drawChart(chart, "wide").match(/<path[^>]*stroke-width="2"|<circle[^>]*r="6"|<path/g)?.length ?? 0;
  const without = { ...dots, rows: dots.rows.filter((one) => one.value !== null) };
  expect(marks(dots)).toBe(marks(without));
  expect(wordsOf(drawChart(dots, "wide"))).toContain("cannot be shown");
});

test("a chart in which no value can be shown is still drawn, with its reasons", () => {
  const svg = drawChart(
    { ...dots, rows: [row("London", null, null, null), row("South West", null, null, null)] },
    "narrow",
  );
  expect(svg).not.toMatch(/NaN|Infinity/);
  expect(wordsOf(svg).filter((text) => text === "cannot be shown")).toHaveLength(2);
});

test("a scale of counts begins at nought, or below it when a value does", () => {
  expect(wordsOf(drawChart(bars, "wide"))).toContain("0");
  const negative = drawChart(
    { ...bars, rows: [row("London", -3, -4, -2), row("Midlands", 4, 3, 5)] },
    "wide",
  );
  expect(wordsOf(negative)).toContain("−4");
});

test("a scale that does not begin at nought says so", () => {
  expect(drawChart(series, "wide")).toContain("does not begin at 0");
});
