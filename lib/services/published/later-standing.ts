import { totalsOfPlaces } from "@/db/queries/published/figures";
import { placesOfRelease } from "@/db/queries/published/places";
import { referenceTables } from "@/db/queries/reference";
import type { Reader } from "@/db/transaction";
import { type ChangeRow, changesOf } from "@/lib/published/changes";
import { indexFigures } from "@/lib/published/figure-index";
import { geographyWords } from "@/lib/published/geography-words";
import type { PublishedPlace } from "@/lib/published/release";
import { correctionOf } from "@/lib/published/release-status";
import type { Scene } from "@/lib/published/scene";
import type { SiteFacts } from "./site-facts";

/** What has come of a release since, as its pages say it. */
export type LaterStanding = {
  /** What its correction changed of the measures of the page; null where it has not been corrected. */
  corrected: { number: number; rows: readonly ChangeRow[] } | null;
  /** That the newest release is drawn on another geography, in a sentence; null where it is not. */
  geography: string | null;
};

export async function laterStanding(
  db: Reader,
  site: SiteFacts,
  scene: Scene,
  place: PublishedPlace,
  measures: readonly string[],
): Promise<LaterStanding> {
  const { release, figures } = scene;
  const correction = correctionOf(site.releases, release);
  const { latest } = site;
  const elsewhere = latest !== null && latest.geographyDate !== release.geographyDate;
  return {
    corrected: correction && {
      number: correction.number,
      rows:
        changesOf(
          {
            ...scene,
            release: correction,
            held: true,
            figures: indexFigures(await totalsOfPlaces(db, correction.number, [place.code])),
            before: { release, figures },
          },
          place,
          measures,
        )?.rows ?? [],
    },
    geography: elsewhere
      ? geographyWords(
          release,
          latest,
          {
            code: place.code,
            stillThere: (await placesOfRelease(db, latest.number)).some(({ code }) => code === place.code),
          },
          await referenceTables(db),
        )
      : null,
  };
}
