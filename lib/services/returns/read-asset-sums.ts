import { partById, type ReceivedPart, returnOfPart } from "@/db/queries/parts";
import { inTransaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { fail, ok, type Result } from "@/lib/result";
import type { Row } from "@/lib/returns/part";
import type { Site } from "../site";
import { own } from "../standing";
import { assetSums } from "./asset-sums";

export type AssetSums = { part: ReceivedPart; census: string; rows: Row[] };

/** What a file of single devices adds up to: the rows of the devices part that stand for it, as a release counts them. */
export async function readAssetSums(
  site: Site,
  viewer: Viewer,
  { organisation, partId }: { organisation: string; partId: string },
): Promise<Result<AssetSums>> {
  if (!may(viewer, "read the exact return", organisation))
    return refusal(viewer, "read the exact return", organisation);
  return inTransaction(site.pool, own(organisation), async (reader) => {
    const part = await partById(reader, partId);
    if (part?.part !== "assets")
      return fail("no-such-file", "There is no such file of assets.", "Open the return again.");
    const { census } = await returnOfPart(reader, partId);
    return ok({ part, census, rows: await assetSums(reader, { organisation, partId }) });
  });
}
