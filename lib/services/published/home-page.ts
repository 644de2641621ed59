import { placesOfRelease } from "@/db/queries/published/places";
import { UNITED_KINGDOM } from "@/lib/places/united-kingdom";
import { type AreaPage, readAreaPage } from "./area-page";
import { type Published, readPublished } from "./read-published";
import { type SiteFacts, siteFacts } from "./site-facts";

/** The national picture; null while nothing has been published. */
export type HomePage = { site: SiteFacts; picture: AreaPage | null };

export function readHomePage(): Promise<Published<HomePage> | null> {
  return readPublished(async (db) => {
    const site = await siteFacts(db);
    if (site.latest === null) return { site, picture: null };
    const places = await placesOfRelease(db, site.latest.number);
    const whole = places.find((place) => place.code === UNITED_KINGDOM);
    return {
      site,
      picture: whole
        ? await readAreaPage(db, site, site.latest, whole, { measure: null, subject: null, held: false })
        : null,
    };
  });
}
