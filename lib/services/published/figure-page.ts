import { categoriesOf, figuresOfPlace } from "@/db/queries/published/figures";
import { nameOfPlace, placesOfRelease } from "@/db/queries/published/places";
import { referenceTables } from "@/db/queries/reference";
import type { Reader } from "@/db/transaction";
import type { Figure } from "@/lib/disclosure/figure";
import { knownMeasure } from "@/lib/measures/catalogue";
import { knownDimension } from "@/lib/measures/dimensions";
import type { Measure } from "@/lib/measures/measure";
import { normaliseCode } from "@/lib/places/code";
import { type Coverage, coverageOf } from "@/lib/published/coverage";
import { readFigureView } from "@/lib/published/figure-address";
import { type FigureInRelease, figureHistory } from "@/lib/published/figure-history";
import { type FigureName, figureHref } from "@/lib/published/figure-href";
import { indexFigures } from "@/lib/published/figure-index";
import { type FigureInput, inputsOf, titleOf } from "@/lib/published/figure-inputs";
import { geographyWords } from "@/lib/published/geography-words";
import { type KeyFigure, keyFigure } from "@/lib/published/key-figure";
import type { PublishedPlace, Release } from "@/lib/published/release";
import { type ReleaseNote, releaseNote } from "@/lib/published/release-note";
import { ruleWords } from "@/lib/published/rule-words";
import type { Problem } from "@/lib/result";
import { releaseFor } from "./place-page";
import { type Published, readPublished } from "./read-published";
import { readScene } from "./read-scene";
import { type SiteFacts, siteFacts } from "./site-facts";

/** One figure of a release, opened: what it is formed from, by what rule, and what it was in every other release. */
export type OneFigure = {
  kind: "figure";
  name: FigureName;
  title: string;
  measure: Measure;
  place: PublishedPlace;
  release: Release;
  note: ReleaseNote;
  /** Its address held the release. */
  held: boolean;
  shown: KeyFigure;
  figure: Figure;
  rule: string | null;
  inputs: readonly FigureInput[];
  coverage: Coverage | null;
  /** What there is to know of estimation: what share of it rests on more than was sent. */
  estimated: string;
  /** How many censuses it rests on; 1 for all but pooled rates. */
  pooled: number;
  geography: string | null;
  history: readonly FigureInRelease[];
};

export type FigurePage = { site: SiteFacts } & (
  | { kind: "moved"; to: string }
  | { kind: "missing"; problem: Problem; place: { code: string; name: string } | null }
  | OneFigure
);

/** The page of a figure's address: `view` are the segments after the place's code. */
export function readFigurePage(code: string, view: readonly string[]): Promise<Published<FigurePage> | null> {
  return readPublished((db) => figurePage(db, code, view));
}

async function figurePage(db: Reader, given: string, view: readonly string[]): Promise<FigurePage> {
  const site = await siteFacts(db);
  const code = normaliseCode(given);
  const name = await nameOfPlace(db, code);
  const missing = (problem: Problem): FigurePage => ({
    site,
    kind: "missing",
    problem,
    place: name === null ? null : { code, name },
  });
  if (name === null)
    return missing({ code: "place", message: `No place has the code “${given.slice(0, 20)}”.` });
  const address = readFigureView(code, view);
  if (!address.ok) return missing(address.problem);
  const { release: asked, ...of } = address.value;
  if (code !== given)
    return { site, kind: "moved", to: figureHref(of, typeof asked === "number" ? asked : undefined) };
  const found = releaseFor(site, asked);
  if (!found.ok) return missing(found.problem);
  const release = found.value;
  if (release === null) return missing({ code: "release", message: "No release has been published yet." });
  if (asked === "latest") return { site, kind: "moved", to: figureHref(of, release.number) };
  const place = (await placesOfRelease(db, release.number)).find((one) => one.code === code);
  if (!place)
    return missing({
      code: "release-place",
      message: `Release ${release.number} has no place with the code ${code}.`,
    });
  const scene = await readScene(db, site.releases, release, code, { held: asked !== null });
  const figure = scene.figures.find(code, of.measure, of.dimension, of.category);
  if (figure === null) return missing(await whyNone(db, release, place, of));
  const measure = knownMeasure(of.measure);
  const newest = site.latest;
  const stillThere =
    newest !== null && (await placesOfRelease(db, newest.number)).some((one) => one.code === code);
  return {
    site,
    kind: "figure",
    name: of,
    title: titleOf(of),
    measure,
    place,
    release,
    note: releaseNote(site, release),
    held: asked !== null,
    shown: keyFigure(scene, place, of.measure, of),
    figure,
    rule: ruleWords({ level: place.level, measure: of.measure, dimension: of.dimension }),
    inputs: inputsOf(scene.figures, of, release.number),
    coverage: coverageOf(scene, place, of.measure),
    estimated: estimatedWords(scene.figures.find(code, "illustrative-share"), measure),
    pooled: of.measure.startsWith("vacancy-rate")
      ? (scene.figures.find(code, "censuses-pooled")?.value ?? 1)
      : 1,
    geography: geographyWords(release, newest, { code, stillThere }, await referenceTables(db)),
    history: figureHistory(site.releases, release, of, await otherReleases(db, site, code)),
  };
}

/** What every release that may be seen says of a place. */
async function otherReleases(db: Reader, site: SiteFacts, code: string) {
  const said = [];
  for (const release of site.releases)
    if (release.status !== "withdrawn")
      said.push({ release, figures: indexFigures(await figuresOfPlace(db, release.number, code)) });
  return said;
}

/** Of a figure that a release does not have it is said what it has of the same measure. */
async function whyNone(
  db: Reader,
  release: Release,
  place: PublishedPlace,
  { measure, dimension, category }: FigureName,
): Promise<Problem> {
  const { title } = knownMeasure(measure);
  if (dimension !== "all") {
    const there = await categoriesOf(db, release.number, dimension);
    if (there.length > 0 && !there.includes(category))
      return {
        code: "category",
        message: `Release ${release.number} has no category “${category.slice(0, 60)}” of ${knownDimension(dimension).title.toLowerCase()}. It has ${there.join(", ")}: small ones are published together.`,
      };
  }
  return {
    code: "figure",
    message: `“${title}” ${dimension === "all" ? "in total" : `by ${knownDimension(dimension).title.toLowerCase()}`} is not published for ${place.name} in release ${release.number}.`,
  };
}

function estimatedWords(illustrative: Figure | null, { family }: Measure): string {
  const none =
    "Nothing is estimated: 0% of it is imputed. Organisations that did not answer are missing from it, and not counted as zero.";
  return family === "workload" && illustrative !== null && illustrative.value !== null
    ? `${none} Of the hours behind it ${illustrative.value}% rest on illustrative times.`
    : none;
}
