import { collectionAt } from "@/db/queries/collections";
import { draftParts } from "@/db/queries/draft-parts";
import { findingsOf } from "@/db/queries/findings";
import { newestMapping } from "@/db/queries/mappings";
import { deviceCategories } from "@/db/queries/reference";
import { returnId } from "@/db/queries/returns";
import { inTransaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { fail, ok, type Result } from "@/lib/result";
import { KEPT_OF_A_RULE } from "@/lib/returns/finding-log";
import { type Mapping, NO_MAPPING } from "@/lib/returns/mapping/mapping";
import { createUnknownWordLog, type UnknownWord } from "@/lib/returns/mapping/unknown-words";
import type { PartName } from "@/lib/returns/part";
import { PARTS } from "@/lib/returns/parts";
import type { Site } from "../site";
import { own } from "../standing";

export type OwnWords = {
  /** Null while nothing is remembered. */
  version: number | null;
  mapping: Mapping;
  /** Words of the files in work that have no meaning yet, by part; those that got one since are left out. */
  unknown: { part: PartName; words: UnknownWord[] }[];
  categories: Readonly<Record<string, string>>;
};

/** What an organisation's own words mean, and which words of its files in work were not understood. */
export async function readOwnWords(
  site: Site,
  viewer: Viewer,
  { organisation, census }: { organisation: string; census: string },
): Promise<Result<OwnWords>> {
  if (!may(viewer, "upload a file", organisation)) return refusal(viewer, "upload a file", organisation);
  return inTransaction(site.pool, own(organisation), async (reader) => {
    if (!(await collectionAt(reader, census)))
      return fail("not-asked", `There is no collection of ${census}.`, "Open the return again.");
    const newest = await newestMapping(reader, organisation);
    const mapping = newest ? { headers: newest.headers, values: newest.values } : NO_MAPPING;
    const draft = await returnId(reader, census, organisation);
    const logs = new Map<PartName, ReturnType<typeof createUnknownWordLog>>();
    for (const { id, part } of draft === null ? [] : await draftParts(reader, draft)) {
      const log = logs.get(part) ?? createUnknownWordLog(PARTS[part], mapping);
      logs.set(part, log);
      for (const rule of ["unknown-column", "not-allowed", "not-yes-or-no"])
        for (const finding of await findingsOf(reader, id, { rule, limit: KEPT_OF_A_RULE }))
          log.hear(finding);
    }
    const categories = await deviceCategories(reader);
    return ok({
      version: newest?.version ?? null,
      mapping,
      unknown: [...logs]
        .map(([part, log]) => ({ part, words: log.words() }))
        .filter(({ words }) => words.length > 0),
      categories: Object.fromEntries(categories.map(({ code, title }) => [code, title])),
    });
  });
}
