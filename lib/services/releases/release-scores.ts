import { allBasesOf } from "@/db/queries/published/bases";
import { placesOfRelease } from "@/db/queries/published/places";
import { ratesOf } from "@/db/queries/published/rates";
import type { Reader } from "@/db/transaction";
import type { Figure } from "@/lib/disclosure/figure";
import { indexFigures } from "@/lib/published/figure-index";
import type { PublishedPlace, Release } from "@/lib/published/release";
import { assumptionsOfRates } from "@/lib/scenarios/assumptions-of-rates";
import { type ReleaseBefore, type StoredScore, scoreLooks } from "@/lib/scenarios/score-looks";

/** How looks ahead from the releases before did on the census of the one that is built. From published things alone. */
export async function releaseScores(
  reader: Reader,
  earlier: readonly { release: Release; figures: readonly Figure[] }[],
  now: { release: Release; places: readonly PublishedPlace[]; figures: readonly Figure[] },
): Promise<StoredScore[]> {
  const before: ReleaseBefore[] = [];
  for (const { release, figures } of earlier)
    before.push({
      release,
      places: await placesOfRelease(reader, release.number),
      figures: indexFigures(figures),
      bases: await allBasesOf(reader, release.number),
      known: assumptionsOfRates(await ratesOf(reader, release.number)),
    });
  return scoreLooks(before, { ...now, figures: indexFigures(now.figures) });
}
