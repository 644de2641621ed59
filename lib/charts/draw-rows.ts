import * as Plot from "@observablehq/plot";
import type { ChartRow, ChartWidth, RowChart } from "./chart";
import { PIXELS } from "./chart";
import { PALETTE } from "./palette";
import { textWidth, wrapText } from "./wrap-text";

const LABEL_SIZE = 15;
const LINE = 18;

/** Text that may cross the grid keeps clear of it. */
const HALO = { stroke: PALETTE.background, strokeWidth: 4 } as const;

/** Where things stand: on a wide drawing labels are left of the marks, on a narrow one above them. */
function layoutOf(chart: RowChart, width: ChartWidth) {
  const rangeWidth = Math.max(0, ...chart.rows.map((row) => textWidth(row.range ?? "", 14)));
  const valueWidth = Math.max(
    0,
    ...chart.rows.map((row) => (row.value === null ? 0 : textWidth(row.text, 16))),
  );
  if (width === "narrow") {
    const labels = chart.rows.map((row) => wrapText(row.label, LABEL_SIZE, PIXELS.narrow - valueWidth - 24));
    const lines = Math.max(1, ...labels.map((label) => label.length));
    return {
      labels,
      labelHeight: lines * LINE,
      row: lines * LINE + 26,
      left: 8,
      right: rangeWidth + 20,
      valueWidth,
    };
  }
  const left = Math.min(260, Math.max(80, ...chart.rows.map((row) => textWidth(row.label, LABEL_SIZE) + 16)));
  const labels = chart.rows.map((row) => wrapText(row.label, LABEL_SIZE, left - 12));
  const lines = Math.max(1, ...labels.map((label) => label.length));
  return {
    labels,
    labelHeight: 0,
    row: Math.max(34, lines * LINE + 10),
    left,
    right: rangeWidth + valueWidth + 36 + (rangeWidth > 0 ? 8 : 0),
    valueWidth,
  };
}

const ends = (row: ChartRow) => [row.low, row.value, row.high].filter((end): end is number => end !== null);

/** A mark of no rows draws nothing, and costs as much to prepare as one of many. */
const drawn = <O>(
  rows: readonly Labelled[],
  mark: (rows: Plot.Data, options?: O) => Plot.Markish,
  options: O,
) => (rows.length > 0 ? mark(rows, options) : null);

/** From nought, or from the least if it is below, to the greatest. */
function domainOf(rows: readonly ChartRow[]): [number, number] {
  const all = rows.flatMap(ends);
  const greatest = Math.max(0, ...all);
  return [Math.min(0, ...all), greatest === 0 ? 1 : greatest];
}

/**
 * Rows as Plot's options: a mark and a range for each value, the value and its range written out at the right, and
 * words in place of a mark where there is no value.
 */
