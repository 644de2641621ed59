import { MERGED } from "@/lib/measures/dimension";
import { releaseSegment } from "./release-words";

/** What a figure is of, in any release. */
export type FigureName = { place: string; measure: string; dimension: string; category: string };

/** Between merged categories in an address: a + would have to be written otherwise there. */
const JOINED = "-and-";

/** A category as a segment of an address, and back. */
const categorySegment = (category: string) => category.replaceAll(MERGED, JOINED);
export const categoryOfSegment = (segment: string) => segment.replaceAll(JOINED, MERGED);

/** The page of one figure, in a release or in the newest as it changes. */
export const figureHref = ({ place, measure, dimension, category }: FigureName, release?: number): string =>
  [
    "/figures",
    place,
    measure,
    ...(dimension === "all" ? [] : [dimension, categorySegment(category)]),
    ...(release === undefined ? [] : [releaseSegment(release)]),
  ].join("/");
