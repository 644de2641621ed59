import { releaseSegment } from "./release-words";

/** What a figure is of, in any release. */
export type FigureName = { place: string; measure: string; dimension: string; category: string };

/** The page of one figure, in a release or in the newest as it changes. */
export const figureHref = ({ place, measure, dimension, category }: FigureName, release?: number): string =>
  [
    "/figures",
    place,
    measure,
    ...(dimension === "all" ? [] : [dimension, encodeURIComponent(category)]),
    ...(release === undefined ? [] : [releaseSegment(release)]),
  ].join("/");
