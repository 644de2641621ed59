import { formatDate } from "@/lib/format/date";
import { latestRelease, newerThan, type Release } from "./release";

/** How a release stands among all: current, corrected, followed by a later census, or withdrawn, in a sentence. */
export function statusOf(releases: readonly Release[], release: Release): string {
  if (release.status === "withdrawn")
    return `Release ${release.number} has been withdrawn${release.note ? `: ${release.note}` : "."}`;
  const correction = correctionOf(releases, release);
  const newer = newerThan(releases, release);
  const followed =
    newer && newer.census !== release.census
      ? `followed by release ${newer.number}, of the census of ${formatDate(newer.census)}`
      : null;
  const corrected = correction ? `corrected by release ${correction.number}` : null;
  const said = [corrected, followed].filter((part) => part !== null).join(" and ");
  return said === ""
    ? `Release ${release.number} is the current release.`
    : `Release ${release.number} has been ${said}.`;
}

/** The published release that stands in place of a corrected one, however often it was corrected; null for others. */
export function correctionOf(releases: readonly Release[], release: Release): Release | null {
  if (release.status !== "corrected") return null;
  return releases.find(({ census, status }) => census === release.census && status === "published") ?? null;
}

/** Whether it is the release to read where none is asked for. */
export const isCurrent = (releases: readonly Release[], { number }: Release): boolean =>
  latestRelease(releases)?.number === number;
