import type { Place } from "./place";
import type { Hierarchy } from "./places-as-at";

export type FramePlace = { place: Place; parent: string | null };

/**
 * The places of a release: the organisations that were asked and everything above them, on the hierarchy in force at
 * publication. An organisation that has closed since stands under the board it had at the census or, where that board
 * has closed too, under the board's region.
 */
export function frameGeography(
  frame: readonly string[],
  atPublication: Hierarchy,
  atCensus: Hierarchy,
): FramePlace[] {
  const found = new Map<string, FramePlace>();
  const addAbove = (code: string | null) => {
    const node = code === null ? undefined : atPublication.get(code);
    if (!node || found.has(node.place.code)) return;
    found.set(node.place.code, { place: node.place, parent: node.parent });
    addAbove(node.parent);
  };
  const standing = (code: string | null): string | null => {
    if (code === null || atPublication.has(code)) return code;
    return standing(atCensus.get(code)?.parent ?? null);
  };
  for (const code of frame) {
    const now = atPublication.get(code);
    const then = atCensus.get(code);
    const node = now ?? then;
    if (!node) continue;
    const parent = now?.parent ?? standing(then?.parent ?? null);
    found.set(code, { place: node.place, parent });
    addAbove(parent);
  }
  return [...found.values()].sort((a, b) => (a.place.code < b.place.code ? -1 : 1));
}
