import { baseOf } from "@/db/queries/published/bases";
import { figuresOfPlace, totalsOfMeasure, totalsOfPlaces } from "@/db/queries/published/figures";
import { placesOfRelease } from "@/db/queries/published/places";
import type { Reader } from "@/db/transaction";
import { indexFigures } from "@/lib/published/figure-index";
import { earlierThan, type Release, releaseBefore } from "@/lib/published/release";
import { placesNamedBy, type Scene } from "@/lib/published/scene";
import { lookAhead } from "@/lib/scenarios/look-ahead";

/** What more a scene is to hold than a place and those it names. */
type Wanted = {
  /** Its address holds the release. */
  held?: boolean;
  /** Further places whose totals are wanted, such as those of a map. */
  also?: readonly string[];
  /** The measure that is wanted of every board. */
  overBoards?: string | null;
  /** Whether the look ahead is wanted. */
  ahead?: boolean;
};

/**
 * What the pages and charts of one place are drawn from: all its own figures, the totals of every place it names, and
 * its totals in the censuses before and in the release it is held against.
 */
export async function readScene(
  db: Reader,
  releases: readonly Release[],
  release: Release,
  code: string,
  { held = false, also = [], overBoards = null, ahead = false }: Wanted,
): Promise<Scene> {
  const places = new Map((await placesOfRelease(db, release.number)).map((place) => [place.code, place]));
  const named = [...new Set([...placesNamedBy(places, code), ...also])].filter((other) => other !== code);
  const own = await figuresOfPlace(db, release.number, code);
  const others = await totalsOfPlaces(db, release.number, named);
  const boards = overBoards === null ? [] : await totalsOfMeasure(db, release.number, overBoards, "board");
  const totalsIn = async (past: Release) => ({
    release: past,
    figures: indexFigures(await totalsOfPlaces(db, past.number, [code])),
  });
  const earlier = [];
  for (const past of earlierThan(releases, release)) earlier.push(await totalsIn(past));
  const against = releaseBefore(releases, release);
  const before =
    earlier.find((past) => past.release === against) ?? (against === null ? null : await totalsIn(against));
  return {
    release,
    held,
    places,
    figures: indexFigures([
      ...own,
      ...others,
      ...boards.filter(({ place }) => place !== code && !named.includes(place)),
    ]),
    earlier,
    before,
    look: ahead ? await lookFrom(db, release.number, code) : null,
  };
}

async function lookFrom(db: Reader, release: number, code: string): Promise<Scene["look"]> {
  const found = await baseOf(db, release, code);
  return found && (found.look ?? lookAhead(found.fit, code));
}
