import { formatDate } from "@/lib/format/date";
import { coverTable } from "./cover-table";
import { placeHref } from "./place-href";
import type { PublishedPlace, Release } from "./release";
import { statusOf } from "./release-status";
import { releaseWords } from "./release-words";

/** What a workbook of a place says of itself before any figure. */
export const placeCover = (
  release: Release,
  place: Pick<PublishedPlace, "code" | "name">,
  releases: readonly Release[],
) =>
  coverTable(
    release,
    [
      ["Place", `${place.name} (${place.code})`],
      ["Release", releaseWords(release)],
      ["Standing when it was taken", statusOf(releases, release)],
      ["Published", release.publishedAt === null ? "Not yet" : formatDate(release.publishedAt)],
      ["Boundaries and names", `Those of ${formatDate(release.geographyDate)}`],
      ["Address that stays", placeHref(place.code, release.number)],
    ],
    place.name,
  );
