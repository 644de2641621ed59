import { draftStanding } from "@/db/queries/draft-standing";
import { findingsOf } from "@/db/queries/findings";
import { partById, type ReceivedPart, returnOfPart } from "@/db/queries/parts";
import { inTransaction, type Reader } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { fail, ok, type Result } from "@/lib/result";
import { KEPT_OF_A_RULE } from "@/lib/returns/finding-log";
import { columnOf, type FindingFilter, type FindingGroup, groupFindings } from "@/lib/returns/group-findings";
import type { Finding, RuleCount, Severity } from "@/lib/returns/report";
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

/** Whether a file's cells and reasons may still be changed, and if not, why. */
export type Standing = "in-work" | "in-a-version" | "not-in-work" | "closed";

export type ReadFindings = {
  part: ReceivedPart;
  /** The census of the return, and how the file stands in its draft. */
  census: string;
  standing: Standing;
  /** How often each rule spoke, those of the return as a whole too. */
  counts: RuleCount[];
  groups: FindingGroup[];
  /** The columns of which anything is said. */
  columns: string[];
};

async function standingOf(
  reader: Reader,
  site: Pick<Site, "now">,
  organisation: string,
  partId: string,
): Promise<Standing> {
  const standing = await draftStanding(reader, partId);
  if (!standing) return "not-in-work";
  if (!(await openWindow(reader, site, { ...standing, organisation })).ok) return "closed";
  return standing.held ? "in-a-version" : "in-work";
}

/**
 * A received file's findings by rule, those of the return as a whole with them: what is looked for, and at most so many.
 * Words and columns are looked for among those that are kept.
 */
export async function readFindings(
  site: Site,
  viewer: Viewer,
  args: { organisation: string; partId: string; limit: number; filter: FindingFilter },
): Promise<Result<ReadFindings>> {
  if (!may(viewer, "read the exact return", args.organisation))
    return refusal(viewer, "read the exact return", args.organisation);
  return inTransaction(site.pool, own(args.organisation), async (transaction) => {
    const part = await partById(transaction, args.partId);
    if (!part) return noFile();
    const whole = await wholeFindingsAt(transaction, site, args.organisation, part.id);
    const stored = await findingsOf(transaction, part.id, { limit: part.counts.length * KEPT_OF_A_RULE });
    const findings = [...whole, ...stored];
    const counts = [
      ...part.counts,
      ...whole.map(({ severity, code }) => ({ severity, code, count: 1 })),
    ].sort((one, other) => SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity));
    const { census } = await returnOfPart(transaction, part.id);
    return ok({
      part,
      census,
      standing: await standingOf(transaction, site, args.organisation, part.id),
      counts,
      groups: groupFindings(counts, findings, args.filter, args.limit),
      columns: [...new Set(findings.map(columnOf))].filter((column) => column !== null).sort(),
    });
  });
}

const SEVERITIES: readonly Severity[] = ["error", "warning", "notice"];
