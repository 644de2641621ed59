import { CHART_WIDTHS, type Chart, chartPath } from "./chart";
import { drawChart } from "./draw-chart";

const HEIGHT = /^<svg [^>]*height="(\d+)"/;

/**
 * The height of every drawing of these charts by its path, so that a page keeps room for it: of those that are stored
 * as they are stored, of the others by drawing them.
 */
export function drawnHeights(
  place: string,
  charts: readonly Chart[],
  stored: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const heights = charts.flatMap((chart) =>
    CHART_WIDTHS.map((width): [string, number] => {
      const path = chartPath(place, chart.id, width);
      return [path, stored.get(path) ?? Number(HEIGHT.exec(drawChart(chart, width))?.[1])];
    }),
  );
  return new Map(heights);
}
