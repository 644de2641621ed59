import { ratesOf } from "@/db/queries/published/rates";
import { scoresOf } from "@/db/queries/published/scores";
import type { Reader } from "@/db/transaction";
import { earlierThan, type Release } from "@/lib/published/release";
import { type ScorecardLine, scorecardLines } from "@/lib/scenarios/scorecard-lines";
import type { PublishedRate } from "@/lib/supply/estimation/published-rates";
import { type Published, readPublished } from "./read-published";
import { type SiteFacts, siteFacts } from "./site-facts";

/** How looks ahead have done up to a release, and the rates that its own rest on. */
export type Scorecard = { release: Release; lines: ScorecardLine[]; rates: PublishedRate[] };
export type ScorecardPage = { site: SiteFacts; scorecard: Scorecard | null };

/** The scorecard of the newest release; null where nothing is published. */
export const readScorecardPage = (): Promise<Published<ScorecardPage> | null> =>
  readPublished(async (db) => {
    const site = await siteFacts(db);
    return { site, scorecard: site.latest && (await scorecardOf(db, site.releases, site.latest)) };
  });

/** Scores are stored with the release whose census they are of: those of the releases before count too. */
export async function scorecardOf(
  db: Reader,
  releases: readonly Release[],
  release: Release,
): Promise<Scorecard> {
  const numbers = [...earlierThan(releases, release), release].map(({ number }) => number);
  return {
    release,
    lines: scorecardLines(await scoresOf(db, numbers)),
    rates: await ratesOf(db, release.number),
  };
}
