import { referenceTables } from "@/db/queries/reference";
import { type Hierarchy, placesAsAt } from "@/lib/places/places-as-at";
import { UNITED_KINGDOM } from "@/lib/places/united-kingdom";
import { type Published, readPublished } from "./read-published";
import { type SiteFacts, siteFacts } from "./site-facts";

export type PlaceLink = { code: string; name: string; parts: readonly PlaceLink[] };

/** Nations, their regions, and the boards of those, to browse. */
export type PlacesPage = { site: SiteFacts; nations: readonly PlaceLink[] };

export function readPlacesPage(): Promise<Published<PlacesPage> | null> {
  return readPublished(async (db) => {
    const site = await siteFacts(db);
    const date = site.latest?.geographyDate ?? new Date().toISOString().slice(0, 10);
    const hierarchy = placesAsAt(await referenceTables(db), date);
    return { site, nations: partsOf(hierarchy, UNITED_KINGDOM) };
  });
}

function partsOf(hierarchy: Hierarchy, code: string): PlaceLink[] {
  const children = (hierarchy.get(code)?.children ?? []).flatMap(
    (child) => hierarchy.get(child)?.place ?? [],
  );
  const areas = children.filter((place) => place.level !== "organisation");
  // A nation without regions is browsed by its health boards and trusts; the organisations of a board are on its page.
  const isNation = hierarchy.get(code)?.place.level === "nation";
  return (areas.length === 0 && isNation ? children : areas)
    .map((place) => ({ code: place.code, name: place.name, parts: partsOf(hierarchy, place.code) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
