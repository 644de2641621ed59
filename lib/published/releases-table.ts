import type { Cell, TableColumn, TableShape } from "@/lib/reports/table";
import { RELEASE_COLUMNS } from "./figure-columns";
import type { Release } from "./release";
import { releaseCells } from "./release-cells";
import { correctionOf, isCurrent, statusOf } from "./release-status";

const text = (name: string, title: string, words: string): TableColumn => ({
  name,
  title,
  type: "text",
  words,
});
const whole = (name: string, title: string, words: string): TableColumn => ({
  name,
  title,
  type: "integer",
  words,
});

/** Every release that there is or was, as it stands now. */
export const RELEASES_TABLE: TableShape = {
  id: "releases",
  title: "Releases",
  rowIs: "one release, as it stands now",
  columns: [
    ...RELEASE_COLUMNS,
    { ...text("status", "Status", "published, corrected or withdrawn"), required: true },
    {
      name: "current",
      title: "Current",
      type: "yes_no",
      words: "Whether it is the release to read where none is asked for",
      required: true,
    },
    {
      ...text("standing", "Standing", "The same in a sentence, with the release to read instead"),
      required: true,
    },
    {
      name: "provisional",
      title: "Provisional",
      type: "yes_no",
      words: "yes while the collection still takes returns",
      required: true,
    },
    text("published", "Published", "When it was published, in Coordinated Universal Time"),
    {
      name: "geography_date",
      title: "Geography",
      type: "date",
      words: "The day whose boundaries and names it is drawn on",
      required: true,
    },
    whole("corrects", "Corrects", "Number of the release that it corrects"),
    whole("corrected_by", "Corrected by", "Number of the release that stands in its place"),
    text("note", "Note", "What was said when it was published, and why it was withdrawn"),
    {
      ...text("rule_set", "Rule set", "The version of the rules by which returns were checked"),
      required: true,
    },
    { ...text("code_version", "Version of the code", "The version that made it"), required: true },
    { ...text("hash", "Hash", "SHA-256 of its figures, members' ones included"), required: true },
  ],
  key: ["release"],
};

/** What it says about itself, and why it was withdrawn. */
const saidOf = ({ about, note }: Release): string | null =>
  [about, note && `Withdrawn: ${note}`].filter(Boolean).join(" ") || null;

export const releaseRow = (releases: readonly Release[], release: Release): Cell[] => [
  ...releaseCells(release),
  release.status,
  isCurrent(releases, release) ? "yes" : "no",
  statusOf(releases, release),
  release.collectionOpen ? "yes" : "no",
  release.publishedAt,
  release.geographyDate,
  release.replaces,
  correctionOf(releases, release)?.number ?? null,
  saidOf(release),
  release.ruleSet,
  release.codeVersion,
  release.hash,
];
