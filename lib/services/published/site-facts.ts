import { releases } from "@/db/queries/releases";
import type { Reader } from "@/db/transaction";
import { latestRelease, type Release } from "@/lib/published/release";
import { type Published, readPublished } from "./read-published";

/** What every page needs to know of the site: which releases there are, and whether what it shows is invented. */
export type SiteFacts = {
  /** All that visitors may know of, newest first; withdrawn ones too. */
  releases: readonly Release[];
  latest: Release | null;
  synthetic: boolean;
};

export async function siteFacts(db: Reader): Promise<SiteFacts> {
  const all: Release[] = await releases(db);
  const latest = latestRelease(all);
  return { releases: all, latest, synthetic: latest?.synthetic ?? false };
}

/** For pages that say nothing of a place: methods, privacy and the like. */
export const readSiteFacts = (): Promise<Published<SiteFacts> | null> => readPublished(siteFacts);
