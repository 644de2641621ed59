import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { CHART_WIDTHS, type ChartRow, type RowChart, type SeriesChart } from "./chart";
import { drawRows } from "./draw-rows";
import { drawSeries } from "./draw-series";
import { svgDocument, svgWithin } from "./svg-document";

const row = (label: string, value: number | null, mark?: ChartRow["mark"]): ChartRow => ({
  key: label,
  label,
  value,
  low: value === null ? null : value - 1,
  high: value === null ? null : value + 1.5,
  text: value === null ? "<5 & withheld" : `${value}%`,
  range: value === null ? null : `${value - 1}% to ${value + 1.5}%`,
  ...(mark ? { mark } : {}),
});

const dots: RowChart = {
  kind: "dots",
  id: "vacancy-rate",
  title: "Vacancy rate",
  subtitle: "Per cent",
  description: "",
  source: "",
  synthetic: true,
  rowHeading: "Place",
  valueHeading: "Vacancy rate",
  rows: [
    row("Guy’s & St Thomas’ <main>, a name so long that it has to be broken into lines", 6.4),
    row("South West", null),
    row("England", 5, "own"),
    row("United Kingdom", 7, "whole"),
  ],
};
const series: SeriesChart = {
  ...dots,
  kind: "series",
  dates: ["31 March 2025", "31 March 2026"],
  lines: [
    { key: "establishment", label: "Establishment", points: [row("a", 505), row("b", 512)] },
    { key: "in-post", label: "In post", points: [row("a", 480), row("b", null)] },
  ],
};

/** What a whole document, which follows the standard, holds after Plot has drawn into it. */
function inWholeDocument(options: Plot.PlotOptions): string {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const drawing = Plot.plot({ ...options, document: document as unknown as Document });
  for (const sheet of drawing.querySelectorAll("style")) sheet.remove();
  for (const group of drawing.querySelectorAll("[aria-label]")) group.removeAttribute("aria-label");
  return drawing.innerHTML;
}

test.each(
  CHART_WIDTHS.flatMap((width) => [
    [`dots, ${width}`, () => drawRows(dots, width)] as const,
    [`bars, ${width}`, () => drawRows({ ...dots, kind: "bars" }, width)] as const,
    [`series, ${width}`, () => drawSeries(series, width)] as const,
  ]),
)("%s: Plot draws into it what it draws into a whole document", (_, options) => {
  const drawing = Plot.plot({ ...options(), document: svgDocument });
  expect(svgWithin(drawing, { elements: "style", attributes: "aria-label" })).toBe(
    inWholeDocument(options()),
  );
});
