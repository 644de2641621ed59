import type { Chart } from "@/lib/charts/chart";
import { isInCatalogue, isPublishedAt } from "@/lib/disclosure/catalogue";
import { knownMeasure } from "@/lib/measures/catalogue";
import { categoryTitle, MERGED } from "@/lib/measures/dimension";
import { knownDimension } from "@/lib/measures/dimensions";
import { restsOn, restsSentence, restsWords } from "./coverage";
import { firstLookOf } from "./first-look-chart";
import { gapsAheadSentences } from "./gaps-ahead-chart";
import { type KeyFigure, keyFigure } from "./key-figure";
import { hasPage, hasTotal } from "./page-measures";
import { PLACE_SECTIONS, type PlaceSection } from "./place-sections";
import { registrationWords } from "./registration-words";
import type { PublishedPlace } from "./release";
import { requirementSentences } from "./requirement-chart";
import type { Scene } from "./scene";
import { POSTS_OVER_TIME } from "./series-chart";
import { isBlank, reasonsOf, whyOf } from "./why-missing";

/** A figure of a section, with whether it has a page, and whether it is among those that come first. */
export type SectionRow = KeyFigure & { linked: boolean; lead: boolean };

/** A section as it is read: its figures, or why there are none, and its charts. */
export type SectionView = {
  id: string;
  title: string;
  sentences: readonly string[];
  /** On how many of those that answered all of it rests; null where its rows differ in that, and each says it. */
  from: string | null;
  rows: readonly SectionRow[];
  /** What its title says is asked first of a place. */
  first: boolean;
  charts: readonly Chart[];
  folded: readonly Chart[];
  /** Set where its figures are published for nations and regions only: no chart and no row is missing then. */
  aboveOnly: boolean;
  /** The page of the place on this subject, where it has one. */
  subject: string | null;
};

/** The sections of a place's main page, or of one on a subject, from its charts and its release alone. */
export function sectionViews(
  scene: Scene,
  place: PublishedPlace,
  charts: readonly Chart[],
  sections: readonly PlaceSection[] = PLACE_SECTIONS,
): SectionView[] {
  const drawn = (ids: readonly string[]) => ids.flatMap((id) => charts.filter((chart) => chart.id === id));
  return sections.map((section) => {
    const { rows, from } = restedOn(scene, place, section, eachOnce(rowsOf(scene, place, section)));
    const blank = drawn(section.charts).filter(isBlank);
    const blankWhy = [...new Set(blank.flatMap(whyOf))];
    const saysNoMore = (chart: Chart) =>
      isBlank(chart) && whyOf(chart).every((why) => blankWhy.includes(why));
    const view = {
      id: section.id,
      title: section.title,
      from,
      first: section.first ?? false,
      charts: drawn(section.charts).filter((chart) => !blank.includes(chart)),
      folded: drawn(section.folded ?? []).filter((chart) => !saysNoMore(chart)),
      aboveOnly: isAboveOnly(place, section),
      subject: section.subject ?? null,
    };
    const said = rows.some(({ why, range, text }) => why === null || range !== null || /\d/.test(text));
    return said
      ? {
          ...view,
          rows,
          sentences: [
            ...blankWhy,
            ...sentencesOf(scene, place, section),
            ...otherwiseOf(scene, place, section, view.charts),
          ],
        }
      : {
          ...view,
          // Of charts alone it is said all the same.
          from: rows.length === 0 && view.charts.length > 0 ? from : null,
          rows: [],
          sentences: [...new Set([...reasonsOf(rows), ...blankWhy]), ...sentencesOf(scene, place, section)],
        };
  });
}

/** Two rungs that merged have one row. */
const eachOnce = (rows: readonly SectionRow[]) =>
  rows.filter(
    (row, at) =>
      rows.findIndex(({ measure, title }) => measure === row.measure && title === row.title) === at,
  );

/**
 * On how many of those that answered the figures of a section rest: said once where it is the same of all, or else by
 * each row, that of all that answered too.
 */
function restedOn(
  scene: Scene,
  place: PublishedPlace,
  section: PlaceSection,
  rows: readonly SectionRow[],
): { rows: SectionRow[]; from: string | null } {
  const measures =
    rows.length > 0 ? rows.map(({ measure }) => measure) : [section.restsOn ?? section.only ?? []].flat();
  const rests = measures.map((measure) => restsOn(scene.figures, place.code, measure));
  const [first, ...others] = rests.filter((one) => one !== null);
  if (first && others.every(({ count }) => count === first.count))
    return { rows: rows.map((row) => ({ ...row, from: null })), from: restsSentence(first) };
  const wordsAt = (at: number) => {
    const one = rests[at];
    return one ? restsWords(one) : null;
  };
  return { rows: rows.map((row, at) => ({ ...row, from: wordsAt(at) })), from: null };
}

