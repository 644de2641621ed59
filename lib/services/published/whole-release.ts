import { allFiguresOf } from "@/db/queries/published/figures";
import { placesOfRelease } from "@/db/queries/published/places";
import { ratesOf } from "@/db/queries/published/rates";
import { scoresOf } from "@/db/queries/published/scores";
import type { Reader } from "@/db/transaction";
import type { Release } from "@/lib/published/release";
import type { WholeRelease } from "@/lib/published/release-tables";

/** All that a release publishes to everyone. */
export const wholeRelease = async (db: Reader, release: Release): Promise<WholeRelease> => ({
  release,
  places: await placesOfRelease(db, release.number),
  figures: (await allFiguresOf(db, release.number)).filter(({ audience }) => audience === "public"),
  rates: await ratesOf(db, release.number),
  scores: await scoresOf(db, [release.number]),
});
