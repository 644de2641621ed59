import { draftStanding } from "@/db/queries/draft-standing";
import { findingsOf, partById, type ReceivedPart, returnOfPart } from "@/db/queries/parts";
import { inTransaction, type Reader } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { fail, ok, type Result } from "@/lib/result";
import type { Finding, Severity } from "@/lib/returns/report";
import type { Site } from "../site";
import { own } from "../standing";
import { openWindow } from "./open-window";
import { findInWholeDraft } from "./whole-draft";

const noFile = () => fail("no-such-file", "There is no such file in this return.", "Open the return again.");

/** What the checks over the whole return found and put to a file, while it stands in the draft of an open collection. */
export async function wholeFindingsAt(
  reader: Reader,
  site: Pick<Site, "now">,
  organisation: string,
  partId: string,
): Promise<Finding[]> {
  const standing = await draftStanding(reader, partId);
  if (!standing || !(await openWindow(reader, site, { ...standing, organisation })).ok) return [];
  const { id, census } = await returnOfPart(reader, partId);
  const found = await findInWholeDraft(reader, { organisation, census }, id);
  return found.filter((one) => one.partId === partId).map(({ finding }) => finding);
}

/**
 * A received file's findings, those of the return as a whole first: of one severity or one rule where asked for, and at
 * most so many.
 */
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
    const whole = (await wholeFindingsAt(transaction, site, args.organisation, part.id)).filter(
      ({ severity, code }) => severity === (args.severity ?? severity) && code === (args.rule ?? code),
    );
    const findings = [...whole, ...(await findingsOf(transaction, part.id, args))].slice(0, args.limit);
    return ok({ part, findings });
  });
}
