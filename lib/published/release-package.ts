import { formatDate } from "@/lib/format/date";
import { csvwOfTable } from "@/lib/reports/csvw-of-table";
import { dataPackageOfTables } from "@/lib/reports/data-package";
import type { TableShape } from "@/lib/reports/table";
import { citationOf, figuresLicence, NAMES_LICENCE, OPEN_GOVERNMENT_LICENCE, ROUNDING } from "./citation";
import type { Release } from "./release";
import { RELEASE_TABLES } from "./release-tables";
import { releaseSegment, releaseWords } from "./release-words";

const shapes: readonly TableShape[] = RELEASE_TABLES.map(({ shape }) => shape);

/** The rules that a file was made under, so that it can be told from one of the same census made under others. */
const madeBy = ({ ruleSet, codeVersion, hash }: Release) =>
  `Checked by rule set ${ruleSet}, made by version ${codeVersion}; SHA-256 of its figures ${hash}.`;

const describe = (release: Release) =>
  `${release.synthetic ? "Synthetic: invented sample data. " : ""}${releaseWords(release)}. ${ROUNDING} ${madeBy(release)}`;

/** `datapackage.json` of a release: its tables with their schemas, keys, licence and version. */
export const packageOfRelease = (release: Release, homepage: string | null) =>
  dataPackageOfTables(shapes, {
    name: `muster-${releaseSegment(release.number)}`,
    title: `Muster, release ${release.number}: the clinical engineering workforce of the NHS`,
    description: `${describe(release)} Figures: ${figuresLicence(release)} How to cite: ${citationOf(release, "the place and the measure")}`,
    version: `${release.number}.0.0`,
    created: release.publishedAt,
    homepage,
    // Of the names and codes; of the figures the description says it.
    licences: [OPEN_GOVERNMENT_LICENCE],
    sources: [{ title: `Returns of NHS organisations for the census of ${formatDate(release.census)}` }],
  });

/** What describes the CSV of one table (CSV on the Web). */
export const metadataOfTable = (release: Release, shape: TableShape) =>
  csvwOfTable(shape, {
    description: describe(release),
    licence: `${figuresLicence(release)} ${NAMES_LICENCE}`,
    citation: citationOf(release, shape.title),
    source: `Returns of NHS organisations for the census of ${formatDate(release.census)}`,
  });

/** What a person reads first: what the files are, how they may be used and cited, and what each column holds. */
export function readmeOfRelease(release: Release, homepage: string | null): string {
  const { number, census, collectionOpen, publishedAt, geographyDate, note } = release;
  const lines = [
    `MUSTER, RELEASE ${number}`,
    "The clinical engineering workforce of the NHS",
    "",
    ...(release.synthetic ? ["SYNTHETIC: every figure is invented sample data.", ""] : []),
    `Census: ${formatDate(census)}${collectionOpen ? " (provisional: its collection is still open)" : ""}`,
    `Published: ${publishedAt === null ? "not yet" : formatDate(publishedAt)}`,
    `Boundaries and names: those of ${formatDate(geographyDate)}`,
    madeBy(release),
    ...(note === null ? [] : [note]),
    ...(homepage === null ? [] : [`Where it was taken from: ${homepage}`]),
    "",
    "HOW TO CITE",
    citationOf(release, "the place and the measure"),
    "",
    "LICENCE",
    `Figures: ${figuresLicence(release)}`,
    `${NAMES_LICENCE} ${OPEN_GOVERNMENT_LICENCE.path}`,
    "",
    "HOW FIGURES ARE PROTECTED",
    ROUNDING,
    "An empty value is missing and never zero: the columns symbol and reason say why.",
    "The folder method says how figures are protected, and how what is modelled is formed.",
    "",
    "FILES",
    ...shapes.flatMap(({ id, title, rowIs, columns }) => [
      `${id}.csv: ${title}. One row is ${rowIs}.`,
      ...columns.map(({ name, type, words }) => `    ${name} (${type}): ${words}`),
      "",
    ]),
  ];
  return `${lines.join("\r\n")}\r\n`;
}
