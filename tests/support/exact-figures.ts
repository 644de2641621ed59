import { GROUPS } from "./independent-groups";

/** Exact figures of one organisation or place, keyed `measure|dimension|category`; a key that is absent was not said. */
export type ExactFigures = Map<string, number>;

const exactly = (amount: number): number => Math.round(amount * 1e5) / 1e5;

/** Adds an amount under a key. Nought is an amount: it was said. */
export const addTo = (figures: ExactFigures, key: string, amount: number): void => {
  figures.set(key, exactly((figures.get(key) ?? 0) + amount));
};

/** Adds an amount to the total of a measure and to its category of each breakdown, fine and coarse. */
export function addOf(
  figures: ExactFigures,
  measure: string,
  amount: number,
  of: Readonly<Record<string, string>> = {},
): void {
  addTo(figures, `${measure}|all|all`, amount);
  for (const [dimension, category] of Object.entries(of)) {
    addTo(figures, `${measure}|${dimension}|${category}`, amount);
    const [coarse, groups] = GROUPS[dimension] ?? [];
    const group = groups?.[category];
    if (coarse && group) addTo(figures, `${measure}|${coarse}|${group}`, amount);
  }
}

/** Figures added up, key by key. */
export function summed(all: Iterable<ExactFigures>): ExactFigures {
  const sum: ExactFigures = new Map();
  for (const figures of all) for (const [key, amount] of figures) addTo(sum, key, amount);
  return sum;
}
