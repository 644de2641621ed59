import type { LookAhead } from "@/lib/scenarios/look-ahead";
import type { FigureIndex } from "./figure-index";
import type { PublishedPlace, Release } from "./release";

/** What a page or a chart is drawn from: one release, and those that speak for the censuses before it. */
export type Scene = {
  release: Release;
  /** Set where the address holds the release fast: then links to other places and measures hold it too. */
  held?: boolean;
  /** By code. */
  places: ReadonlyMap<string, PublishedPlace>;
  figures: FigureIndex;
  /** Oldest first. */
  earlier: readonly { release: Release; figures: FigureIndex }[];
  /** What the release is held against to say what changed (see `releaseBefore`). */
  before?: { release: Release; figures: FigureIndex } | null;
  /** The look ahead from the place; null where its figures say too little to start from. */
  look?: LookAhead | null;
};

/** The places that a place is part of, from the top down. */
export function placesAbove(places: Scene["places"], code: string): PublishedPlace[] {
  const above: PublishedPlace[] = [];
  let parent = places.get(code)?.parent ?? null;
  while (parent !== null) {
    const place = places.get(parent);
    if (!place || above.includes(place)) break;
    above.unshift(place);
    parent = place.parent;
  }
  return above;
}

/** The places directly under a place, by name. */
export function placesUnder(places: Scene["places"], code: string): PublishedPlace[] {
  return [...places.values()].filter((place) => place.parent === code).sort(byName);
}

/**
 * What a place is seen beside: a nation its regions, a region its boards, the United Kingdom the regions of England
 * and the other nations; a place without such parts, its neighbours. Organisations are never compared in public.
 */
export function placesBeside(places: Scene["places"], place: PublishedPlace): PublishedPlace[] {
  const parts = partsOf(places, place.code);
  if (parts.length > 0) return parts;
  if (place.level === "organisation" || place.parent === null) return [];
  return placesUnder(places, place.parent).filter((other) => other.level === place.level);
}

function partsOf(places: Scene["places"], code: string): PublishedPlace[] {
  const parts = placesUnder(places, code).filter((part) => part.level !== "organisation");
  if (places.get(code)?.level !== "united_kingdom") return parts;
  return parts.flatMap((nation) => {
    const regions = partsOf(places, nation.code);
    return regions.length > 0 ? regions : [nation];
  });
}

const byName = (a: PublishedPlace, b: PublishedPlace) =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : a.code < b.code ? -1 : 1;

/** Every place whose figures the page or charts of a place may name. */
export function placesNamedBy(places: Scene["places"], code: string): string[] {
  const place = places.get(code);
  if (!place) return [code];
  return [
    ...new Set([
      code,
      ...placesAbove(places, code).map((above) => above.code),
      ...placesUnder(places, code).map((part) => part.code),
      ...placesBeside(places, place).map((other) => other.code),
    ]),
  ];
}
