import { newestMapping } from "@/db/queries/mappings";
import { inTransaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { fail, ok, type Result } from "@/lib/result";
import { mappingText } from "@/lib/returns/mapping/mapping";
import type { Site } from "../site";
import { own } from "../standing";

/** What an organisation's own words mean, as the file that `muster check --mapping` reads. */
export async function readMappingFile(
  site: Site,
  viewer: Viewer,
  organisation: string,
): Promise<Result<string>> {
  if (!may(viewer, "upload a file", organisation)) return refusal(viewer, "upload a file", organisation);
  return inTransaction(site.pool, own(organisation), async (reader) => {
    const newest = await newestMapping(reader, organisation);
    return newest
      ? ok(mappingText(newest))
      : fail("no-such-file", "Nothing is remembered of your own words yet.", "Say first what they mean.");
  });
}
