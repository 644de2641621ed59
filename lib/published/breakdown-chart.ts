import type { ChartRow, RowChart } from "@/lib/charts/chart";
import { chartRow } from "@/lib/charts/chart-row";
import { knownMeasure } from "@/lib/measures/catalogue";
import { categoryTitle, compareCategories } from "@/lib/measures/dimension";
import { knownDimension } from "@/lib/measures/dimensions";
import { shortName } from "@/lib/places/short-name";
import { sourceOf, subtitleOf } from "./chart-words";
import { figureHref } from "./figure-href";
import { heldRelease } from "./place-href";
import type { PublishedPlace } from "./release";
import type { Scene } from "./scene";
import { reasonsDrawn, withWhy } from "./why-missing";

const PARTS = "Totals are rounded in the same way as their parts, so parts may not add up.";

/** What stands over the values of a measure that has only groups, all of which are of services: its name is the rows'. */
const SHARE_OF_GROUPS = "Share of services";

/** Between the measure and the dimension in the address of a breakdown's chart. */
export const BY = "-by-";

/** The segment of a breakdown's chart: `headcount-by-age`. */
export const breakdownId = (measure: string, dimension: string) => `${measure}${BY}${dimension}`;

/**
 * A measure of a place by the categories of a dimension, in their declared order. Null when the release has no such
 * breakdown of the place.
 */
export function breakdownChart(
  scene: Scene,
  place: PublishedPlace,
  measureId: string,
  dimensionId: string,
): RowChart | null {
  const measure = knownMeasure(measureId);
  const dimension = knownDimension(dimensionId);
  const figures = [...scene.figures.breakdown(place.code, measureId, dimensionId)].sort((a, b) =>
    compareCategories(dimension, a.category, b.category),
  );
  if (figures.length === 0) return null;
  const title = dimension.title.split(",")[0] ?? dimension.title;
  // A measure that has only groups, such as on-call cover, is not broken down: its groups are what it says.
  const by = scene.figures.find(place.code, measureId) ? `, by ${title.toLowerCase()}` : "";
  const rows = figures.map((figure) => {
    const named = {
      key: figure.category,
      label: categoryTitle(dimension, figure.category),
      href: figureHref(figure, heldRelease(scene)),
    };
    return withWhy(chartRow(named, figure, measure.unit), scene.figures, place, measureId, figure);
  });
  return {
    kind: measure.rate ? "dots" : "bars",
    id: breakdownId(measureId, dimensionId),
    title: `${measure.title}${by}: ${shortName(place.name)}`,
    subtitle: subtitleOf(scene, measure.unit),
    description: describe(measure.title, title, rows),
    source: sourceOf(scene, [...(measure.family === "staff" ? [PARTS] : []), ...reasonsDrawn(rows)]),
    synthetic: scene.release.synthetic,
    rowHeading: title,
    valueHeading: by === "" && measure.rate ? SHARE_OF_GROUPS : measure.shortTitle,
    rows,
  };
}

function describe(measure: string, dimension: string, rows: readonly ChartRow[]): string {
  const known = rows.filter((row) => row.value !== null);
  const most = known.reduce<ChartRow | null>(
    (best, row) => (best === null || (row.value ?? 0) > (best.value ?? 0) ? row : best),
    null,
  );
  const beginning = `${measure} by ${dimension.toLowerCase()} in ${rows.length} groups`;
  return most === null
    ? `${beginning}. No value can be shown; the table says why.`
    : `${beginning}: most in ${most.label}, ${most.text}. The table has every value with its range.`;
}
