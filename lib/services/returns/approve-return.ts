import { lockCollection } from "@/db/queries/locks";
import { moveSubmission, submissionById, submissionsOf } from "@/db/queries/submissions";
import { inTransaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { fail, ok, type Result } from "@/lib/result";
import { reasonText } from "@/lib/returns/reason-text";
import { record } from "../record";
import type { Site } from "../site";
import { own } from "../standing";
import { openWindow } from "./open-window";

type Args = { organisation: string; submission: string };

const gone = () =>
  fail(
    "not-waiting",
    "This version is no longer waiting for approval.",
    "Open the return again to see where it stands.",
  );

/** Approves a submission: by another person than its submitter. The version approved before is superseded. */
export async function approveReturn(
  site: Site,
  viewer: Viewer,
  args: Args,
): Promise<Result<{ version: number }>> {
  if (!may(viewer, "approve a return", args.organisation))
    return refusal(viewer, "approve a return", args.organisation);
  return inTransaction(site.pool, own(args.organisation), async (transaction) => {
    const submission = await submissionById(transaction, args.submission);
    if (!submission) return gone();
    if (viewer.kind === "person" && submission.submittedBy === viewer.person)
      return fail(
        "second-person-needed",
        "You submitted this version, so another person approves it.",
        "Ask your organisation's other approver.",
      );
    await lockCollection(transaction, submission.census);
    const open = await openWindow(transaction, site, submission);
    if (!open.ok) return open;
    for (const earlier of await submissionsOf(transaction, submission.returnId))
      if (earlier.state === "approved")
        await moveSubmission(transaction, earlier.id, "approved", "superseded");
    const approved = await moveSubmission(
      transaction,
      submission.id,
      "submitted",
      "approved",
      viewer.kind === "person" ? viewer.person : null,
    );
    if (!approved) return gone();
    await record(transaction, viewer, {
      verb: "return.approved",
      organisation: args.organisation,
      subject: `${submission.census} version ${submission.version}`,
    });
    return ok({ version: submission.version });
  });
}

/** Sends a waiting version back to its submitter, or takes an approved one out of what will be published next. */
export async function withdrawReturn(
  site: Site,
  viewer: Viewer,
  args: Args & { reason: string },
): Promise<Result<{ version: number }>> {
  if (!may(viewer, "withdraw a return", args.organisation))
    return refusal(viewer, "withdraw a return", args.organisation);
  if (args.reason.trim() === "")
    return fail(
      "reason-missing",
      "Say why the version is sent back.",
      "Write one sentence for the submitter.",
    );
  const told = reasonText(args.reason);
  if (!told.ok) return told;
  return inTransaction(site.pool, own(args.organisation), async (transaction) => {
    const submission = await submissionById(transaction, args.submission);
    if (!submission || !["submitted", "approved"].includes(submission.state)) return gone();
    await lockCollection(transaction, submission.census);
    const open = await openWindow(transaction, site, submission);
    if (!open.ok) return open;
    if (!(await moveSubmission(transaction, submission.id, submission.state, "withdrawn"))) return gone();
    await record(transaction, viewer, {
      verb: "return.withdrawn",
      organisation: args.organisation,
      subject: `${submission.census} version ${submission.version}`,
      detail: { before: submission.state, reason: args.reason },
    });
    return ok({ version: submission.version });
  });
}
