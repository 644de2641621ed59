import type { Figure } from "@/lib/disclosure/figure";
import { chartsOfSections } from "@/lib/published/charts-of-place";
import { indexFigures } from "@/lib/published/figure-index";
import type { PublishedPlace, Release } from "@/lib/published/release";
import type { LookAhead } from "@/lib/scenarios/look-ahead";
import { CHART_WIDTHS, chartPath } from "./chart";
import { drawChart } from "./draw-chart";

export type ReleaseToDraw = {
  release: Release;
  places: readonly PublishedPlace[];
  figures: readonly Figure[];
  /** The releases that speak for the censuses before, oldest first (see `earlierThan`), for lines over time. */
  earlier: readonly { release: Release; figures: readonly Figure[] }[];
  /** The looks ahead, for the places that have one. */
  looks: ReadonlyMap<string, LookAhead>;
};

/**
 * The charts of every place's main page, drawn wide and narrow, from a release's public figures alone. Pure: the same
 * release gives the same drawings. The build stores them under their path; pages show them by address. The charts of
 * measures are many times as many, and are drawn when they are asked for (docs/decisions/0007-charts-on-demand.md).
 */
export function chartsOfRelease({
  release,
  places,
  figures,
  earlier,
  looks,
}: ReleaseToDraw): { path: string; svg: string }[] {
  const scene = {
    release,
    places: new Map(places.map((place) => [place.code, place])),
    figures: indexFigures(figures),
    earlier: earlier.map((past) => ({ release: past.release, figures: indexFigures(past.figures) })),
  };
  return places.flatMap((place) =>
    chartsOfSections({ ...scene, look: looks.get(place.code) ?? null }, place).flatMap((chart) =>
      CHART_WIDTHS.map((width) => ({
        path: chartPath(place.code, chart.id, width),
        svg: drawChart(chart, width),
      })),
    ),
  );
}
