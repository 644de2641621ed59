import type { Chart } from "@/lib/charts/chart";
import { MEASURES } from "@/lib/measures/catalogue";
import { DIMENSIONS } from "@/lib/measures/dimensions";
import type { Measure } from "@/lib/measures/measure";
import { breakdownChart } from "./breakdown-chart";
import { compareChart } from "./compare-chart";
import type { PublishedPlace } from "./release";
import type { Scene } from "./scene";
import { measureOverTime, postsOverTime } from "./series-chart";

/** The measures that have a page of their own for a place above organisation. */
export const PAGE_MEASURES: readonly Measure[] = MEASURES.filter(
  (measure) => !measure.base && measure.unit !== "band",
);

/** Every chart of a place: what its pages show and its files hold is drawn from these very rows. */
export function chartsOfPlace(scene: Scene, place: PublishedPlace): Chart[] {
  if (place.level === "organisation" || !scene.figures.has(place.code)) return [];
  const charts = [
    postsOverTime(scene, place),
    ...PAGE_MEASURES.flatMap((measure) => chartsOfMeasure(scene, place, measure.id)),
  ];
  return charts.filter((chart) => chart !== null);
}

/** A measure of a place beside other places, over time, and by each breakdown that the release has. */
export function chartsOfMeasure(scene: Scene, place: PublishedPlace, measure: string): Chart[] {
  const charts = [
    compareChart(scene, place, measure),
    measureOverTime(scene, place, measure),
    ...DIMENSIONS.map((dimension) => breakdownChart(scene, place, measure, dimension.id)),
  ];
  return charts.filter((chart) => chart !== null);
}
