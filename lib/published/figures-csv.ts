import type { Figure } from "@/lib/disclosure/figure";
import { knownMeasure } from "@/lib/measures/catalogue";
import { restsOn } from "./coverage";
import { csvOf, SYNTHETIC } from "./csv-lines";
import { fewAnsweredIn } from "./few-answered";
import { FIGURE_COLUMNS } from "./figure-columns";
import { type FigureIndex, indexFigures } from "./figure-index";
import type { PublishedPlace, Release } from "./release";
import { releaseWords } from "./release-words";
import { RESPONSE_WORDS } from "./response-words";
import { whyMissing } from "./why-missing";
import { isWithoutDevices } from "./without-devices";

/**
 * The public figures of a place as CSV: the very values of its pages. What is withheld has a symbol, the reason in a
 * sentence and no value, and of how many organisations that answered a figure speaks; a file is never without its
 * release, census and source, which says too where few have answered and how an organisation did (its host, and that it sent no devices), and says
 * in its first column whether it is invented. `all` are the figures that reasons rest on, where only some are asked for.
 */
export function figuresCsv(
  release: Release,
  place: Pick<PublishedPlace, "code" | "name" | "level" | "response" | "servedBy">,
  figures: readonly Figure[],
  all: readonly Figure[] = figures,
): string {
  const index = indexFigures(all);
  const few = fewAnsweredIn(index, place.code);
  const answered = place.response === null ? null : RESPONSE_WORDS[place.response];
  const host = place.servedBy ? `Its host is ${place.servedBy}` : null;
  const devices = isWithoutDevices(index, place.code) ? "It sent no devices" : null;
  const source = [
    `Muster, ${releaseWords(release).replace("Census", "census")}`,
    answered,
    host,
    devices,
    few,
  ]
    .filter((part) => part !== null)
    .join(". ");
  const rows = figures.map((figure) => [
    release.synthetic ? SYNTHETIC : "no",
    release.number,
    release.census,
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
  return csvOf([[...FIGURE_COLUMNS], ...rows]);
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
