import { figureText } from "@/lib/disclosure/figure-text";
import { knownMeasure } from "@/lib/measures/catalogue";
import { categoryTitle, compareCategories } from "@/lib/measures/dimension";
import { knownDimension } from "@/lib/measures/dimensions";
import { shortName } from "@/lib/places/short-name";
import { figureHref } from "./figure-href";
import type { FigureIndex } from "./figure-index";
import { isIntervalOnly, wordsOfFigure } from "./interval-only";
import type { PublishedPlace, Release } from "./release";
import { whyMissing } from "./why-missing";

/** One release as a table is built from it. */
export type TableSource = {
  release: Release;
  places: ReadonlyMap<string, PublishedPlace>;
  figures: FigureIndex;
  /** The categories of the breakdown that it has figures of. */
  categories: readonly string[];
};

export type BuiltCell = {
  text: string;
  /** The page of the figure; null where the release has none. */
  href: string | null;
  why: string | null;
};

export type BuiltTable = {
  title: string;
  columns: readonly string[];
  rows: readonly { key: string; place: string; release: number; cells: readonly BuiltCell[] }[];
};

type Chosen = { places: readonly string[]; measures: readonly string[]; by: string | null };

/**
 * The tables of a choice: one with a column for each measure, or for a breakdown one for each measure with a column for
 * each category. A row is a place in a release; where there is no figure the cell says so, and why.
 */
export function builtTables(sources: readonly TableSource[], { places, measures, by }: Chosen): BuiltTable[] {
  const rowsOf = (columns: readonly { measure: string; category: string }[]) =>
    places.flatMap((code) =>
      sources.map((source) => ({
        key: `${code} ${source.release.number}`,
        place: nameOf(sources, code),
        release: source.release.number,
        cells: columns.map(({ measure, category }) => cellOf(source, code, measure, by, category)),
      })),
    );
  if (by === null)
    return [
      {
        title: measures.map((id) => knownMeasure(id).title).join("; "),
        columns: measures.map((id) => `${knownMeasure(id).shortTitle} (${unitOf(id)})`),
        rows: rowsOf(measures.map((measure) => ({ measure, category: "all" }))),
      },
    ];
  const dimension = knownDimension(by);
  const categories = [...new Set(sources.flatMap((source) => source.categories))].sort((a, b) =>
    compareCategories(dimension, a, b),
  );
  return measures.map((measure) => ({
    title: `${knownMeasure(measure).title}, by ${dimension.title.toLowerCase()} (${unitOf(measure)})`,
    columns: categories.map((category) => categoryTitle(dimension, category)),
    rows: rowsOf(categories.map((category) => ({ measure, category }))),
  }));
}

const UNIT_WORDS: Readonly<Record<string, string>> = { percent: "%", wte: "WTE", pounds: "£" };
const unitOf = (measure: string) => UNIT_WORDS[knownMeasure(measure).unit] ?? knownMeasure(measure).unit;

/** As the newest of the releases calls it. */
const nameOf = (sources: readonly TableSource[], code: string): string =>
  shortName(sources.map(({ places }) => places.get(code)?.name).find((name) => name !== undefined) ?? code);

function cellOf(
  { release, places, figures }: TableSource,
  code: string,
  measure: string,
  by: string | null,
  category: string,
): BuiltCell {
  const place = places.get(code);
  if (!place) return { text: "–", href: null, why: `Release ${release.number} has no such place.` };
  const dimension = by ?? "all";
  const figure = figures.find(code, measure, dimension, category);
  return {
    text: isIntervalOnly(figures, code, measure)
      ? wordsOfFigure(figures, code, figure, measure).text
      : figureText(figure, knownMeasure(measure).unit),
    href: figure === null ? null : figureHref({ place: code, measure, dimension, category }, release.number),
    why: whyMissing(figures, place, measure, figure),
  };
}
