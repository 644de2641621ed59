import { totalsOfMeasure } from "@/db/queries/published/figures";
import { placesOfRelease } from "@/db/queries/published/places";
import type { Reader } from "@/db/transaction";
import type { Level } from "@/lib/places/place";
import { type PublishedPlace, type Release, seriesOf } from "@/lib/published/release";
import { type Published, readPublished } from "./read-published";
import { type SiteFacts, siteFacts } from "./site-facts";

/** The levels whose places have a file of figures worth listing: of an organisation there is only how it answered. */
const LISTED = ["united_kingdom", "nation", "region", "board"] as const satisfies readonly Level[];

export type FilesOfLevel = { level: Level; places: readonly Pick<PublishedPlace, "code" | "name">[] };
export type FilesOfRelease = { release: Release; levels: readonly FilesOfLevel[] };

/** The files that can be had: of the release that speaks for each census, the newest first. */
export type DataPage = { site: SiteFacts; releases: readonly FilesOfRelease[] };

export function readDataPage(): Promise<Published<DataPage> | null> {
  return readPublished(async (db) => {
    const site = await siteFacts(db);
    const releases: FilesOfRelease[] = [];
    for (const release of seriesOf(site.releases).toReversed()) releases.push(await filesOf(db, release));
    return { site, releases };
  });
}

/** A place in which no organisation was asked has no figures, and so no file. */
async function filesOf(db: Reader, release: Release): Promise<FilesOfRelease> {
  const places = await placesOfRelease(db, release.number);
  const levels: FilesOfLevel[] = [];
  for (const level of LISTED) {
    const asked = await totalsOfMeasure(db, release.number, "organisations", level);
    const codes = new Set(asked.map(({ place }) => place));
    levels.push({
      level,
      places: places.filter(({ code }) => codes.has(code)).sort((a, b) => (a.name < b.name ? -1 : 1)),
    });
  }
  return { release, levels: levels.filter((one) => one.places.length > 0) };
}
