import { releases } from "@/db/queries/releases";
import type { Reader } from "@/db/transaction";
import { awaitedCensuses } from "@/lib/published/awaited-censuses";
import { latestRelease, type Release } from "@/lib/published/release";
import { type Published, readPublished } from "./read-published";

/** What every page needs to know of the site: which releases there are, and whether what it shows is invented. */
export type SiteFacts = {
  /** All that visitors may know of, newest first; withdrawn ones too. */
  releases: readonly Release[];
  latest: Release | null;
  synthetic: boolean;
  /** The censuses of a sample that are still being loaded after a first start. */
  awaited: readonly string[];
};

export async function siteFacts(db: Reader): Promise<SiteFacts> {
  const all: Release[] = await releases(db);
  const latest = latestRelease(all);
  const expected = process.env.MUSTER_SAMPLE_AWAITS?.split(",") ?? [];
  return {
    releases: all,
    latest,
    synthetic: latest?.synthetic ?? false,
    awaited: awaitedCensuses(expected, all),
  };
}

/** For pages that say nothing of a place: methods, privacy and the like. */
export const readSiteFacts = (): Promise<Published<SiteFacts> | null> => readPublished(siteFacts);
