import { formatDate } from "@/lib/format/date";
import { awaitedSentence } from "./awaited-censuses";
import { newerThan, type Release } from "./release";

/** What a page says of the release it shows. */
export type ReleaseNote = {
  number: number;
  census: string;
  published: string | null;
  provisional: boolean;
  synthetic: boolean;
  /** The release to read instead, when this one has been followed or corrected. */
  newer: { number: number; census: string; corrects: boolean } | null;
  note: string | null;
  /** That releases of earlier censuses are still to come; null where none are. */
  awaited: string | null;
};

export function releaseNote(
  { releases, awaited }: { releases: readonly Release[]; awaited: readonly string[] },
  release: Release,
): ReleaseNote {
  const newer = newerThan(releases, release);
  return {
    number: release.number,
    census: formatDate(release.census),
    published: release.publishedAt === null ? null : formatDate(release.publishedAt),
    provisional: release.collectionOpen,
    synthetic: release.synthetic,
    newer: newer && {
      number: newer.number,
      census: formatDate(newer.census),
      corrects: newer.census === release.census,
    },
    note: release.note,
    awaited: awaitedSentence(awaited, release),
  };
}
