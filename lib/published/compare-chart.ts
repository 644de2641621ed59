import type { ChartRow, RowChart } from "@/lib/charts/chart";
import { knownMeasure } from "@/lib/measures/catalogue";
import { shortName } from "@/lib/places/short-name";
import { sourceOf, subtitleOf } from "./chart-words";
import { rowOfFigure } from "./interval-only";
import { LEVEL_WORDS } from "./level-words";
import { hasTotal } from "./page-measures";
import { heldRelease, measureHref } from "./place-href";
import type { PublishedPlace } from "./release";
import { placesAbove, placesBeside, type Scene } from "./scene";
import { reasonsDrawn, withWhy } from "./why-missing";

const NO_SAMPLE = "No organisation of the sample is in";
const NO_COLLECTION = "No organisation of the collection is in";

/**
 * A measure of a place's parts, or of its neighbours where it has none to show, in order of value, and below them the
 * place itself and the United Kingdom. Null when there is nothing to compare.
 */
export function compareChart(scene: Scene, place: PublishedPlace, measureId: string): RowChart | null {
  const measure = knownMeasure(measureId);
  if (!hasTotal(place.level, measureId)) return null;
  const beside = placesBeside(scene.places, place).filter((other) => other.code !== place.code);
  const here = beside.filter((other) => scene.figures.has(other.code));
  if (here.length === 0) return null;

  const row = (of: PublishedPlace, mark?: ChartRow["mark"]) => {
    const figure = scene.figures.find(of.code, measureId);
    const named = {
      key: of.code,
      label: shortName(of.name),
      href: measureHref(of.code, measureId, heldRelease(scene)),
      mark,
    };
    const drawn = rowOfFigure(scene.figures, of.code, named, figure, measureId);
    return withWhy(drawn, scene.figures, of, measureId, figure);
  };
  const parts = here.map((other) => row(other)).sort(byValue);
  const whole = placesAbove(scene.places, place.code)[0];
  const rows = [...parts, row(place, "own"), ...(whole ? [row(whole, "whole")] : [])];

  const among = partsInWords(here);
  const absent = beside
    .filter((other) => !scene.figures.has(other.code))
    .map((other) => shortName(other.name));
  const remark =
    absent.length > 0 ? [`${scene.release.synthetic ? NO_SAMPLE : NO_COLLECTION} ${inWords(absent)}.`] : [];
  return {
    kind: measure.rate ? "dots" : "bars",
    id: measureId,
    title: `${measure.title}, by ${among}: ${shortName(place.name)}`,
    subtitle: subtitleOf(scene, measure.unit),
    description: describe(measure.title, among, parts),
    source: sourceOf(scene, [...remark, ...reasonsDrawn(rows)]),
    synthetic: scene.release.synthetic,
    rowHeading: "Place",
    valueHeading: measure.shortTitle,
    rows,
  };
}

/** The greatest first; those without a value last, by name. */
function byValue(a: ChartRow, b: ChartRow): number {
  if (a.value !== null && b.value !== null && a.value !== b.value) return b.value - a.value;
  if ((a.value === null) !== (b.value === null)) return a.value === null ? 1 : -1;
  return a.label < b.label ? -1 : 1;
}

function partsInWords(places: readonly PublishedPlace[]): string {
  const levels = new Set(places.map((place) => place.level));
  if (levels.size > 1) return "region and nation";
  const [level] = levels;
  return level === "board"
    ? "integrated care board"
    : LEVEL_WORDS[level ?? "region"].one.replace("NHS ", "").toLowerCase();
}

const inWords = (names: readonly string[]) =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;

function describe(title: string, among: string, parts: readonly ChartRow[]): string {
  const known = parts.filter((part) => part.value !== null);
  const [first] = known;
  const last = known.at(-1);
  if (!first || !last) return `${title} by ${among}. No value can be shown; the table says why.`;
  if (known.length === 1)
    return `${title} by ${among}: ${first.label}, ${first.text}. The table has every value.`;
  return `${title} by ${among}: from ${last.text} in ${last.label} to ${first.text} in ${first.label}. The table has every value with its range.`;
}
