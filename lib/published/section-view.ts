import type { Chart } from "@/lib/charts/chart";
import { isInCatalogue } from "@/lib/disclosure/catalogue";
import { knownMeasure } from "@/lib/measures/catalogue";
import { firstLookOf } from "./first-look-chart";
import { type KeyFigure, keyFigure } from "./key-figure";
import { hasPage, hasTotal } from "./page-measures";
import { PLACE_SECTIONS, type PlaceSection } from "./place-sections";
import type { PublishedPlace } from "./release";
import { requirementSentences } from "./requirement-chart";
import type { Scene } from "./scene";

/** A section as it is read: its figures, or why there are none, and its charts. */
export type SectionView = {
  id: string;
  title: string;
  sentences: readonly string[];
  /** Each with the page of its measure, where it has one. */
  rows: readonly (KeyFigure & { linked: boolean })[];
  charts: readonly Chart[];
  folded: readonly Chart[];
  /** Set where its figures are published for nations and regions only: no chart and no row is missing then. */
  aboveOnly: boolean;
};

/** The sections of a place's page, from its charts and its release alone. */
export function sectionViews(scene: Scene, place: PublishedPlace, charts: readonly Chart[]): SectionView[] {
  const drawn = (ids: readonly string[]) => ids.flatMap((id) => charts.filter((chart) => chart.id === id));
  return PLACE_SECTIONS.map((section) => {
    const rows = rowsOf(scene, place, section);
    const view = {
      id: section.id,
      title: section.title,
      charts: drawn(section.charts),
      folded: drawn(section.folded ?? []),
      aboveOnly: section.figures.length > 0 && rows.length === 0,
    };
    const said = rows.some(({ why, range, text }) => why === null || range !== null || /\d/.test(text));
    return said
      ? { ...view, rows, sentences: sentencesOf(scene, place, section) }
      : { ...view, rows: [], sentences: [...reasonsOf(rows), ...sentencesOf(scene, place, section)] };
  });
}

function rowsOf(scene: Scene, place: PublishedPlace, { figures }: PlaceSection): SectionView["rows"] {
  return figures.flatMap((of) => {
    const linked = hasPage(knownMeasure(of.measure));
    if (!("dimension" in of))
      return hasTotal(place.level, of.measure) ? [{ ...keyFigure(scene, place, of.measure), linked }] : [];
    const { measure, dimension, category, title } = of;
    // A category that merged with another has no figure of its own, and is then no row.
    return isInCatalogue({ level: place.level, measure, dimension, audience: "public" }) &&
      scene.figures.find(place.code, measure, dimension, category)
      ? [{ ...keyFigure(scene, place, measure, { dimension, category }), title, linked: false }]
      : [];
  });
}

/** Each reason once; that of several figures may be one and the same. */
const reasonsOf = (rows: SectionView["rows"]) => [...new Set(rows.flatMap(({ why }) => why ?? []))];

function sentencesOf(scene: Scene, place: PublishedPlace, { id }: PlaceSection): readonly string[] {
  if (id === "requirement") return requirementSentences(scene, place);
  if (id !== "ahead") return [];
  return scene.base ? [...firstLookOf(scene, place, scene.base).sentences, NO_FORECAST] : [NO_BASE];
}

const NO_FORECAST = "This is no forecast, and it has no range yet.";
const NO_BASE =
  "There is no look ahead from here: it starts from the published number of staff in post, which cannot be shown.";
