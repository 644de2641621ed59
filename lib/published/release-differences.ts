import type { Figure } from "@/lib/disclosure/figure";

/** One figure that two releases tell differently: null where one of them does not have it. */
export type FigureDifference = { before: Figure | null; now: Figure | null };

export type DifferenceKind = "changed" | "added" | "gone";

export const kindOf = ({ before, now }: FigureDifference): DifferenceKind =>
  before === null ? "added" : now === null ? "gone" : "changed";

/** How many figures of one measure differ, and how many do not. */
export type MeasureDifference = Record<DifferenceKind | "same", number> & { measure: string };

export type ReleaseDifference = {
  figures: FigureDifference[];
  /** By measure, in the order of their names. */
  measures: MeasureDifference[];
};

/** Two figures say the same: value, symbol and interval. */
export const saysTheSame = (one: Figure, other: Figure): boolean =>
  one.value === other.value &&
  one.symbol === other.symbol &&
  one.low === other.low &&
  one.high === other.high;

/**
 * What one release says differently from another, figure by figure, in the order of the cells. A figure is the same
 * cell in both where place, measure, breakdown, category, basis and audience are the same.
 */
export function differenceOf(before: readonly Figure[], now: readonly Figure[]): ReleaseDifference {
  const earlier = new Map(before.map((figure) => [figure.cellId, figure]));
  const measures = new Map<string, MeasureDifference>();
  const count = (measure: string, kind: DifferenceKind | "same") => {
    const of = measures.get(measure) ?? { measure, changed: 0, added: 0, gone: 0, same: 0 };
    of[kind] += 1;
    measures.set(measure, of);
  };
  const figures: FigureDifference[] = [];
  const add = (difference: FigureDifference, measure: string) => {
    figures.push(difference);
    count(measure, kindOf(difference));
  };
  for (const figure of now) {
    const there = earlier.get(figure.cellId) ?? null;
    earlier.delete(figure.cellId);
    if (there && saysTheSame(there, figure)) count(figure.measure, "same");
    else add({ before: there, now: figure }, figure.measure);
  }
  for (const figure of earlier.values()) add({ before: figure, now: null }, figure.measure);
  const cellOf = ({ before: then, now: since }: FigureDifference) => (since ?? then)?.cellId ?? "";
  return {
    figures: figures.sort((a, b) => (cellOf(a) < cellOf(b) ? -1 : 1)),
    measures: [...measures.values()].sort((a, b) => (a.measure < b.measure ? -1 : 1)),
  };
}
