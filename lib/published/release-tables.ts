import type { Figure } from "@/lib/disclosure/figure";
import type { Cell, Table, TableShape } from "@/lib/reports/table";
import type { StoredScore } from "@/lib/scenarios/score-looks";
import type { PublishedRate } from "@/lib/supply/estimation/published-rates";
import { CATEGORIES, categoryRows } from "./categories-table";
import { CHANGES_TABLE, type Corrected, changeRows } from "./changes-table";
import { FIGURES, figureRows } from "./figures-table";
import { MEASURES_TABLE, measureRows } from "./measures-table";
import { PLACES_TABLE, placeRows } from "./places-table";
import { RATES_TABLE, rateRows } from "./rates-table";
import type { PublishedPlace, Release } from "./release";
import { SCORES_TABLE, scoreRows } from "./scores-table";

/** All that a release publishes, as the public may see it. */
export type WholeRelease = {
  release: Release;
  places: readonly PublishedPlace[];
  /** In a fixed order. */
  figures: readonly Figure[];
  rates: readonly PublishedRate[];
  scores: readonly StoredScore[];
  /** The release that it corrects; null where it corrects none, or that is seen no longer. */
  corrected: Corrected | null;
};

/** What has to be read for a table, besides its places. */
export type Need = "figures" | "rates" | "scores" | "corrected";

type ReleaseTable = {
  shape: TableShape;
  needs: readonly Need[];
  rows: (whole: WholeRelease) => Cell[][];
};

/** Every table of a release. The files, the data package and its dictionary derive from these entries. */
export const RELEASE_TABLES: readonly ReleaseTable[] = [
  { shape: FIGURES, needs: ["figures"], rows: everyFigure },
  { shape: PLACES_TABLE, needs: [], rows: ({ release, places }) => placeRows(release, places) },
  { shape: MEASURES_TABLE, needs: [], rows: ({ release }) => measureRows(release) },
  {
    shape: CATEGORIES,
    needs: ["figures"],
    rows: ({ release, figures }) => categoryRows(release, figures),
  },
  {
    shape: CHANGES_TABLE,
    needs: ["figures", "corrected"],
    rows: (whole) => changeRows(whole.release, whole, whole.corrected),
  },
  { shape: RATES_TABLE, needs: ["rates"], rows: ({ release, rates }) => rateRows(release, rates) },
  { shape: SCORES_TABLE, needs: ["scores"], rows: ({ release, scores }) => scoreRows(release, scores) },
];

/** The table of an address segment, or undefined: addresses come from outside. */
export const releaseTableById = (id: string): ReleaseTable | undefined =>
  RELEASE_TABLES.find(({ shape }) => shape.id === id);

export const tableOfRelease = ({ shape, rows }: ReleaseTable, whole: WholeRelease): Table => ({
  ...shape,
  rows: rows(whole),
});

/** Place by place: the reason of a figure rests on others of its place alone. */
function everyFigure({ release, places, figures }: WholeRelease): Cell[][] {
  const byPlace = new Map<string, Figure[]>();
  for (const figure of figures) {
    const known = byPlace.get(figure.place);
    if (known) known.push(figure);
    else byPlace.set(figure.place, [figure]);
  }
  return places.flatMap((place) => figureRows(release, place, byPlace.get(place.code) ?? []));
}
