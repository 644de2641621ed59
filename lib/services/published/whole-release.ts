import { allFiguresOf } from "@/db/queries/published/figures";
import { placesOfRelease } from "@/db/queries/published/places";
import { ratesOf } from "@/db/queries/published/rates";
import { scoresOf } from "@/db/queries/published/scores";
import type { Reader } from "@/db/transaction";
import type { Corrected } from "@/lib/published/changes-table";
import type { Release } from "@/lib/published/release";
import { type Need, RELEASE_TABLES, type WholeRelease } from "@/lib/published/release-tables";

const ALL: readonly Need[] = RELEASE_TABLES.flatMap(({ needs }) => needs);

/** What a release publishes to everyone: all of it, or no more than tables need. */
export async function wholeRelease(
  db: Reader,
  release: Release,
  needs: readonly Need[] = ALL,
): Promise<WholeRelease> {
  const { number } = release;
  return {
    release,
    places: await placesOfRelease(db, number),
    figures: needs.includes("figures") ? await publicFigures(db, number) : [],
    rates: needs.includes("rates") ? await ratesOf(db, number) : [],
    scores: needs.includes("scores") ? await scoresOf(db, [number]) : [],
    corrected: needs.includes("corrected") ? await correctedBy(db, release) : null,
  };
}

const publicFigures = async (db: Reader, release: number) =>
  (await allFiguresOf(db, release)).filter(({ audience }) => audience === "public");

/** The database shows no place of a release that has been withdrawn. */
async function correctedBy(db: Reader, { replaces }: Release): Promise<Corrected | null> {
  if (replaces === null) return null;
  const places = await placesOfRelease(db, replaces);
  return places.length === 0
    ? null
    : { number: replaces, places, figures: await publicFigures(db, replaces) };
}
