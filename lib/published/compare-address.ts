import { normaliseCode } from "@/lib/places/code";
import { fail, ok, type Result } from "@/lib/result";
import { readReleaseSegment } from "./place-address";
import { releaseSegment } from "./release-words";

/** So many places are told apart in one table. */
export const COMPARED_MOST = 4;

/** The page that holds places side by side, in the order in which they were chosen; of a release, or of the newest. */
export const compareHref = (codes: readonly string[], release?: number) =>
  [
    "/compare",
    ...codes.map(encodeURIComponent),
    ...(release === undefined ? [] : [releaseSegment(release)]),
  ].join("/");

/** What an address of comparison asks for. */
export type CompareAddress = { codes: string[]; release: number | "latest" | null };

/**
 * Reads the segments of an address of comparison, or the fields of its form: places, each once, without those left
 * open, and at the end perhaps a release. More places than fit a table are a problem.
 */
export function readCompared(given: readonly string[]): Result<CompareAddress> {
  const release = readReleaseSegment(given.at(-1) ?? "");
  const places = release === null ? given : given.slice(0, -1);
  const codes = [...new Set(places.map(normaliseCode).filter((code) => code !== ""))];
  return codes.length > COMPARED_MOST
    ? fail("too-many-places", `Compare up to ${COMPARED_MOST} places; ${codes.length} were given.`)
    : ok({ codes, release });
}
