import type { Measure } from "./measure";
import { isSaid, type OwnValue } from "./own-values";

/** What would make measures known that are not: a part that was not sent, or columns of one that was. */
export type Unlock = {
  part: Measure["source"]["part"];
  /** Null: the whole part is missing. */
  columns: readonly string[] | null;
  /** Titles of what it unlocks. */
  measures: string[];
};

/** The part that says the same in another form. */
const INSTEAD: Readonly<Record<string, string>> = { devices: "assets" };

/** Of the measures of which nothing is said: which part or column would say it, each once. */
export function unlocksOf(values: readonly OwnValue[], sent: ReadonlySet<string>): Unlock[] {
  const unlocks = new Map<string, Unlock>();
  for (const { measure } of values.filter((value) => !isSaid(value))) {
    const { part, columns } = measure.source;
    const there = sent.has(part) || sent.has(INSTEAD[part] ?? "");
    const key = there ? `${part}:${columns.join()}` : part;
    const unlock = unlocks.get(key) ?? { part, columns: there ? columns : null, measures: [] };
    if (!unlock.measures.includes(measure.title)) unlock.measures.push(measure.title);
    unlocks.set(key, unlock);
  }
  return [...unlocks.values()];
}
