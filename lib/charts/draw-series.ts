import * as Plot from "@observablehq/plot";
import type { ChartWidth, SeriesChart } from "./chart";
import { PIXELS } from "./chart";
import { PALETTE } from "./palette";
import { textWidth } from "./wrap-text";

/** How far apart the ranges of two lines stand at one date. */
const BESIDE = 7;
const SYMBOLS = ["circle", "square", "triangle", "diamond"] as const;
const COLOURS = [PALETTE.strong, PALETTE.mark, PALETTE.secondary, PALETTE.text] as const;

/** A scale that shows the distance between lines: it need not begin at nought, and then it says so. */
export function seriesDomain(chart: SeriesChart): [number, number] {
  const ends = chart.lines.flatMap(({ points }) =>
    points.flatMap(({ low, value, high }) => [low, value, high].filter((end): end is number => end !== null)),
  );
  for (const { low, high } of chart.bands ?? []) ends.push(low, high);
  const least = Math.min(...ends);
  const greatest = Math.max(...ends);
  const room = Math.max((greatest - least) * 0.35, greatest * 0.02, 1);
  return [least >= 0 && least - room < greatest * 0.4 ? 0 : least - room, greatest + room];
}

const isEnd = ({ dates }: SeriesChart, date: string): boolean => date === dates[0] || date === dates.at(-1);

/** Lines over censuses as Plot's options: each line with its own mark, named at its end, every value written out. */
export function drawSeries(chart: SeriesChart, width: ChartWidth): Plot.PlotOptions {
  const narrow = width === "narrow";
  const points = chart.lines.flatMap((line, order) =>
    line.points.map((point, index) => ({
      ...point,
      date: chart.dates[index] ?? "",
      line: line.key,
      label: line.label,
      order,
    })),
  );
  const known = points.filter((point) => point.value !== null);
  // Of what only a range may be said, its words stand over its first and last bar.
  const unsaid = points.filter(
    ({ value, high, date }) => value === null && high !== null && isEnd(chart, date),
  );
  const ranged = points.filter(
    (point) => point.low !== null && point.high !== null && point.low !== point.high,
  );
  const last = chart.lines.flatMap((line, order) => {
    const end = line.points.findLastIndex((point) => point.value !== null);
    const point = line.points[end];
    return point ? [{ ...point, date: chart.dates[end] ?? "", label: line.label, order }] : [];
  });
  // The upper line's values stand above it and the lower line's below, so that they do not meet.
  const height = (order: number) => {
    const values = chart.lines[order]?.points.map((point) => point.value ?? 0) ?? [];
    return values.reduce((sum, value) => sum + value, 0);
  };
  const upper = chart.lines.map((_, order) => order).sort((a, b) => height(b) - height(a))[0];
  const labelWidth = Math.max(...chart.lines.map((line) => textWidth(line.label, 15)));
  // A line's name begins where the value written over its last point ends.
  const nameAt = Math.max(16, ...last.map(({ text }) => textWidth(text, 15) * 0.55 + 6));
  const written = chart.dense ? known.filter(({ date }) => isEnd(chart, date)) : known;
  // Ranges of several lines at one date stand beside one another.
  const several = chart.dense && new Set(ranged.map(({ line }) => line)).size > 1;
  const besides = (order: number) => (several ? (order - (chart.lines.length - 1) / 2) * BESIDE : 0);
  const values = (above: boolean) =>
    Plot.text(
      written.filter((point) => (point.order === upper) === above),
      {
        x: "date",
        y: "value",
        text: "text",
        dy: above ? -18 : 20,
        fontSize: 15,
        fontWeight: 700,
        fill: PALETTE.text,
        stroke: PALETTE.background,
        strokeWidth: 4,
      },
    );
  return {
    width: PIXELS[width],
    height: narrow ? 294 : 300,
    marginTop: 16,
    // A date takes two lines where it is narrow.
    marginBottom: narrow ? 48 : 34,
    marginLeft: 52,
    marginRight: narrow ? 24 : labelWidth + nameAt + 12,
    x: { type: "point", domain: [...chart.dates], padding: narrow ? 0.35 : 0.2, label: null },
    y: { domain: seriesDomain(chart), nice: true, label: null },
    marks: [
      ...bandMarks(chart),
      Plot.gridY({ ticks: 5, stroke: PALETTE.grid, strokeOpacity: 1 }),
      // What may be below nought shows where nought is.
      ...(seriesDomain(chart)[0] < 0 ? [Plot.ruleY([0], { stroke: PALETTE.secondary })] : []),
      Plot.axisY({ ticks: 5, tickSize: 0, fontSize: 13, fill: PALETTE.secondary }),
      Plot.axisX({
        ticks: chart.dates.filter((date, index) => !chart.dense || index % 5 === 0 || isEnd(chart, date)),
        tickSize: 0,
        fontSize: 14,
        fill: PALETTE.text,
        lineWidth: narrow ? 7 : 14,
      }),
      ...chart.lines.map((line, order) =>
        Plot.line(
          known.filter((point) => point.line === line.key),
          {
            x: "date",
            y: "value",
            dx: besides(order),
            stroke: COLOURS[order % COLOURS.length],
            strokeWidth: 2.5,
            strokeDasharray: order % 2 ? "6 4" : undefined,
          },
        ),
      ),
      ...chart.lines.map((line, order) =>
        Plot.ruleX(
          ranged.filter((point) => point.line === line.key),
          {
            x: "date",
            y1: "low",
            y2: "high",
            dx: besides(order),
            stroke: PALETTE.range,
            strokeWidth: 5,
            strokeOpacity: 0.55,
            strokeLinecap: "round",
          },
        ),
      ),
      ...chart.lines.map((line, order) =>
        Plot.dot(
          known.filter((point) => point.line === line.key),
          {
            x: "date",
            y: "value",
            dx: besides(order),
            r: chart.dense ? 3.5 : 6,
            symbol: SYMBOLS[order % SYMBOLS.length],
            fill: order % 2 ? PALETTE.background : COLOURS[order % COLOURS.length],
            stroke: COLOURS[order % COLOURS.length],
            strokeWidth: 2.5,
          },
        ),
      ),
      Plot.text(unsaid, {
        x: "date",
        y: "high",
        text: "text",
        dy: -12,
        fontSize: 15,
        fontWeight: 700,
        fill: PALETTE.text,
        stroke: PALETTE.background,
        strokeWidth: 4,
      }),
      values(true),
      values(false),
      // Lines that end close to one another have their names pushed apart.
      ...(narrow || chart.lines.length < 2 ? [] : [true, false]).map((above) =>
        Plot.text(
          last.filter((point) => (point.order === upper) === above),
          {
            x: "date",
            y: "value",
            dx: nameAt,
            dy: above ? -8 : 8,
            textAnchor: "start",
            text: "label",
            fontSize: 15,
            fill: PALETTE.text,
          },
        ),
      ),
    ],
  };
}

