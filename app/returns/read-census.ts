import { cache } from "react";
import type { Viewer } from "@/lib/access/viewer";
import { fail, ok, type Result } from "@/lib/result";
import { listCollections } from "@/lib/services/collections/open-collection";
import { type ReturnView, readReturn } from "@/lib/services/returns/read-return";
import { currentSite } from "@/lib/services/site";

export type CensusChoice = { census: string; title: string };
export type CensusReturn = { view: ReturnView; title: string; closes: string | null };
export type OneReturn = CensusReturn & { others: CensusChoice[] };

/** An organisation's return to every census that asks it, newest first; read at once, not one after another, and once a page. */
export const readReturns = cache(
  async (viewer: Viewer, organisation: string): Promise<Result<CensusReturn[]>> => {
    const site = currentSite();
    const collections = await listCollections(site);
    const reads = await Promise.all(
      collections.map(({ census }) => readReturn(site, viewer, { organisation, census })),
    );
    const asked: CensusReturn[] = [];
    for (const [at, { title, closes }] of collections.entries()) {
      const read = reads[at];
      if (read?.ok) asked.push({ view: read.value, title, closes });
      else if (read && read.problem.code !== "not-asked") return read;
    }
    return ok(asked);
  },
);

/** The return to the census asked for, or to the newest that asks the organisation; with the other censuses that do. */
export async function readCensus(
  viewer: Viewer,
  organisation: string,
  census: string | undefined,
): Promise<Result<OneReturn>> {
  const read = await readReturns(viewer, organisation);
  if (!read.ok) return read;
  const chosen = census ? read.value.find(({ view }) => view.census === census) : read.value[0];
  if (!chosen)
    return fail("not-asked", `${organisation} is not asked for a return.`, "Choose another organisation.");
  return ok({
    ...chosen,
    others: read.value
      .filter((other) => other !== chosen)
      .map(({ view, title }) => ({ census: view.census, title })),
  });
}