export function drawRows(chart: RowChart, width: ChartWidth): Plot.PlotOptions {
  const layout = layoutOf(chart, width);
  const rows = chart.rows.map((row, index) => ({
    ...row,
    lines: layout.labels[index]?.join("\n") ?? row.label,
  }));
  const narrow = width === "narrow";
  const [least, greatest] = domainOf(rows);
  const known = rows.filter((row) => row.value !== null);
  const ranged = rows.filter((row) => row.low !== null && row.high !== null && row.low !== row.high);
  const unknown = rows.filter((row) => row.value === null);
  const own = (row: ChartRow) => row.mark === "own";
  // Marks stand in the middle of their row; on a narrow drawing in what the label above them leaves.
  const shift = narrow ? layout.labelHeight / 2 : 0;
  const atMark = { y: "key", dy: shift } as const;
  const value = (row: ChartRow) => row.value as number;
  const fill = (row: ChartRow) => (own(row) ? PALETTE.strong : PALETTE.mark);
  return {
    width: PIXELS[width],
    height: rows.length * layout.row + 34,
    marginTop: 8,
    marginBottom: 26,
    marginLeft: layout.left,
    marginRight: layout.right,
    x: { domain: [least, greatest], nice: true, label: null },
    y: { type: "band", domain: rows.map((row) => row.key), label: null, padding: 0, axis: null },
    marks: [
      Plot.gridX({ ticks: narrow ? 4 : 6, stroke: PALETTE.grid, strokeOpacity: 1 }),
      Plot.axisX({ ticks: narrow ? 4 : 6, tickSize: 0, fontSize: 13, fill: PALETTE.secondary }),
      // On a narrow drawing labels begin where nought is.
      narrow && least === 0 ? null : Plot.ruleX([0], { stroke: PALETTE.secondary }),
      chart.kind === "bars"
        ? Plot.barX(known, {
            ...atMark,
            x1: 0,
            x2: value,
            fill,
            insetTop: narrow ? layout.row / 2 - 6 : layout.row / 2 - 9,
            insetBottom: narrow ? layout.row / 2 - 6 : layout.row / 2 - 9,
          })
        : null,
      drawn(ranged, Plot.ruleY, {
        ...atMark,
        x1: "low",
        x2: "high",
        stroke: chart.kind === "bars" ? PALETTE.text : PALETTE.range,
        strokeWidth: chart.kind === "bars" ? 1.5 : 5,
        strokeOpacity: chart.kind === "bars" ? 1 : 0.55,
        strokeLinecap: chart.kind === "bars" ? "butt" : "round",
      }),
      chart.kind === "dots"
        ? Plot.dot(known, {
            ...atMark,
            x: value,
            r: 6,
            symbol: (row: ChartRow) => (own(row) ? "square" : "circle"),
            fill: (row: ChartRow) => (row.mark === "whole" ? PALETTE.background : fill(row)),
            stroke: fill,
            strokeWidth: 2,
          })
        : null,
      ...labelMarks(rows, layout, narrow, own),
      drawn(known, Plot.text, {
        y: "key",
        frameAnchor: "right",
        dx: narrow ? layout.right - 6 : layout.valueWidth + 20,
        dy: narrow ? -layout.row / 2 + layout.labelHeight / 2 + 2 : 0,
        textAnchor: "end",
        text: "text",
        fontSize: 16,
        fontWeight: 700,
        fill: PALETTE.text,
      }),
      drawn(ranged, Plot.text, {
        y: "key",
        frameAnchor: "right",
        dx: layout.right - 6,
        dy: shift,
        textAnchor: "end",
        text: (row: ChartRow) => row.range ?? "",
        fontSize: 14,
        fill: PALETTE.secondary,
      }),
      drawn(unknown, Plot.text, {
        ...atMark,
        x: (row: ChartRow) => (row.low !== null && row.high !== null ? row.high : Math.max(0, least)),
        dx: 10,
        textAnchor: "start",
        text: "text",
        fontSize: 14,
        fontStyle: "italic",
        fill: PALETTE.secondary,
        ...HALO,
      }),
    ],
  };
}

type Labelled = ChartRow & { lines: string };

function labelMarks(
  rows: readonly Labelled[],
  layout: ReturnType<typeof layoutOf>,
  narrow: boolean,
  own: (row: ChartRow) => boolean,
) {
  const place = narrow
    ? {
        frameAnchor: "left" as const,
        textAnchor: "start" as const,
        dx: 0,
        dy: -layout.row / 2 + layout.labelHeight / 2 + 2,
      }
    : { frameAnchor: "left" as const, textAnchor: "end" as const, dx: -12, dy: 0 };
  const label = (of: readonly Labelled[], fontWeight: number) =>
    drawn(of, Plot.text, {
      y: "key",
      ...place,
      text: "lines",
      fontSize: LABEL_SIZE,
      lineHeight: LINE / LABEL_SIZE,
      fontWeight,
      fill: PALETTE.text,
      ...HALO,
    });
  return [
    label(
      rows.filter((row) => !own(row)),
      400,
    ),
    label(rows.filter(own), 700),
  ];
}
