import type { Chart } from "@/lib/charts/chart";
import { measureById } from "@/lib/measures/catalogue";
import { DIMENSIONS, dimensionById } from "@/lib/measures/dimensions";
import { BY, breakdownChart } from "./breakdown-chart";
import { compareChart } from "./compare-chart";
import { withFewAnswered } from "./few-answered";
import { FIRST_LOOK, firstLookOf } from "./first-look-chart";
import { GAPS_AHEAD, gapsAheadChart, WORKLOAD_GAP_AHEAD } from "./gaps-ahead-chart";
import { measureOverBoards, overBoardsChart } from "./over-boards-chart";
import { hasPage } from "./page-measures";
import { chartIdsOf, PLACE_SECTIONS, type PlaceSection } from "./place-sections";
import type { PublishedPlace } from "./release";
import { REQUIREMENT_AND_STAFF, requirementChart } from "./requirement-chart";
import type { Scene } from "./scene";
import { measureOfSeries, measureOverTime, POSTS_OVER_TIME, postsOverTime } from "./series-chart";

/**
 * The chart of a place by the segment of its address. Null where no page has such a chart, or the release nothing to
 * draw in it.
 */
export function chartOf(scene: Scene, place: PublishedPlace, id: string): Chart | null {
  const chart = drawnOf(scene, place, id);
  return chart && withFewAnswered(scene, place, chart);
}

function drawnOf(scene: Scene, place: PublishedPlace, id: string): Chart | null {
  if (place.level === "organisation" || !scene.figures.has(place.code)) return null;
  if (id === POSTS_OVER_TIME) return postsOverTime(scene, place);
  if (id === REQUIREMENT_AND_STAFF) return requirementChart(scene, place);
  if (id === FIRST_LOOK) return scene.look ? firstLookOf(scene, place, scene.look).chart : null;
  if (id === GAPS_AHEAD || id === WORKLOAD_GAP_AHEAD)
    return scene.look ? gapsAheadChart(scene, place, scene.look, id) : null;
  const overBoards = measureOverBoards(id);
  const [beside = "", dimension] = id.split(BY);
  const series = measureOfSeries(id);
  const measure = measureById(series ?? overBoards ?? beside);
  if (measure === undefined || !hasPage(measure)) return null;
  if (series !== null) return measureOverTime(scene, place, measure.id);
  if (overBoards !== null) return overBoardsChart(scene, place, measure.id);
  if (dimension === undefined) return compareChart(scene, place, measure.id);
  return dimensionById(dimension) ? breakdownChart(scene, place, measure.id, dimension) : null;
}

/** The charts of the sections of a place's main page, or of one on a subject: what it shows is drawn from these rows. */
export const chartsOfSections = (
  scene: Scene,
  place: PublishedPlace,
  sections: readonly PlaceSection[] = PLACE_SECTIONS,
): Chart[] => chartIdsOf(sections).flatMap((id) => chartOf(scene, place, id) ?? []);

/** A measure of a place beside other places and over boards, over time, and by each breakdown that the release has. */
export function chartsOfMeasure(scene: Scene, place: PublishedPlace, measure: string): Chart[] {
  const charts = [
    compareChart(scene, place, measure),
    overBoardsChart(scene, place, measure),
    measureOverTime(scene, place, measure),
    ...DIMENSIONS.map((dimension) => breakdownChart(scene, place, measure, dimension.id)),
  ];
  return charts.filter((chart) => chart !== null).map((chart) => withFewAnswered(scene, place, chart));
}
