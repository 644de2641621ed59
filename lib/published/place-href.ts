import { releaseSegment } from "./release-words";

/** Addresses of published pages and files. A release in them holds the figures fast; without one they are the latest. */

export const placeHref = (place: string, release?: number) =>
  release === undefined ? `/places/${place}` : `/places/${place}/${releaseSegment(release)}`;

const partHref = (place: string, part: string, release?: number) =>
  release === undefined ? `/places/${place}/${part}` : `/places/${place}/${part}/${releaseSegment(release)}`;

/** One measure of a place. */
export const measureHref = (place: string, measure: string, release?: number) =>
  partHref(place, measure, release);

/** One subject of a place, at length (see `PLACE_SUBJECTS`). */
export const subjectHref = (place: string, subject: string, release?: number) =>
  partHref(place, subject, release);

/** The release that links from a page go on holding: the page's own, where its address names it. */
export const heldRelease = (scene: { release: { number: number }; held?: boolean }) =>
  scene.held ? scene.release.number : undefined;

/** The definition of a measure, on the page of definitions. */
export const definitionHref = (measure: string) => `/methods/measures#${measure}`;

export const chartHref = (release: number, path: string, format: "svg" | "png" | "csv") =>
  `/charts/${releaseSegment(release)}/${path}.${format}`;

/** All public figures of a place, or those of one measure. */
export const dataHref = (release: number, place: string, measure?: string, format: "csv" | "json" = "csv") =>
  `/data/${releaseSegment(release)}/places/${place}${measure === undefined ? "" : `/${measure}`}.${format}`;

/** Everything on a place's page, as one workbook. */
export const workbookHref = (release: number, place: string) =>
  `/data/${releaseSegment(release)}/places/${place}.xlsx`;

/** A file of a whole release: `figures.csv`, `package.zip`. */
export const releaseFileHref = (release: number, file: string) => `/data/${releaseSegment(release)}/${file}`;
