import { knownMeasure } from "@/lib/measures/catalogue";
import { categoryTitle } from "@/lib/measures/dimension";
import { knownDimension } from "@/lib/measures/dimensions";
import type { RateTerm } from "@/lib/measures/rate";

/** The name of a term of a rate: "Staff in post", "Headcount (55 to 64 and 65 and over)". */
export function termName({ measure, of }: RateTerm): string {
  const { title } = knownMeasure(measure);
  if (!of || of.dimension === "all") return title;
  const dimension = knownDimension(of.dimension);
  return `${title} (${of.categories.map((category) => categoryTitle(dimension, category)).join(", ")})`;
}

/** The sum of terms in words: "Vacant posts − Temporary cover". */
export const termsInWords = (terms: readonly RateTerm[]): string =>
  terms
    .map((term, at) => {
      const name = Math.abs(term.sign) === 0.5 ? `half of ${termName(term)}` : termName(term);
      if (at === 0) return term.sign < 0 ? `− ${name}` : name;
      return `${term.sign < 0 ? "−" : "+"} ${name}`;
    })
    .join(" ");
