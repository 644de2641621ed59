import { collectionAt } from "@/db/queries/collections";
import { keyFingerprintOf } from "@/db/queries/person-keys";
import { returnId } from "@/db/queries/returns";
import { inTransaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { fail, ok, type Result } from "@/lib/result";
import { type PortableContext, portableStandings } from "@/lib/returns/portable-context";
import type { Site } from "../site";
import { own } from "../standing";
import { checkContext, placeCodes } from "./check-context";

/** What the checks in a sender's browser may know beside the file: the same as the server's own, and nothing more. */
export async function readBrowserContext(
  site: Site,
  viewer: Viewer,
  { organisation, census }: { organisation: string; census: string },
): Promise<Result<PortableContext>> {
  if (!may(viewer, "upload a file", organisation)) return refusal(viewer, "upload a file", organisation);
  return inTransaction(site.pool, own(organisation), async (reader) => {
    if (!(await collectionAt(reader, census)))
      return fail("not-asked", `There is no collection of ${census}.`, "Open the return again.");
    const draft = await returnId(reader, census, organisation);
    const known = await checkContext(reader, { organisation, census }, draft);
    const { standing, served, categories, mapping, mappingVersion } = known;
    return ok({
      organisation,
      census,
      ...portableStandings(await placeCodes(reader), standing),
      served,
      categories: Object.fromEntries(categories),
      mapping: mapping ? { headers: mapping.headers, values: mapping.values } : null,
      mappingVersion,
      keyFingerprint: await keyFingerprintOf(reader, organisation),
    });
  });
}
