import type { Figure } from "@/lib/disclosure/figure";

/** Figures of one release, found by what they are of. */
export type FigureIndex = {
  /** The figure, or null when the release has no such row. */
  find(place: string, measure: string, dimension?: string, category?: string): Figure | null;
  /** All categories of a breakdown; empty when there is none. */
  breakdown(place: string, measure: string, dimension: string): readonly Figure[];
  /** Whether the release says anything of the place. */
  has(place: string): boolean;
};

/** The public, returned figures of a release by place, measure, dimension and category. */
export function indexFigures(figures: readonly Figure[]): FigureIndex {
  const cells = new Map<string, Figure>();
  const breakdowns = new Map<string, Figure[]>();
  const places = new Set<string>();
  for (const figure of figures) {
    if (figure.audience !== "public" || figure.basis !== "returned") continue;
    const { place, measure, dimension, category } = figure;
    cells.set(`${place} ${measure} ${dimension} ${category}`, figure);
    places.add(place);
    const breakdown = `${place} ${measure} ${dimension}`;
    const rows = breakdowns.get(breakdown);
    if (rows) rows.push(figure);
    else breakdowns.set(breakdown, [figure]);
  }
  return {
    find: (place, measure, dimension = "all", category = "all") =>
      cells.get(`${place} ${measure} ${dimension} ${category}`) ?? null,
    breakdown: (place, measure, dimension) => breakdowns.get(`${place} ${measure} ${dimension}`) ?? [],
    has: (place) => places.has(place),
  };
}
