import { formatDate } from "@/lib/format/date";
import { awaitedSentence } from "./awaited-censuses";
import { newerThan, type Release } from "./release";
import { correctionOf } from "./release-status";

/** What a page says of the release it shows. */
export type ReleaseNote = {
  number: number;
  census: string;
  published: string | null;
  provisional: boolean;
  synthetic: boolean;
  /** The release that stands in its place, when it has been corrected. */
  correction: { number: number } | null;
  /** The newest release, when that is of a later census. */
  newer: { number: number; census: string } | null;
  /** What it says about itself: what is new in it, or why it corrects another. */
  about: string | null;
  /** That releases of earlier censuses are still to come; null where none are. */
  awaited: string | null;
};

export function releaseNote(
  { releases, awaited }: { releases: readonly Release[]; awaited: readonly string[] },
  release: Release,
): ReleaseNote {
  const newer = newerThan(releases, release);
  const correction = correctionOf(releases, release);
  return {
    number: release.number,
    census: formatDate(release.census),
    published: release.publishedAt === null ? null : formatDate(release.publishedAt),
    provisional: release.collectionOpen,
    synthetic: release.synthetic,
    correction: correction && { number: correction.number },
    newer:
      newer && newer.census !== release.census
        ? { number: newer.number, census: formatDate(newer.census) }
        : null,
    about: release.about,
    awaited: awaitedSentence(awaited, release),
  };
}
