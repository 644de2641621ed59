import type { Figure } from "@/lib/disclosure/figure";
import { figureText, figureWords } from "@/lib/disclosure/figure-text";
import { formatCount, formatPercent } from "@/lib/format/number";
import { knownMeasure } from "@/lib/measures/catalogue";
import type { MeasureUnit } from "@/lib/measures/measure";
import { shortName } from "@/lib/places/short-name";
import type { Tile } from "@/lib/places/tile-grid";
import { heldRelease, measureHref } from "./place-href";
import type { Scene } from "./scene";
import { whyMissing } from "./why-missing";

/** Few: only a bound is published. Withheld: nothing is. Unsaid: nobody said it. Nobody: no organisation is there. */
export type Without = "few" | "withheld" | "unsaid" | "nobody";

export type TileOnMap = {
  code: string;
  label: string;
  name: string;
  href: string;
  column: number;
  row: number;
  /** 1 the least to 5 the most; null without a value. */
  shade: 1 | 2 | 3 | 4 | 5 | null;
  /** Why it has no shade; null where it has one. */
  without: Without | null;
  /** As written on the tile: short. */
  text: string;
  /** In full, for reading aloud and for the table. */
  words: string;
  why: string | null;
};

export type TileMap = {
  measure: string;
  title: string;
  /** What each shade stands for, least first, and how many tiles have it, up to the greatest there is. */
  legend: readonly { shade: 1 | 2 | 3 | 4 | 5; words: string; count: number }[];
  /** The tiles without a shade, each kind with what is written on them and how many there are. */
  without: readonly { kind: Without; text: string; words: string; count: number }[];
  tiles: readonly TileOnMap[];
};

const SHADES = [1, 2, 3, 4, 5] as const;
/** Counts of people are published in fives: a class between two of those would stay empty for ever. */
const GRAINS: Partial<Record<MeasureUnit, number>> = { people: 5 };

const STEPS = [0.5, 1, 2, 2.5, 4, 5, 10, 20, 25, 50, 100, 200, 250, 500];

/**
 * Five equal classes in round numbers that hold all values: the least bound and the step, which is a whole number of
 * `grains` where values come in those.
 */
export function classesOf(values: readonly number[], grain = 0): { from: number; step: number } {
  const least = Math.min(...values);
  const most = Math.max(...values);
  const fits = (step: number) => Math.floor(least / step) * step + 5 * step > most;
  let step = STEPS.find((one) => (grain === 0 || one % grain === 0) && fits(one));
  for (let larger = 1000; step === undefined; larger *= 2) if (fits(larger)) step = larger;
  return { from: Math.floor(least / step) * step, step };
}

/** The boards and the nations without boards as tiles, each with its value of a measure in words and in one of five shades. */
export function tileMap(scene: Scene, tiles: readonly Tile[], measureId: string): TileMap {
  const measure = knownMeasure(measureId);
  const figures = tiles.map((tile) => scene.figures.find(tile.code, measureId));
  const values = figures.flatMap((figure) => (figure?.value == null ? [] : [figure.value]));
  const classes = values.length > 0 ? classesOf(values, GRAINS[measure.unit]) : { from: 0, step: 1 };
  const shadeOf = (value: number) =>
    SHADES[Math.min(4, Math.floor((value - classes.from) / classes.step))] ?? 1;

  const onMap = tiles.map((tile, index): TileOnMap => {
    const figure = figures[index] ?? null;
    const place = scene.places.get(tile.code);
    const here = scene.figures.has(tile.code);
    const value = figure?.value ?? null;
    return {
      code: tile.code,
      label: tile.label,
      name: shortName(place?.name ?? tile.label),
      href: measureHref(tile.code, measureId, heldRelease(scene)),
      column: tile.column,
      row: tile.row,
      shade: value === null ? null : shadeOf(value),
      without: value === null ? withoutOf(figure, here) : null,
      text: here ? figureText(figure, measure.unit) : "–",
      words: here ? figureWords(figure, measure.unit) : nobodyHere(scene),
      why: here && place ? whyMissing(scene.figures, place, measureId, figure) : null,
    };
  });
  return {
    measure: measureId,
    title: measure.title,
    legend: SHADES.filter((shade) => values.some((value) => shadeOf(value) >= shade)).map((shade) => ({
      shade,
      words: classWords(classes, shade, measure.unit),
      count: onMap.filter((tile) => tile.shade === shade).length,
    })),
    without: WITHOUT.flatMap(([kind, words]) => {
      const tiles = onMap.filter((tile) => tile.without === kind);
      const [first] = tiles;
      if (!first) return [];
      const alike = tiles.every(({ text }) => text === first.text);
      return [{ kind, text: alike ? first.text : "", words, count: tiles.length }];
    }),
    tiles: onMap,
  };
}

const WITHOUT = [
  ["few", "Too few to show a number"],
  ["withheld", "Cannot be shown"],
  ["unsaid", "Not returned"],
  ["nobody", "No organisation here"],
] as const satisfies readonly (readonly [Without, string])[];

function withoutOf(figure: Figure | null, here: boolean): Without {
  if (!here) return "nobody";
  if (figure?.symbol === "<5") return "few";
  return figure?.symbol === "c" ? "withheld" : "unsaid";
}

const nobodyHere = (scene: Scene) =>
  scene.release.synthetic
    ? "no organisation of the sample is here"
    : "no organisation of the collection is here";

function classWords(
  { from, step }: { from: number; step: number },
  shade: number,
  unit: MeasureUnit,
): string {
  const format = unit === "percent" ? (value: number) => formatPercent(value) : formatCount;
  const least = from + (shade - 1) * step;
  return `${format(least)} to under ${format(least + step)}`;
}
