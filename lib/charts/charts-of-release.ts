import type { Figure } from "@/lib/disclosure/figure";
import { chartsOfPlace } from "@/lib/published/charts-of-place";
import { indexFigures } from "@/lib/published/figure-index";
import type { PublishedPlace, Release } from "@/lib/published/release";
import { CHART_WIDTHS, chartPath } from "./chart";
import { drawChart } from "./draw-chart";

export type ReleaseToDraw = {
  release: Release;
  places: readonly PublishedPlace[];
  figures: readonly Figure[];
  /** The releases that speak for the censuses before, oldest first (see `earlierThan`), for lines over time. */
  earlier: readonly { release: Release; figures: readonly Figure[] }[];
};

/**
 * Every chart of a release, drawn wide and narrow, from its public figures alone. Pure: the same release gives the
 * same drawings. The build stores them under their path; pages show them by address.
 */
export function chartsOfRelease({
  release,
  places,
  figures,
  earlier,
}: ReleaseToDraw): { path: string; svg: string }[] {
  const scene = {
    release,
    places: new Map(places.map((place) => [place.code, place])),
    figures: indexFigures(figures),
    earlier: earlier.map((past) => ({ release: past.release, figures: indexFigures(past.figures) })),
  };
  return places.flatMap((place) =>
    chartsOfPlace(scene, place).flatMap((chart) =>
      CHART_WIDTHS.map((width) => ({
        path: chartPath(place.code, chart.id, width),
        svg: drawChart(chart, width),
      })),
    ),
  );
}
