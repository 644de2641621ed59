import { formatDate } from "@/lib/format/date";
import type { Table } from "@/lib/reports/table";
import { citationOf, figuresLicence, NAMES_LICENCE, ROUNDING } from "./citation";
import { placeHref } from "./place-href";
import type { PublishedPlace, Release } from "./release";
import { statusOf } from "./release-status";
import { releaseWords } from "./release-words";

/** What a workbook of a place says of itself before any figure. */
export function placeCover(
  release: Release,
  place: Pick<PublishedPlace, "code" | "name">,
  releases: readonly Release[],
): Pick<Table, "columns" | "rows"> {
  const rows = [
    ["Place", `${place.name} (${place.code})`],
    ["Release", releaseWords(release)],
    ["Standing when it was taken", statusOf(releases, release)],
    ...(release.synthetic ? [["Synthetic", "Every figure is invented sample data"]] : []),
    ["Published", release.publishedAt === null ? "Not yet" : formatDate(release.publishedAt)],
    ["Boundaries and names", `Those of ${formatDate(release.geographyDate)}`],
    ["How to cite", citationOf(release, place.name)],
    ["Address that stays", placeHref(place.code, release.number)],
    ["Licence of figures", figuresLicence(release)],
    ["Licence of names", NAMES_LICENCE],
    ["How figures are protected", ROUNDING],
    ["Rule set", release.ruleSet],
    ["Version of the code", release.codeVersion],
    ["<5", "Under five, which may be none"],
    ["c", "Cannot be shown. It says nothing about how large the number is"],
    [":", "Not returned. Missing is not zero"],
  ];
  return {
    columns: [
      { name: "what", title: "What", type: "text", words: "What is said", required: true },
      { name: "says", title: "Says", type: "text", words: "What there is to say of it", required: true },
    ],
    rows,
  };
}
