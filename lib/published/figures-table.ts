import type { Figure } from "@/lib/disclosure/figure";
import { knownMeasure } from "@/lib/measures/catalogue";
import type { Cell, Table, TableShape } from "@/lib/reports/table";
import { restsOn } from "./coverage";
import { fewAnsweredIn } from "./few-answered";
import { FIGURE_COLUMNS } from "./figure-columns";
import { type FigureIndex, indexFigures } from "./figure-index";
import type { PublishedPlace, Release } from "./release";
import { releaseCells } from "./release-cells";
import { releaseWords } from "./release-words";
import { RESPONSE_WORDS } from "./response-words";
import { whyMissing } from "./why-missing";
import { isWithoutDevices } from "./without-devices";

/** The figures of one place or of many: one row is one figure. */
export const FIGURES: TableShape = {
  id: "figures",
  title: "Figures",
  rowIs: "one figure: one measure of one place, in total or for one category of a breakdown",
  columns: FIGURE_COLUMNS,
  key: ["release", "cell_id"],
  references: [
    { column: "place", table: "places", of: "place" },
    { column: "measure", table: "measures", of: "measure" },
  ],
};

type PlaceOfFigures = Pick<PublishedPlace, "code" | "name" | "level" | "response" | "servedBy">;

/** The public figures of a place as a table (see `figureRows`). */
export const figuresTable = (...given: Parameters<typeof figureRows>): Table => ({
  ...FIGURES,
  rows: figureRows(...given),
});

/**
 * The public figures of a place as rows: the very values of its pages. What is withheld has a symbol, the reason in a
 * sentence and no value, and of how many organisations that answered a figure speaks; a row is never without its
 * release, census and source, which says too where few have answered and how an organisation did (its host, and that it sent no devices), and says
 * in its first cell whether it is invented. `all` are the figures that reasons rest on, where only some are asked for.
 */
export function figureRows(
  release: Release,
  place: PlaceOfFigures,
  figures: readonly Figure[],
  all: readonly Figure[] = figures,
): Cell[][] {
  const index = indexFigures(all);
  const source = sourceOf(release, place, index);
  return figures.map((figure) => [
    ...releaseCells(release),
    release.collectionOpen ? "yes" : "no",
    figure.cellId,
    figure.level,
    figure.place,
    place.name,
    figure.dimension,
    figure.category,
    figure.measure,
    knownMeasure(figure.measure).unit,
    figure.basis,
    figure.value,
    figure.symbol,
    whyMissing(index, place, figure.measure, figure),
    figure.low,
    figure.high,
    ...behind(index, place, figure.measure),
    source,
  ]);
}

function sourceOf(release: Release, place: PlaceOfFigures, index: FigureIndex): string {
  const answered = place.response === null ? null : RESPONSE_WORDS[place.response];
  const host = place.servedBy ? `Its host is ${place.servedBy}` : null;
  const devices = isWithoutDevices(index, place.code) ? "It sent no devices" : null;
  const few = fewAnsweredIn(index, place.code);
  return [`Muster, ${releaseWords(release).replace("Census", "census")}`, answered, host, devices, few]
    .filter((part) => part !== null)
    .join(". ");
}

/** Of an organisation's own figures there is nothing to say. */
function behind(
  index: FigureIndex,
  { code, level }: Pick<PublishedPlace, "code" | "level">,
  measure: string,
): [number | null, number | null] {
  const rests = level === "organisation" ? null : restsOn(index, code, measure);
  return [rests?.count ?? null, rests?.answered ?? null];
}
