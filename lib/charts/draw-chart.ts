import * as Plot from "@observablehq/plot";
import type { Chart, ChartWidth } from "./chart";
import { PIXELS } from "./chart";
import { drawRows } from "./draw-rows";
import { drawSeries, seriesDomain } from "./draw-series";
import { FONT, PALETTE } from "./palette";
import { svgDocument, svgWithin } from "./svg-document";
import { escapeXml, textLines } from "./svg-text";
import { wrapText } from "./wrap-text";

export const SYNTHETIC_NOTE = "SYNTHETIC: invented sample data";

const SIZES = { note: 13, title: 18, subtitle: 14, source: 12 } as const;
const lineHeight = (size: number) => Math.round(size * 1.3);

/** What Plot draws, without its stylesheet: the drawing stands alone, and a policy may refuse inline styles. */
function plotted(options: Plot.PlotOptions): { body: string; height: number } {
  const drawing = Plot.plot({ ...options, document: svgDocument });
  // A label is read by a screen reader when the drawing is opened by itself; the description says it better.
  const body = svgWithin(drawing, { elements: "style", attributes: "aria-label" });
  return { body, height: options.height ?? 0 };
}

/**
 * A chart as a finished SVG that needs nothing round it: its title, unit, census and release, source, and *synthetic*
 * where it is, are inside. Pure: the same chart gives the same text.
 */
export function drawChart(chart: Chart, width: ChartWidth): string {
  const across = PIXELS[width];
  const inner = across - 16;
  const drawing = plotted(chart.kind === "series" ? drawSeries(chart, width) : drawRows(chart, width));
  const title = wrapText(chart.title, SIZES.title * 1.08, inner);
  const subtitle = wrapText(chart.subtitle, SIZES.subtitle, inner);
  const key = width === "narrow" && chart.kind === "series" && chart.lines.length > 1 ? keyOf(chart) : "";
  const cut = chart.kind === "series" && seriesDomain(chart)[0] > 0 ? " The scale does not begin at 0." : "";
  const source = wrapText(`${chart.source}${cut}`, SIZES.source, inner);

  let y = 8;
  const parts: string[] = [];
  if (chart.synthetic) {
    parts.push(
      `<rect x="8" y="${y}" width="${inner}" height="24" fill="${PALETTE.synthetic}"/>`,
      textLines([SYNTHETIC_NOTE], 16, y + 17, { size: SIZES.note, fill: PALETTE.text, bold: true }),
    );
    y += 34;
  }
  parts.push(textLines(title, 8, y + SIZES.title, { size: SIZES.title, fill: PALETTE.text, bold: true }));
  y += title.length * lineHeight(SIZES.title) + 4;
  parts.push(textLines(subtitle, 8, y + SIZES.subtitle, { size: SIZES.subtitle, fill: PALETTE.secondary }));
  y += subtitle.length * lineHeight(SIZES.subtitle) + 8;
  if (key) {
    parts.push(`<g transform="translate(8,${y})">${key}</g>`);
    y += 26;
  }
  parts.push(`<g transform="translate(0,${y})" text-anchor="middle">${drawing.body}</g>`);
  y += drawing.height + 4;
  parts.push(textLines(source, 8, y + SIZES.source, { size: SIZES.source, fill: PALETTE.secondary }));
  y += source.length * lineHeight(SIZES.source) + 8;

  const described = chart.synthetic ? `${SYNTHETIC_NOTE}. ${chart.description}` : chart.description;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${across}" height="${y}" viewBox="0 0 ${across} ${y}" role="img" aria-labelledby="title description" font-family="${FONT}" font-size="14" text-anchor="start" fill="${PALETTE.text}">`,
    `<title id="title">${escapeXml(chart.title)}</title><desc id="description">${escapeXml(described)}</desc>`,
    `<rect width="${across}" height="${y}" fill="${PALETTE.background}"/>`,
    ...parts,
    "</svg>",
  ].join("");
}

/** Names of the lines with their marks, where a narrow drawing has no room at the lines' ends. */
function keyOf(chart: Extract<Chart, { kind: "series" }>): string {
  let x = 0;
  return chart.lines
    .map((line, order) => {
      const mark =
        order % 2
          ? `<rect x="${x}" y="4" width="11" height="11" fill="${PALETTE.background}" stroke="${PALETTE.mark}" stroke-width="2.5"/>`
          : `<circle cx="${x + 6}" cy="9" r="6" fill="${PALETTE.strong}"/>`;
      const text = textLines([line.label], x + 20, 14, { size: 14, fill: PALETTE.text });
      x += 20 + line.label.length * 8 + 20;
      return mark + text;
    })
    .join("");
}
