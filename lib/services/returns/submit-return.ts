import { enqueue } from "@/db/jobs";
import { draftParts } from "@/db/queries/draft-parts";
import { findingCountsOf } from "@/db/queries/findings";
import { namedOutsideFrame } from "@/db/queries/named-organisations";
import { submissionParts } from "@/db/queries/parts";
import { addressesOf } from "@/db/queries/people";
import { isOrganisation } from "@/db/queries/reference";
import { ensureReturn } from "@/db/queries/returns";
import { insertSubmission, submissionsOf } from "@/db/queries/submissions";
import { inTransaction, type Reader, type Transaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { fail, ok, type Result } from "@/lib/result";
import { draftMark } from "@/lib/returns/draft-mark";
import { removalReason } from "@/lib/returns/removal-reason";
import { record } from "../record";
import type { Site } from "../site";
import { own } from "../standing";
import { differenceBetween } from "./difference-between";
import { takeTurn } from "./open-window";
import { comparedVersions } from "./previous-version";
import { obstaclesOf } from "./read-return";
import { findInWholeDraft, withWholeFindings } from "./whole-draft";
import { workOutAhead } from "./work-out-ahead";

export type Submitted = { submission: string; version: number };

const personOf = (viewer: Viewer) => (viewer.kind === "person" ? viewer.person : null);

async function tellApprovers(
  site: Site,
  transaction: Transaction,
  organisation: string,
  census: string,
  version: number,
  submittedBy: string | null,
) {
  await transaction.become("muster_account");
  // Whoever submitted it may not approve it.
  const addresses = await addressesOf(transaction, "approver", organisation, submittedBy);
  await transaction.become("muster_intake");
  const page = site.url && `${site.url.replace(/\/$/, "")}/returns/${organisation}?census=${census}`;
  for (const to of addresses)
    await enqueue(site.pool, transaction, "mail", {
      to,
      subject: `Muster: the return of ${organisation} waits for your approval`,
      text: `Version ${version} of the return of ${organisation} for the census of ${census} has been submitted.\n\nSign in to Muster, look at what the numbers will say, and approve it or send it back${page ? `:\n${page}\n` : ".\n"}`,
    });
}

/** What differs from the version before, and why so much of it is gone where that has to be said. */
async function differenceWithReason(
  reader: Reader,
  args: { organisation: string; census: string; removalReason?: string | null },
  draft: string,
) {
  const compared = await comparedVersions(reader, args, draft);
  const difference = compared && (await differenceBetween(reader, args.organisation, compared));
  const asked = difference !== null && difference.removals.length > 0;
  const reason = asked ? removalReason(args.removalReason ?? null) : ok(null);
  return reason.ok ? ok({ difference, reason: reason.value }) : reason;
}

/**
 * Makes the draft an immutable submission that waits for another person's approval.
 *
 * @param args `removalReason` is asked for where over a tenth of the posts or devices of the version before are gone;
 * `shown` is what the page showed: where the draft holds other files by now, nothing is submitted
 */
export async function submitReturn(
  site: Site,
  viewer: Viewer,
  args: { organisation: string; census: string; removalReason?: string | null; shown?: string },
): Promise<Result<Submitted>> {
  if (!may(viewer, "submit a return", args.organisation))
    return refusal(viewer, "submit a return", args.organisation);
  // What takes long is done before others have to wait.
  await inTransaction(site.pool, own(args.organisation), (transaction) => workOutAhead(transaction, args));
  return inTransaction(site.pool, own(args.organisation), async (transaction) => {
    const turn = await takeTurn(transaction, site, args);
    if (!turn.ok) return turn;
    const id = await ensureReturn(transaction, args.census, args.organisation);
    const parts = await draftParts(transaction, id);
    if (args.shown !== undefined && args.shown !== draftMark(parts))
      return fail(
        "draft-changed",
        "The files have changed since this page was opened, so nothing was submitted.",
        "Look at the files that stand there now, then submit.",
      );
    const counts = await findingCountsOf(
      transaction,
      parts.map((part) => part.id),
    );
    const found = await findInWholeDraft(transaction, args, id, { complete: true });
    const draft = parts.map((part) =>
      withWholeFindings({ ...part, counts: counts.get(part.id) ?? [] }, found),
    );
    const submissions = [];
    for (const submission of await submissionsOf(transaction, id))
      submissions.push({ ...submission, parts: await submissionParts(transaction, submission.id) });
    const obstacle = obstaclesOf(draft, submissions, true)[0];
    if (obstacle) return { ok: false, problem: obstacle };
    const [stranger] = await namedOutsideFrame(
      transaction,
      args.census,
      draft.map(({ id: part }) => part),
    );
    if (stranger)
      return fail(
        "names-not-asked",
        `The ${stranger.part} file names ${stranger.organisation}, which this collection does not ask.`,
        `Take ${stranger.organisation} out of the file, or ask the administrators to ask it.`,
      );
    const changed = await differenceWithReason(transaction, args, id);
    if (!changed.ok) return changed;
    const { difference, reason } = changed.value;
    const made = await insertSubmission(transaction, {
      returnId: id,
      organisation: args.organisation,
      kind: "files",
      nilReason: null,
      servedBy: null,
      removalReason: reason,
      wholeRules: found.map(({ partId, finding: { code, severity } }) => ({
        part: parts.find(({ id: one }) => one === partId)?.part ?? "workforce",
        code,
        severity,
      })),
      submittedBy: personOf(viewer),
      parts: draft.map((part) => part.id),
    });
    await tellApprovers(site, transaction, args.organisation, args.census, made.version, personOf(viewer));
    await record(transaction, viewer, {
      verb: "return.submitted",
      organisation: args.organisation,
      subject: `${args.census} version ${made.version}`,
      detail: {
        parts: draft.map((part) => ({
          part: part.part,
          unit: part.serviceUnit,
          rows: part.rows,
          sha256: part.sha256,
        })),
        ...(reason === null ? {} : { reason }),
        ...(difference ? { difference: difference.parts, removals: difference.removals } : {}),
      },
    });
    return ok({ submission: made.id, version: made.version });
  });
}

export type NilReason = "served" | "contracted" | "none";

/** "We employ no clinical engineers": an answer of its own, zero and not missing. */
export async function declareNil(
  site: Site,
  viewer: Viewer,
  args: { organisation: string; census: string; reason: NilReason; servedBy: string | null },
): Promise<Result<Submitted>> {
  if (!may(viewer, "declare a nil return", args.organisation))
    return refusal(viewer, "declare a nil return", args.organisation);
  if (args.reason === "served" && !args.servedBy)
    return fail(
      "served-by-missing",
      "Say which organisation serves you.",
      "Give its organisation code, for example RJ1.",
    );
  return inTransaction(site.pool, own(args.organisation), async (transaction) => {
    const turn = await takeTurn(transaction, site, args);
    if (!turn.ok) return turn;
    if (args.servedBy) {
      const known = await isOrganisation(transaction, args.servedBy);
      if (!known || args.servedBy === args.organisation)
        return fail(
          "served-by-unknown",
          `${args.servedBy} is not another organisation that we know.`,
          "Give its organisation code, for example RJ1.",
        );
    }
    const id = await ensureReturn(transaction, args.census, args.organisation);
    if ((await submissionsOf(transaction, id)).some((submission) => submission.state === "submitted"))
      return fail(
        "waiting-for-approval",
        "A version is already waiting for approval.",
        "Ask your approver to approve it or send it back first.",
      );
    const made = await insertSubmission(transaction, {
      returnId: id,
      organisation: args.organisation,
      kind: "nil",
      nilReason: args.reason,
      servedBy: args.reason === "served" ? args.servedBy : null,
      submittedBy: personOf(viewer),
      parts: [],
    });
    await tellApprovers(site, transaction, args.organisation, args.census, made.version, personOf(viewer));
    await record(transaction, viewer, {
      verb: "return.nil-declared",
      organisation: args.organisation,
      subject: `${args.census} version ${made.version}`,
      detail: { reason: args.reason, servedBy: args.servedBy },
    });
    return ok({ submission: made.id, version: made.version });
  });
}
