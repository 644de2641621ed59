import type { Viewer } from "@/lib/access/viewer";
import { fail, ok, type Result } from "@/lib/result";
import { listCollections } from "@/lib/services/collections/open-collection";
import { type ReturnView, readReturn } from "@/lib/services/returns/read-return";
import { currentSite } from "@/lib/services/site";

export type CensusChoice = { census: string; title: string };
export type OneReturn = { view: ReturnView; title: string; closes: string | null; others: CensusChoice[] };

/**
 * An organisation's return to the census asked for, or to the newest that asks it; with the other censuses that do.
 */
export async function readCensus(
  viewer: Viewer,
  organisation: string,
  census: string | undefined,
): Promise<Result<OneReturn>> {
  const site = currentSite();
  const views: { view: ReturnView; title: string; closes: string | null }[] = [];
  for (const collection of await listCollections(site)) {
    const read = await readReturn(site, viewer, { organisation, census: collection.census });
    if (read.ok) views.push({ view: read.value, title: collection.title, closes: collection.closes });
    else if (read.problem.code !== "not-asked") return read;
  }
  const chosen = census ? views.find(({ view }) => view.census === census) : views[0];
  if (!chosen)
    return fail("not-asked", `${organisation} is not asked for a return.`, "Choose another organisation.");
  return ok({
    ...chosen,
    others: views
      .filter((other) => other !== chosen)
      .map(({ view, title }) => ({ census: view.census, title })),
  });
}
