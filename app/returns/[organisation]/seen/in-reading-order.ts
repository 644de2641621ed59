import type { Figure } from "@/lib/disclosure/figure";
import { MEASURES } from "@/lib/measures/catalogue";
import { compareCategories } from "@/lib/measures/dimension";
import { DIMENSIONS, dimensionById } from "@/lib/measures/dimensions";

const measureAt = (figure: Figure) => MEASURES.findIndex(({ id }) => id === figure.measure);
/** The whole, which is of no dimension, before its breakdowns. */
const dimensionAt = (figure: Figure) => DIMENSIONS.findIndex(({ id }) => id === figure.dimension);

/** Figures as the catalogues declare them: measure by measure, each whole before its parts. */
export const inReadingOrder = (figures: readonly Figure[]): Figure[] =>
  [...figures].sort((a, b) => {
    const dimension = dimensionById(a.dimension);
    return (
      measureAt(a) - measureAt(b) ||
      dimensionAt(a) - dimensionAt(b) ||
      (dimension ? compareCategories(dimension, a.category, b.category) : 0)
    );
  });
