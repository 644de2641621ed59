import type { Figure } from "@/lib/disclosure/figure";
import { knownMeasure } from "@/lib/measures/catalogue";
import { categoryTitle, MERGED } from "@/lib/measures/dimension";
import { knownDimension } from "@/lib/measures/dimensions";
import type { RateTerm } from "@/lib/measures/rate";
import { type FigureName, figureHref } from "./figure-href";
import type { FigureIndex } from "./figure-index";
import { wordsOfFigure } from "./interval-only";

/** One published figure that another is formed from. */
export type FigureInput = {
  part: "numerator" | "denominator";
  /** Taken away, or added by half. */
  sign: RateTerm["sign"];
  title: string;
  unit: string;
  text: string;
  range: string | null;
  href: string;
};

/**
 * The published figures that a rate is formed from, in order: of some categories of a breakdown each by itself, and of
 * merged ones what they are published as. None for a figure that is not formed from others.
 */
export function inputsOf(figures: FigureIndex, name: FigureName, release: number): FigureInput[] {
  const { rate } = knownMeasure(name.measure);
  if (rate === undefined) return [];
  const inputs = (terms: readonly RateTerm[], part: FigureInput["part"]) =>
    terms.flatMap((term) =>
      figuresOfTerm(figures, term, name).map(({ of, figure }) => ({
        part,
        sign: term.sign,
        title: titleOf(of),
        unit: knownMeasure(of.measure).unit,
        ...wordsOfFigure(figures, name.place, figure, of.measure),
        href: figureHref(of, release),
      })),
    );
  return [
    ...inputs(rate.numerator, "numerator"),
    // A difference is not divided by anything.
    ...(rate.kind === "difference" ? [] : inputs(rate.denominator, "denominator")),
  ];
}

function figuresOfTerm(
  figures: FigureIndex,
  { measure, of }: RateTerm,
  { place, dimension, category }: FigureName,
): { of: FigureName; figure: Figure | null }[] {
  if (of === undefined) {
    const name = { place, measure, dimension, category };
    return [{ of: name, figure: figures.find(place, measure, dimension, category) }];
  }
  return figures
    .breakdown(place, measure, of.dimension)
    .filter((figure) => figure.category.split(MERGED).some((one) => of.categories.includes(one)))
    .map((figure) => ({
      of: { place, measure, dimension: of.dimension, category: figure.category },
      figure,
    }));
}

/** What a figure is of, without its place: "Headcount, pay band: Bands 2 and 3". */
export function titleOf({ measure, dimension, category }: Omit<FigureName, "place">): string {
  const { title } = knownMeasure(measure);
  if (dimension === "all") return title;
  const of = knownDimension(dimension);
  return `${title}, ${of.title.toLowerCase()}: ${categoryTitle(of, category)}`;
}
