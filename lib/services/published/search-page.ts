import { nameOfPlace } from "@/db/queries/published/places";
import { referenceTables } from "@/db/queries/reference";
import { normaliseCode } from "@/lib/places/code";
import { placesAsAt } from "@/lib/places/places-as-at";
import { type PlaceFound, searchPlaces } from "@/lib/places/search-places";
import { type Published, readPublished } from "./read-published";
import { type SiteFacts, siteFacts } from "./site-facts";

export type PlaceHit = PlaceFound & { parent: string | null };

export type SearchPage = {
  site: SiteFacts;
  query: string;
  /** The code itself was typed: there is nothing to choose. */
  exact: string | null;
  hits: readonly PlaceHit[];
  /** There are more than are shown. */
  more: boolean;
};

const LONGEST = 80;
const SHOWN = 20;

/** Places by name, old name, code or postcode. */
export function readSearchPage(given: string): Promise<Published<SearchPage> | null> {
  const query = given.trim().slice(0, LONGEST);
  return readPublished(async (db) => {
    const site = await siteFacts(db);
    const code = normaliseCode(query);
    if (code !== "" && (await nameOfPlace(db, code)) !== null)
      return { site, query, exact: code, hits: [], more: false };
    const tables = await referenceTables(db);
    const today = new Date().toISOString().slice(0, 10);
    const hierarchy = placesAsAt(tables, today);
    const found = searchPlaces(tables, query, today, SHOWN + 1);
    const hits = found.slice(0, SHOWN).map((hit) => {
      const parent = hierarchy.get(hit.place.code)?.parent;
      return { ...hit, parent: (parent && hierarchy.get(parent)?.place.name) ?? null };
    });
    return { site, query, exact: null, hits, more: found.length > SHOWN };
  });
}
