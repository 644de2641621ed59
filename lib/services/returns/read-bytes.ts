import { partById, type ReceivedPart } from "@/db/queries/parts";
import { inTransaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { fail, ok, type Result } from "@/lib/result";
import type { Site } from "../site";
import { own } from "../standing";
import { storedBytes } from "./stored-bytes";

/** A received file as it came, to be read piece by piece; reading it throws where what is stored is not what came. */
export async function readBytes(
  site: Site,
  viewer: Viewer,
  args: { organisation: string; partId: string },
): Promise<Result<{ part: ReceivedPart; bytes: AsyncGenerator<Buffer<ArrayBuffer>> }>> {
  if (!may(viewer, "read the exact return", args.organisation))
    return refusal(viewer, "read the exact return", args.organisation);
  return inTransaction(site.pool, own(args.organisation), async (transaction) => {
    const part = await partById(transaction, args.partId);
    if (!part) return fail("no-such-file", "There is no such file in this return.", "Open the return again.");
    if (!part.bytesKept)
      return fail(
        "bytes-not-kept",
        "The bytes of this file were not kept, since it held more than rows of declared columns.",
        "Use your own copy of the file.",
      );
    return ok({ part, bytes: storedBytes(site, args.organisation, part) });
  });
}
