import { drawingsOf } from "@/db/queries/published/charts";
import { measuresWithValue } from "@/db/queries/published/figures";
import { referenceTables } from "@/db/queries/reference";
import type { Reader } from "@/db/transaction";
import type { Chart } from "@/lib/charts/chart";
import { drawnHeights } from "@/lib/charts/drawn-heights";
import { knownMeasure } from "@/lib/measures/catalogue";
import type { Measure } from "@/lib/measures/measure";
import { placesAsAt } from "@/lib/places/places-as-at";
import { type Changes, changesOf } from "@/lib/published/changes";
import { chartsOfMeasure, chartsOfSections } from "@/lib/published/charts-of-place";
import { type Coverage, coverageOf } from "@/lib/published/coverage";
import { isIntervalOnly } from "@/lib/published/interval-only";
import { type KeyFigure, keyFigure } from "@/lib/published/key-figure";
import { type MeasureList, measureList } from "@/lib/published/measure-list";
import { hasTotal, PAGE_MEASURES } from "@/lib/published/page-measures";
import { heldRelease } from "@/lib/published/place-href";
import { type PlaceSubject, subjectById } from "@/lib/published/place-subjects";
import type { PublishedPlace } from "@/lib/published/release";
import { type ReleaseNote, releaseNote } from "@/lib/published/release-note";
import { placesAbove, placesUnder, type Scene } from "@/lib/published/scene";
import { type SectionView, sectionViews } from "@/lib/published/section-view";
import { type TileMap, tileMap } from "@/lib/published/tile-map";
import { vacantWords } from "@/lib/published/vacant-words";
import { type LaterStanding, laterStanding } from "./later-standing";
import { readScene } from "./read-scene";
import type { SiteFacts } from "./site-facts";
import { tileGrid } from "./tile-grid";

/** What a page of a place says first, in this order. */
export const KEY_MEASURES = [
  "headcount",
  "in-post",
  "establishment",
  "vacancy-rate",
  "share-55-and-over",
  "planned-maintenance-on-time",
] as const;

/** The measure that a map shows where none is asked for. */
const MAP_MEASURE = "vacancy-rate";

/** A page of a place above organisation: all of it, one subject or one measure of it. */
export type AreaPage = {
  kind: "area";
  place: PublishedPlace;
  above: readonly PublishedPlace[];
  note: ReleaseNote;
  /** The release that its links hold, where its own address does. */
  held: number | undefined;
  /** Set on the page of one measure. */
  measure: Measure | null;
  /** Set on the page of one subject. */
  subject: PlaceSubject | null;
  /** No organisation of the release is here: there is nothing to show, and that is said. */
  empty: boolean;
  coverage: Coverage | null;
  keyFigures: readonly KeyFigure[];
  /** "35 of 551 funded WTE are vacant", beside the rate; null where either is not known. */
  vacant: string | null;
  /** What is different in the release before; null where there is none to hold this one against. */
  changes: Changes | null;
  charts: readonly Chart[];
  /** The sections of a main page. */
  sections: readonly SectionView[];
  /** The measures that there are pages of, and what of others is said. */
  measures: MeasureList;
  /** The height of each drawing by its path, so that the page keeps room for it. */
  drawn: ReadonlyMap<string, number>;
  map: TileMap | null;
  /** The places directly under it, each with the figures of the list. */
  under: readonly { place: PublishedPlace; figures: readonly KeyFigure[] }[];
  /** What has come of the release since. */
  later: LaterStanding;
  /** Organisations that are here and that the release says nothing of. */
  unasked: readonly { code: string; name: string }[];
};

const UNDER_MEASURES = ["headcount", "vacancy-rate", "share-55-and-over", "responded"] as const;
const ENGLAND = "E92000001";

/** The whole map for the whole country, the boards for England, none for anything smaller. */
function tilesOf(place: PublishedPlace) {
  if (place.level === "united_kingdom") return tileGrid();
  return place.code === ENGLAND ? tileGrid().filter((tile) => !NATION.test(tile.code)) : [];
}
const NATION = /^[A-Z]\d{8}$/;

export async function readAreaPage(
  db: Reader,
  site: SiteFacts,
  release: SiteFacts["releases"][number],
  place: PublishedPlace,
  asked: { measure: string | null; subject: string | null; held: boolean },
): Promise<AreaPage> {
  const measureId = asked.measure;
  const subject = (asked.subject !== null && subjectById(asked.subject)) || null;
  const tiles = subject ? [] : tilesOf(place);
  const scene = await readScene(db, site.releases, release, place.code, {
    held: asked.held,
    also: tiles.map((tile) => tile.code),
    overBoards: measureId,
    ahead: measureId === null && subject === null,
  });
  const page = areaPage(scene, site, place, { measureId, subject }, tiles);
  const spoken = await measuresWithValue(
    db,
    release.number,
    PAGE_MEASURES.map(({ id }) => id),
  );
  const stored = await drawingsOf(db, release.number, place.code);
  const drawn = drawnHeights(place.code, page.charts, stored);
  const hierarchy = placesAsAt(await referenceTables(db), release.geographyDate);
  const unasked = (hierarchy.get(place.code)?.children ?? []).flatMap((code) => {
    const child = hierarchy.get(code)?.place;
    return child?.level === "organisation" && !scene.places.has(code) ? [{ code, name: child.name }] : [];
  });
  const later = await laterStanding(
    db,
    site,
    scene,
    place,
    page.keyFigures.map(({ measure }) => measure),
  );
  return { ...page, measures: measureList(spoken, place.level), drawn, later, unasked };
}

/** On a map a value stands alone, so what is shown as an interval only is on none. */
const isMapped = (scene: Scene, place: PublishedPlace, measure: string) =>
  hasTotal("board", measure) && !isIntervalOnly(scene.figures, place.code, measure);

function areaPage(
  scene: Scene,
  site: SiteFacts,
  place: PublishedPlace,
  { measureId, subject }: { measureId: string | null; subject: PlaceSubject | null },
  tiles: ReturnType<typeof tileGrid>,
): Omit<AreaPage, "measures" | "drawn" | "later" | "unasked"> {
  const empty = !scene.figures.has(place.code);
  const charts = empty
    ? []
    : measureId !== null
      ? chartsOfMeasure(scene, place, measureId)
      : chartsOfSections(scene, place, subject?.sections);
  const total = measureId === null || hasTotal(place.level, measureId);
  const measures: readonly string[] = measureId === null ? KEY_MEASURES : [measureId];
  const underMeasures = measureId === null ? UNDER_MEASURES : [measureId];
  return {
    kind: "area",
    place,
    above: placesAbove(scene.places, place.code),
    note: releaseNote(site, scene.release),
    held: heldRelease(scene),
    measure: measureId === null ? null : knownMeasure(measureId),
    subject,
    empty,
    coverage: coverageOf(scene, place, measureId),
    keyFigures: empty || !total ? [] : measures.map((id) => keyFigure(scene, place, id)),
    vacant: vacantWords(scene, place),
    changes: empty || !total ? null : changesOf(scene, place, measures),
    charts,
    sections: measureId === null && !empty ? sectionViews(scene, place, charts, subject?.sections) : [],
    map:
      tiles.length > 0 && !empty && isMapped(scene, place, measureId ?? MAP_MEASURE)
        ? tileMap(scene, tiles, measureId ?? MAP_MEASURE)
        : null,
    under: placesUnder(scene.places, place.code).map((part) => ({
      place: part,
      figures: underMeasures.map((id) => keyFigure(scene, part, id)),
    })),
  };
}
