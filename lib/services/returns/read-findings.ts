import { findingsOf, partById, type ReceivedPart } from "@/db/queries/parts";
import { inTransaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { fail, ok, type Result } from "@/lib/result";
import type { Finding, Severity } from "@/lib/returns/report";
import type { Site } from "../site";
import { own } from "../standing";

const noFile = () => fail("no-such-file", "There is no such file in this return.", "Open the return again.");

/** A received file's findings, errors first: of one severity or one rule where asked for, and at most so many. */
export async function readFindings(
  site: Site,
  viewer: Viewer,
  args: { organisation: string; partId: string; limit: number; severity?: Severity; rule?: string },
): Promise<Result<{ part: ReceivedPart; findings: Finding[] }>> {
  if (!may(viewer, "read the exact return", args.organisation))
    return refusal(viewer, "read the exact return", args.organisation);
  return inTransaction(site.pool, own(args.organisation), async (transaction) => {
    const part = await partById(transaction, args.partId);
    if (!part) return noFile();
    return ok({ part, findings: await findingsOf(transaction, part.id, args) });
  });
}
