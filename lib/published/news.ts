import { formatDate } from "@/lib/format/date";
import { UNITED_KINGDOM } from "@/lib/places/united-kingdom";
import { API_CHANGES } from "./api/api-changes";
import { METHOD_CHANGES } from "./method-changes";
import { placeHref } from "./place-href";
import type { Release } from "./release";
import { statusOf } from "./release-status";
import { releaseWords } from "./release-words";

/** One thing that is new. */
export type NewsItem = {
  /** Stays the same for good. */
  id: string;
  /** As year-month-day. */
  date: string;
  kind: "release" | "correction" | "withdrawal" | "method" | "rules" | "api";
  title: string;
  words: string;
  href: string;
};

export const NEWS_KINDS: Readonly<Record<NewsItem["kind"], string>> = {
  release: "Release",
  correction: "Correction",
  withdrawal: "Withdrawal",
  method: "Method",
  rules: "Rules",
  api: "API",
};

/** Releases, corrections, changes of method and rules and of the interface, newest first. */
export function newsOf(releases: readonly Release[]): NewsItem[] {
  const items: NewsItem[] = [
    ...releases.flatMap((release) => ofRelease(releases, release)),
    ...METHOD_CHANGES.map(({ date, kind, title, words, href }) => ({
      id: `${kind}:${date}:${title.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`,
      ...{ date, kind, title, words, href },
    })),
    ...API_CHANGES.map(({ version, date, words }) => ({
      id: `api:${version}`,
      date,
      kind: "api" as const,
      title: `API, version ${version}`,
      words,
      href: "/data/api#changes",
    })),
  ];
  return items.sort((a, b) => (a.date === b.date ? 0 : a.date > b.date ? -1 : 1));
}

/** One that nobody has published is no news. */
function ofRelease(releases: readonly Release[], release: Release): NewsItem[] {
  if (release.publishedAt === null) return [];
  const { number, replaces, about, note, synthetic, withdrawnAt } = release;
  const before = releases.find((other) => other.number === replaces);
  const rules = before ?? previousOf(releases, release);
  return [
    {
      id: `release:${number}`,
      date: release.publishedAt.slice(0, 10),
      kind: before ? "correction" : "release",
      title: before
        ? `Release ${number} corrects release ${before.number}`
        : `Release ${number}: census of ${formatDate(release.census)}`,
      words: [
        `${releaseWords(release)}.`,
        synthetic ? "Synthetic data." : null,
        about,
        rules && rules.ruleSet !== release.ruleSet
          ? `Its returns were checked by rule set ${release.ruleSet}; those of release ${rules.number} by ${rules.ruleSet}.`
          : null,
        statusOf(releases, release),
      ]
        .filter((part) => part !== null && part !== "")
        .join(" "),
      // A withdrawn one has no page.
      href:
        release.status === "withdrawn"
          ? "/data"
          : `${placeHref(UNITED_KINGDOM, number)}${before ? "#changed" : ""}`,
    },
    ...(withdrawnAt
      ? [
          {
            id: `withdrawal:${number}`,
            date: withdrawnAt.slice(0, 10),
            kind: "withdrawal" as const,
            title: `Release ${number} is withdrawn`,
            words: [`${releaseWords(release)}.`, synthetic ? "Synthetic data." : null, note]
              .filter((part) => part !== null)
              .join(" "),
            href: "/data",
          },
        ]
      : []),
  ];
}

/** The release published before it. */
const previousOf = (releases: readonly Release[], { number }: Release): Release | undefined =>
  releases.find((other) => other.number < number && other.publishedAt !== null);
