import type { ResponseState } from "@/lib/disclosure/release-input";
import type { Level } from "@/lib/places/place";

export type ReleaseStatus = "built" | "in_review" | "published" | "corrected" | "withdrawn";

/** A release as its row says. Dates are ISO text. */
export type Release = {
  number: number;
  census: string;
  status: ReleaseStatus;
  builtAt: string;
  publishedAt: string | null;
  hash: string;
  geographyDate: string;
  synthetic: boolean;
  /** Its collection still takes returns: its figures are provisional. */
  collectionOpen: boolean;
  ruleSet: string;
  codeVersion: string;
  /** Why it was withdrawn. */
  note: string | null;
  /** The release that this one corrects. */
  replaces: number | null;
  /** What it says about itself: what is new in it, or why it corrects another; null until somebody has said so. */
  about: string | null;
  withdrawnAt: string | null;
};

export type { ResponseState };

/** A place as a release has it: on the geography of its publication. */
export type PublishedPlace = {
  code: string;
  level: Level;
  name: string;
  parent: string | null;
  kind: string | null;
  synthetic: boolean;
  /** Organisations only. */
  response: ResponseState | null;
  /** Of one that is served: the code of its host, as it named it. */
  servedBy?: string | null;
};

/** The release to show where none is asked for: of the latest census, and of that the latest number. */
export function latestRelease(releases: readonly Release[]): Release | null {
  return seriesOf(releases).at(-1) ?? null;
}

/**
 * The release that speaks for each census, oldest first: the published one. A corrected release has been replaced and
 * a withdrawn one is not shown.
 */
export function seriesOf(releases: readonly Release[]): Release[] {
  const speaking = new Map<string, Release>();
  for (const release of releases) {
    const present = speaking.get(release.census);
    if (release.status === "published" && (!present || present.number < release.number))
      speaking.set(release.census, release);
  }
  return [...speaking.values()].sort((a, b) => (a.census < b.census ? -1 : 1));
}

/**
 * The releases that speak for the censuses before this one's, oldest first. The invented and the real are never of one
 * series.
 */
export function earlierThan(
  releases: readonly Release[],
  release: Pick<Release, "census" | "synthetic">,
): Release[] {
  return seriesOf(releases).filter(
    (other) => other.census < release.census && other.synthetic === release.synthetic,
  );
}

/**
 * What a release is held against to say what changed: the one that it corrects, as long as that may be seen, or else the
 * one that speaks for the census before. Also that one where it came after what is corrected: then it is news, and the
 * correction is made for its sake. Null for the first.
 */
export function releaseBefore(releases: readonly Release[], release: Release): Release | null {
  const corrected = releases.find((other) => other.number === release.replaces);
  const before = earlierThan(releases, release).at(-1) ?? null;
  if (!corrected || corrected.status === "withdrawn") return before;
  return before && before.number > corrected.number ? before : corrected;
}

/** The release to read instead of this one: the correction of it, or of a later census; null when there is none. */
export function newerThan(releases: readonly Release[], release: Release): Release | null {
  const latest = latestRelease(releases);
  return latest && latest.number !== release.number && latest.census >= release.census ? latest : null;
}
