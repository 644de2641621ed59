import { formatDate } from "@/lib/format/date";
import type { Release } from "./release";

/** Census and release, as every picture, table and file names them. */
export function releaseWords(release: Pick<Release, "census" | "number" | "collectionOpen">): string {
  const words = `Census of ${formatDate(release.census)}, release ${release.number}`;
  return release.collectionOpen ? `${words}, provisional` : words;
}

/** The segment of an address that holds a release fast. */
export const releaseSegment = (number: number) => `r${number}`;