type Band = NonNullable<SeriesChart["bands"]>[number];
type LabelPlace = { y: number; lineAnchor: "top" | "middle" | "bottom"; dy: number };

/** Where a band's label stands: at its upper edge, middle or lower edge, wherever lines and their ranges are farthest. */
export function bandLabelPlace(
  { low, high }: Pick<Band, "low" | "high">,
  lines: SeriesChart["lines"],
): LabelPlace {
  const spans = lines.flatMap(({ points }) =>
    points.flatMap((point) => {
      const ends = [point.low, point.value, point.high].filter((end): end is number => end !== null);
      return ends.length > 0 ? [[Math.min(...ends), Math.max(...ends)] as const] : [];
    }),
  );
  const room = ({ y }: LabelPlace) => Math.min(...spans.map(([from, to]) => Math.max(from - y, y - to, 0)));
  const places: LabelPlace[] = [
    { y: (low + high) / 2, lineAnchor: "middle", dy: 0 },
    { y: low, lineAnchor: "bottom", dy: -6 },
    { y: high, lineAnchor: "top", dy: 6 },
  ];
  return places.reduce((best, place) => (room(place) > room(best) ? place : best));
}

/** Each band across the whole drawing, with its label where no line is. */
function bandMarks({ bands = [], lines }: SeriesChart) {
  return bands.flatMap(({ low, high, label, text }) => {
    const { y, ...place } = bandLabelPlace({ low, high }, lines);
    return [
      Plot.rect([{ low, high }], {
        y1: "low",
        y2: "high",
        fill: PALETTE.range,
        fillOpacity: 0.25,
        stroke: PALETTE.range,
        strokeWidth: 1,
      }),
      Plot.text([{ y }], {
        frameAnchor: "middle",
        y: "y",
        ...place,
        text: () => `${label}: ${text}`,
        fontSize: 14,
        fill: PALETTE.text,
      }),
    ];
  });
}
