import { draftParts } from "@/db/queries/draft-parts";
import { type FindingCount, findingCounts } from "@/db/queries/findings";
import { type ReceivedPart, submissionParts } from "@/db/queries/parts";
import { returnId } from "@/db/queries/returns";
import { type Submission, submissionsOf } from "@/db/queries/submissions";
import { windowOf } from "@/db/queries/windows";
import { inTransaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { fail, ok, type Problem, type Result } from "@/lib/result";
import { isOpenOn, type Window } from "@/lib/returns/window";
import type { Site } from "../site";
import { own } from "../standing";
import { today } from "./open-window";
import { findInWholeDraft, withWholeFindings } from "./whole-draft";

export type DraftPart = Omit<ReceivedPart, "counts"> & { counts: FindingCount[] };

export type ReturnView = {
  organisation: string;
  census: string;
  window: Window;
  /** Whether this organisation may still send: while the collection is open, or its own extension lasts. */
  collectionOpen: boolean;
  draft: DraftPart[];
  /** Every version, newest first, with its files. */
  submissions: (Submission & { parts: ReceivedPart[] })[];
  /** What still stands in the way of submitting; empty when it can be submitted. */
  obstacles: Problem[];
};

/** What stands in the way of submitting a draft, each with its mend. */
export function obstaclesOf(
  draft: readonly DraftPart[],
  submissions: readonly Submission[],
  collectionOpen: boolean,
): Problem[] {
  const problems: Problem[] = [];
  const add = (code: string, message: string, mend: string) => problems.push({ code, message, mend });
  if (!collectionOpen) add("collection-closed", "This collection is closed.", "Ask IPEM for an extension.");
  if (!draft.some((part) => part.part === "workforce"))
    add(
      "workforce-missing",
      "There is no workforce file yet.",
      "Upload workforce.csv: it is the one part that every return needs.",
    );
  for (const { serviceUnit } of draft.filter(({ part }) => part === "assets")) {
    if (draft.some((other) => other.part === "devices" && other.serviceUnit === serviceUnit))
      add(
        "devices-twice",
        `There are both devices and assets${serviceUnit ? ` of ${serviceUnit}` : ""}, so each device would count twice.`,
        "Take one of the two files out: assets are added up to devices.",
      );
  }
  for (const part of draft) {
    const errors = part.counts
      .filter((count) => count.severity === "error")
      .reduce((sum, count) => sum + count.count, 0);
    if (part.verdict === "errors")
      add(
        "errors",
        `${part.fileName} has ${errors} ${errors === 1 ? "error" : "errors"}.`,
        "Mend the file and upload it again.",
      );
    const open = part.counts.filter((count) => count.severity === "warning" && count.reason === null).length;
    if (open > 0)
      add(
        "warnings-open",
        `${part.fileName} has ${open} ${open === 1 ? "warning" : "warnings"} without a reason.`,
        "Say for each why the figures are right, or mend the file.",
      );
  }
  if (submissions.some((submission) => submission.state === "submitted"))
    add(
      "waiting-for-approval",
      "A version is already waiting for approval.",
      "Ask your approver to approve it or send it back, then submit the new one.",
    );
  const same = (parts: readonly { id: string }[]) =>
    parts
      .map((part) => part.id)
      .sort()
      .join();
  const latest = submissions.find((submission) => submission.state === "approved") as
    | (Submission & { parts?: ReceivedPart[] })
    | undefined;
  if (latest?.kind === "files" && latest.parts && draft.length > 0 && same(latest.parts) === same(draft))
    add(
      "nothing-new",
      "These files are the ones already approved.",
      "Upload a changed file to send a new version.",
    );
  return problems;
}

/** An organisation's return to a collection: draft, findings, versions. For its own people only. */
export async function readReturn(
  site: Site,
  viewer: Viewer,
  args: { organisation: string; census: string },
): Promise<Result<ReturnView>> {
  if (!may(viewer, "read the exact return", args.organisation))
    return refusal(viewer, "read the exact return", args.organisation);
  return inTransaction(site.pool, own(args.organisation), async (transaction) => {
    const window = await windowOf(transaction, args.census, args.organisation);
    if (!window?.asked)
      return fail(
        "not-asked",
        `${args.organisation} is not asked for a return at ${args.census}.`,
        "Choose a collection that asks your organisation.",
      );
    const id = await returnId(transaction, args.census, args.organisation);
    const draft: DraftPart[] = [];
    for (const part of id ? await draftParts(transaction, id) : [])
      draft.push({ ...part, counts: await findingCounts(transaction, part.id) });
    const submissions = [];
    for (const submission of id ? await submissionsOf(transaction, id) : [])
      submissions.push({ ...submission, parts: await submissionParts(transaction, submission.id) });
    const collectionOpen = isOpenOn(window, today(site));
    // Of a closed collection nothing can be submitted or explained any more.
    const found = id && collectionOpen ? await findInWholeDraft(transaction, args, id) : [];
    const whole = draft.map((part) => withWholeFindings(part, found));
    return ok({
      ...args,
      window,
      collectionOpen,
      draft: whole,
      submissions,
      obstacles: obstaclesOf(whole, submissions, collectionOpen),
    });
  });
}
