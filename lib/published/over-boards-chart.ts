import type { ChartRow, RowChart } from "@/lib/charts/chart";
import type { Figure } from "@/lib/disclosure/figure";
import { figureWords } from "@/lib/disclosure/figure-text";
import { N_DIST } from "@/lib/disclosure/thresholds";
import { knownMeasure } from "@/lib/measures/catalogue";
import { shortName } from "@/lib/places/short-name";
import { sourceOf, subtitleOf } from "./chart-words";
import { isIntervalOnly, rowOfFigure } from "./interval-only";
import { hasTotal } from "./page-measures";
import { quantile } from "./quantile";
import type { PublishedPlace } from "./release";
import type { Scene } from "./scene";
import { reasonsDrawn, withWhy } from "./why-missing";

const OVER_BOARDS = "-over-boards";

/** The segment of a chart of one measure over all boards: `vacancy-rate-over-boards`. */
export const overBoardsId = (measure: string) => `${measure}${OVER_BOARDS}`;

/** The measure of such a segment, or null where it is none. */
export const measureOverBoards = (id: string) =>
  id.endsWith(OVER_BOARDS) ? id.slice(0, -OVER_BOARDS.length) : null;

const QUARTILES = [
  { key: "upper", label: "Upper quartile of boards", share: 0.75 },
  { key: "median", label: "Median of boards", share: 0.5 },
  { key: "lower", label: "Lower quartile of boards", share: 0.25 },
] as const;

/**
 * The median and the quartiles of a measure over the published values of integrated care boards, and the place beside
 * them. Null where fewer than ten boards have a value: no least, no most and no order of boards is ever shown.
 */
export function overBoardsChart(scene: Scene, place: PublishedPlace, measureId: string): RowChart | null {
  const measure = knownMeasure(measureId);
  if (!measure.rate || !hasTotal("board", measureId) || isIntervalOnly(scene.figures, place.code, measureId))
    return null;
  const values = [...scene.places.values()].flatMap(({ level, code }) => {
    const value = level === "board" ? (scene.figures.find(code, measureId)?.value ?? null) : null;
    return value === null ? [] : [value];
  });
  if (values.length < N_DIST) return null;
  const rows = QUARTILES.map(({ key, label, share }): ChartRow => {
    const value = Math.round(quantile(values, share));
    const figure: Pick<Figure, "value" | "symbol" | "low" | "high"> = {
      value,
      symbol: null,
      low: null,
      high: null,
    };
    return { key, label, value, low: null, high: null, text: figureWords(figure, measure.unit), range: null };
  });
  const figure = scene.figures.find(place.code, measureId);
  const named = { key: place.code, label: shortName(place.name), mark: "own" } as const;
  const drawn = rowOfFigure(scene.figures, place.code, named, figure, measureId);
  const own = withWhy(drawn, scene.figures, place, measureId, figure);
  return {
    kind: "dots",
    id: overBoardsId(measureId),
    title: `${measure.title}, over ${values.length} integrated care boards`,
    subtitle: subtitleOf(scene, measure.unit),
    description: `Half of the ${values.length} boards with a published value lie between ${rows[2]?.text} and ${rows[0]?.text}; the median is ${rows[1]?.text}. ${own.label}: ${own.text}.`,
    source: sourceOf(scene, [
      `Over the published values of ${values.length} boards.`,
      ...reasonsDrawn([own]),
    ]),
    synthetic: scene.release.synthetic,
    rowHeading: "Of boards",
    valueHeading: measure.shortTitle,
    rows: [...rows, own],
  };
}
