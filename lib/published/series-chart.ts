import type { SeriesChart } from "@/lib/charts/chart";
import { formatDate } from "@/lib/format/date";
import { knownMeasure } from "@/lib/measures/catalogue";
import { shortName } from "@/lib/places/short-name";
import { sourceOf, subtitleOf } from "./chart-words";
import { rowOfFigure } from "./interval-only";
import type { PublishedPlace } from "./release";
import type { Scene } from "./scene";
import { reasonsDrawn, withWhy } from "./why-missing";

const OVER_TIME = "-over-time";

/** The segment of a chart of one measure over censuses: `vacancy-rate-over-time`. */
export const seriesId = (measure: string) => `${measure}${OVER_TIME}`;
export const POSTS_OVER_TIME = `posts${OVER_TIME}`;

/** The measure of such a segment, or null where it is none. */
export const measureOfSeries = (id: string) =>
  id.endsWith(OVER_TIME) ? id.slice(0, -OVER_TIME.length) : null;

const CHANGES =
  "Rounding and who answered differ from census to census: a change of less than 10 people is not evidence of change.";

/** Measures of one unit of a place, census by census. Null while there are fewer than two censuses with a value. */
function seriesChart(
  scene: Scene,
  place: PublishedPlace,
  of: { id: string; title: string; measures: readonly string[] },
): SeriesChart | null {
  const moments = [...scene.earlier, { release: scene.release, figures: scene.figures }];
  const lines = of.measures.map((id) => {
    const measure = knownMeasure(id);
    const points = moments.map(({ release, figures }) => {
      const figure = figures.find(place.code, id);
      const named = { key: release.census, label: formatDate(release.census) };
      const drawn = rowOfFigure(figures, place.code, named, figure, id);
      return withWhy(drawn, figures, place, id, figure);
    });
    return { key: id, label: measure.shortTitle, points };
  });
  const spoken = moments.filter((_, index) => lines.some((line) => line.points[index]?.value !== null));
  if (spoken.length < 2) return null;
  return {
    kind: "series",
    id: of.id,
    title: `${of.title}: ${shortName(place.name)}`,
    subtitle: subtitleOf(scene, knownMeasure(of.measures[0] ?? "").unit),
    description: lines
      .map(
        (line) =>
          `${line.label}: ${line.points.map((point) => `${point.text} on ${point.label}`).join(", ")}.`,
      )
      .join(" "),
    source: sourceOf(scene, [CHANGES, ...reasonsDrawn(lines.flatMap(({ points }) => points))]),
    synthetic: scene.release.synthetic,
    dates: moments.map(({ release }) => formatDate(release.census)),
    lines,
  };
}

/** Funded establishment against staff in post: the distance between the lines is what is vacant. */
export const postsOverTime = (scene: Scene, place: PublishedPlace) =>
  seriesChart(scene, place, {
    id: POSTS_OVER_TIME,
    title: "Funded establishment and staff in post",
    measures: ["establishment", "in-post"],
  });

export const measureOverTime = (scene: Scene, place: PublishedPlace, measure: string) =>
  seriesChart(scene, place, {
    id: seriesId(measure),
    title: knownMeasure(measure).title,
    measures: [measure],
  });
