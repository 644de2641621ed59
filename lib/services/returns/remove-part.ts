import { removeDraftPart } from "@/db/queries/draft-parts";
import { returnId } from "@/db/queries/returns";
import { inTransaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { fail, ok, type Result } from "@/lib/result";
import type { PartName } from "@/lib/returns/part";
import { record } from "../record";
import type { Site } from "../site";
import { own } from "../standing";
import { takeTurn } from "./open-window";

/** Takes a file out of the draft: one sent by mistake. Versions that hold it keep it. */
export async function removePart(
  site: Site,
  viewer: Viewer,
  args: { organisation: string; census: string; part: PartName; serviceUnit: string },
): Promise<Result<null>> {
  const { organisation, census, part, serviceUnit } = args;
  if (!may(viewer, "upload a file", organisation, serviceUnit))
    return refusal(viewer, "upload a file", organisation, serviceUnit);
  return inTransaction(site.pool, own(organisation), async (transaction) => {
    const turn = await takeTurn(transaction, site, args);
    if (!turn.ok) return turn;
    const id = await returnId(transaction, census, organisation);
    const removed =
      id && (await removeDraftPart(transaction, { returnId: id, organisation, part, serviceUnit }));
    if (!removed)
      return fail("no-such-file", "There is no such file in this return any more.", "Open the return again.");
    await record(transaction, viewer, {
      verb: "part.removed",
      organisation,
      subject: `${census} ${part}${serviceUnit ? ` ${serviceUnit}` : ""}`,
    });
    return ok(null);
  });
}
