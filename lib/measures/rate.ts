/**
 * One term of a rate: a published figure, or the sum of some categories of a published breakdown.
 * Without `of`, the figure of the same breakdown and category as the rate's own row.
 */
export type RateTerm = {
  measure: string;
  /** −1 takes the figure away; a half of it counts where a mean is formed. */
  sign: 1 | -1 | 0.5 | -0.5;
  of?: { dimension: string; categories: readonly string[] };
};

/** Numerator over denominator, each a sum of published figures of the same place, release and organisations. */
export type Rate = {
  numerator: readonly RateTerm[];
  denominator: readonly RateTerm[];
  /** Where an organisation's breakdowns are coarser than those above it. */
  organisation?: { numerator: readonly RateTerm[]; denominator: readonly RateTerm[] };
  /**
   * `people`: capped to 0 to 100, never 0 % or 100 % below region. `posts`: may be negative.
   * `ratio`: so many for each one, not per cent. `difference`: nothing is divided; the numerator is the figure.
   * `exact`: of devices, work, services and answers, which are published as they are.
   */
  kind: "people" | "posts" | "exact" | "ratio" | "difference";
};

const term = (sign: 1 | -1, measure: string, dimension?: string, categories?: readonly string[]): RateTerm =>
  dimension === undefined || categories === undefined
    ? { measure, sign }
    : { measure, sign, of: { dimension, categories } };

/** Half of a term: the mean of two stocks is one of them and half of what came between. */
export const half = (of: RateTerm): RateTerm => ({ ...of, sign: of.sign > 0 ? 0.5 : -0.5 });

/** A figure, or some categories of a breakdown of it, added. */
export const plus = (measure: string, dimension?: string, categories?: readonly string[]): RateTerm =>
  term(1, measure, dimension, categories);

/** A figure, or some categories of a breakdown of it, taken away. */
export const minus = (measure: string, dimension?: string, categories?: readonly string[]): RateTerm =>
  term(-1, measure, dimension, categories);
