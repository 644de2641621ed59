import { figureWords } from "@/lib/disclosure/figure-text";
import { formatDate } from "@/lib/format/date";
import { knownMeasure } from "@/lib/measures/catalogue";
import type { MeasureUnit } from "@/lib/measures/measure";
import { restsOn, restsWords } from "./coverage";
import { wordsOfFigure } from "./interval-only";
import { definitionHref, heldRelease, measureHref } from "./place-href";
import type { PublishedPlace } from "./release";
import type { Scene } from "./scene";
import { whyMissing } from "./why-missing";

/** One measure of one place, ready to be read. */
export type KeyFigure = {
  measure: string;
  title: string;
  unit: string | null;
  text: string;
  /** The range in which the true value lies, in words. */
  range: string | null;
  /** Why there is no number, or only a bound; null when there is one. */
  why: string | null;
  /** On how many it rests, where those are fewer than answered. */
  from: string | null;
  /** The census before, when it has a value. */
  before: { date: string; text: string } | null;
  href: string;
  definitionHref: string;
};

const UNITS: Readonly<Record<MeasureUnit, string | null>> = {
  people: "people",
  wte: "WTE",
  percent: null,
  devices: "devices",
  jobs: "jobs",
  hours: "hours",
  pounds: null,
  organisations: "organisations",
  services: "services",
  incidents: "incidents",
  procurements: "procurements",
  ratio: "hours for each WTE",
  censuses: null,
  band: null,
};

/**
 * A measure of a place in the scene's release, or one category of it, with its range, its reason and the census before.
 */
export function keyFigure(
  scene: Scene,
  place: PublishedPlace,
  measureId: string,
  cell: { dimension?: string; category?: string } = {},
): KeyFigure {
  const measure = knownMeasure(measureId);
  const figure = scene.figures.find(place.code, measureId, cell.dimension, cell.category);
  const past = scene.earlier.at(-1);
  const why = whyMissing(scene.figures, place, measureId, figure);
  const rests = restsOn(scene.figures, place.code, measureId);
  const before = past?.figures.find(place.code, measureId, cell.dimension, cell.category) ?? null;
  return {
    measure: measureId,
    title: measure.title,
    unit: figure?.value === null || figure === null ? null : UNITS[measure.unit],
    ...wordsOfFigure(scene.figures, place.code, figure, measureId),
    why,
    // A reason says itself who is missing.
    from: why === null && rests && rests.count < rests.answered ? restsWords(rests) : null,
    before:
      past && before && before.value !== null
        ? { date: formatDate(past.release.census), text: figureWords(before, measure.unit) }
        : null,
    href: measureHref(place.code, measureId, heldRelease(scene)),
    definitionHref: definitionHref(measureId),
  };
}
