import type { Figure } from "@/lib/disclosure/figure";
import type { Level } from "@/lib/places/place";
import { type Base, fitBase } from "./fit-base";

/**
 * What projections start from in a release: for every place from board up whose figures allow it, the population fitted
 * to that place's public figures alone. Places without a headcount have none.
 */
export function basesOfRelease(
  places: readonly { code: string; level: Level }[],
  figures: readonly Figure[],
): { place: string; fit: Base }[] {
  const byPlace = new Map<string, Figure[]>();
  for (const figure of figures) {
    if (figure.audience !== "public" || figure.basis !== "returned") continue;
    const own = byPlace.get(figure.place) ?? [];
    own.push(figure);
    byPlace.set(figure.place, own);
  }
  return places.flatMap(({ code, level }) => {
    if (level === "organisation") return [];
    const fit = fitBase(byPlace.get(code) ?? []);
    return fit.ok ? [{ place: code, fit: fit.value }] : [];
  });
}