/** Why a section whose figures are there says less, or of more, than its title promises. */
function otherwiseOf(
  scene: Scene,
  place: PublishedPlace,
  { otherwise, charts, figures }: PlaceSection,
  drawn: readonly Chart[],
): string[] {
  if (otherwise === undefined) return [];
  const rungs = figures.flatMap((of) => ("rung" in of ? [of] : []));
  const wider = rungs.some((of) =>
    holderOf(scene, place, of)
      ?.category.split(MERGED)
      .some((part) => rungs.every(({ rung }) => rung !== part)),
  );
  return wider || (charts.length > 0 && drawn.length === 0) ? [otherwise] : [];
}

/** Whether what a section speaks of is published for larger places only. */
function isAboveOnly({ level }: PublishedPlace, { figures, only }: PlaceSection): boolean {
  const measures = [...figures.map(({ measure }) => measure), ...(only === undefined ? [] : [only])];
  return measures.length > 0 && measures.every((measure) => !isPublishedAt(level, measure));
}

function rowsOf(scene: Scene, place: PublishedPlace, { figures, lead }: PlaceSection): SectionRow[] {
  const leads = (measure: string) => lead?.includes(measure) ?? true;
  return figures.flatMap((of) => {
    const linked = hasPage(knownMeasure(of.measure));
    if (!("dimension" in of))
      return hasTotal(place.level, of.measure)
        ? [{ ...keyFigure(scene, place, of.measure), linked, lead: leads(of.measure) }]
        : [];
    if ("rung" in of) return rungOf(scene, place, of);
    const { measure, dimension, category, title } = of;
    // A category that merged with another has no figure of its own, and is then no row.
    return isInCatalogue({ level: place.level, measure, dimension, audience: "public" }) &&
      scene.figures.find(place.code, measure, dimension, category)
      ? [
          {
            ...keyFigure(scene, place, measure, { dimension, category }),
            title,
            linked: false,
            lead: leads(measure),
          },
        ]
      : [];
  });
}

type Rung = { measure: string; dimension: string; rung: string };

/** The category of a rung, or the merged one that it went into. */
const holderOf = (scene: Scene, place: PublishedPlace, { measure, dimension, rung }: Rung) =>
  scene.figures
    .breakdown(place.code, measure, dimension)
    .find(({ category }) => category.split(MERGED).includes(rung));

/** One category, or the merged one that holds it: a row once, under the first of those it stands for. */
function rungOf(scene: Scene, place: PublishedPlace, { measure, dimension, rung }: Rung): SectionRow[] {
  const found = holderOf(scene, place, { measure, dimension, rung });
  if (!found) return [];
  const figure = keyFigure(scene, place, measure, { dimension, category: found.category });
  return [
    { ...figure, title: categoryTitle(knownDimension(dimension), found.category), linked: false, lead: true },
  ];
}

function sentencesOf(
  scene: Scene,
  place: PublishedPlace,
  { id, figures, charts }: PlaceSection,
): readonly string[] {
  if (charts.includes(POSTS_OVER_TIME) && scene.earlier.length === 0) return [FIRST_CENSUS];
  if (figures.some(({ measure }) => measure === "registered"))
    return [registrationWords(scene, place)].filter((words) => words !== null);
  if (id === "requirement") return requirementSentences(scene, place);
  if (id === "gaps") return scene.look ? gapsAheadSentences(scene, place, scene.look) : [NO_GAPS];
  if (id !== "ahead") return [];
  return scene.look ? [...firstLookOf(scene, place, scene.look).sentences, NO_FORECAST] : [NO_BASE];
}

/** What stands where a line over censuses has a single one to draw. */
export const FIRST_CENSUS = "This is the first census: there is nothing to compare it with yet.";
const NO_FORECAST = "This is no forecast: it says what these rates would bring if nothing else changed.";
const NO_BASE =
  "There is no look ahead from here: it starts from the published number of staff in post, which cannot be shown.";
const NO_GAPS = "No gap can be projected here, since there is no look ahead from here.";
