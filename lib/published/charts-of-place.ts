import type { Chart } from "@/lib/charts/chart";
import { MEASURES, measureById } from "@/lib/measures/catalogue";
import { DIMENSIONS, dimensionById } from "@/lib/measures/dimensions";
import type { Measure } from "@/lib/measures/measure";
import { BY, breakdownChart } from "./breakdown-chart";
import { compareChart } from "./compare-chart";
import { MAIN_CHARTS } from "./place-sections";
import type { PublishedPlace } from "./release";
import type { Scene } from "./scene";
import { measureOfSeries, measureOverTime, POSTS_OVER_TIME, postsOverTime } from "./series-chart";

const hasPage = (measure: Measure) => !measure.base && measure.unit !== "band";

/** The measures that have a page of their own for a place above organisation. */
export const PAGE_MEASURES: readonly Measure[] = MEASURES.filter(hasPage);

/**
 * The chart of a place by the segment of its address. Null where no page has such a chart, or the release nothing to
 * draw in it.
 */
export function chartOf(scene: Scene, place: PublishedPlace, id: string): Chart | null {
  if (place.level === "organisation" || !scene.figures.has(place.code)) return null;
  if (id === POSTS_OVER_TIME) return postsOverTime(scene, place);
  const [beside = "", dimension] = id.split(BY);
  const series = measureOfSeries(id);
  const measure = measureById(series ?? beside);
  if (measure === undefined || !hasPage(measure)) return null;
  if (series !== null) return measureOverTime(scene, place, measure.id);
  if (dimension === undefined) return compareChart(scene, place, measure.id);
  return dimensionById(dimension) ? breakdownChart(scene, place, measure.id, dimension) : null;
}

/** The charts of a place's main page: what it shows and its files hold is drawn from these very rows. */
export const mainCharts = (scene: Scene, place: PublishedPlace): Chart[] =>
  MAIN_CHARTS.flatMap((id) => chartOf(scene, place, id) ?? []);

/** A measure of a place beside other places, over time, and by each breakdown that the release has. */
export function chartsOfMeasure(scene: Scene, place: PublishedPlace, measure: string): Chart[] {
  const charts = [
    compareChart(scene, place, measure),
    measureOverTime(scene, place, measure),
    ...DIMENSIONS.map((dimension) => breakdownChart(scene, place, measure, dimension.id)),
  ];
  return charts.filter((chart) => chart !== null);
}
