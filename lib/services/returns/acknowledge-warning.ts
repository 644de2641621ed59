import { acknowledgementsOf, acknowledgeWarning } from "@/db/queries/acknowledgements";
import { draftStanding } from "@/db/queries/draft-standing";
import { findingCounts } from "@/db/queries/findings";
import { lockCollection, lockReturn } from "@/db/queries/locks";
import { partById, returnOfPart } from "@/db/queries/parts";
import { inTransaction, type Reader } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { fail, ok, type Result } from "@/lib/result";
import { reasonText } from "@/lib/returns/reason-text";
import { record } from "../record";
import type { Site } from "../site";
import { own } from "../standing";
import { openWindow } from "./open-window";
import { findInWholeDraft } from "./whole-draft";

/** What the checks over the whole return find in the draft in which a file stands. */
async function foundBeside(reader: Reader, organisation: string, partId: string) {
  const { id, census } = await returnOfPart(reader, partId);
  return findInWholeDraft(reader, { organisation, census }, id);
}

/**
 * Accepts all warnings of one rule in one file, with the reason why the figures are right: of a file in work, while its
 * collection is open. What a version holds keeps the reason that it was submitted with.
 */
export async function acknowledge(
  site: Site,
  viewer: Viewer,
  args: { organisation: string; partId: string; code: string; reason: string },
): Promise<Result<null>> {
  if (!may(viewer, "upload a file", args.organisation))
    return refusal(viewer, "upload a file", args.organisation);
  const reason = args.reason.trim();
  if (reason.length < 3)
    return fail("reason-missing", "Say why the figures are right.", "One sentence is enough.");
  const told = reasonText(reason);
  if (!told.ok) return told;
  return inTransaction(site.pool, own(args.organisation), async (transaction) => {
    const gone = () =>
      fail("no-such-warning", "That file has no such warning any more.", "Open the return again.");
    const before = await draftStanding(transaction, args.partId);
    if (!before) return gone();
    const { census } = before;
    await lockCollection(transaction, census);
    const open = await openWindow(transaction, site, { census, organisation: args.organisation });
    if (!open.ok) return open;
    await lockReturn(transaction, census, args.organisation);
    const part = await partById(transaction, args.partId);
    // As it stands now that nobody else changes the draft.
    const standing = await draftStanding(transaction, args.partId);
    const asked = (one: { severity: string; code: string }) =>
      one.severity === "warning" && one.code === args.code;
    const warned =
      part &&
      standing &&
      ((await findingCounts(transaction, part.id)).some(asked) ||
        (await foundBeside(transaction, args.organisation, part.id)).some(
          ({ partId, finding }) => partId === part.id && asked(finding),
        ));
    if (!warned) return gone();
    if (!may(viewer, "upload a file", args.organisation, part.serviceUnit))
      return refusal(viewer, "upload a file", args.organisation, part.serviceUnit);
    if (standing.held)
      return fail(
        "reason-submitted",
        "This file has been submitted with its reasons, which stay as they are.",
        "To give another reason, send the file again with a change.",
      );
    const given = (await acknowledgementsOf(transaction, part.id)).find(({ code }) => code === args.code);
    await acknowledgeWarning(transaction, {
      partId: args.partId,
      organisation: args.organisation,
      code: args.code,
      reason,
      person: viewer.kind === "person" ? viewer.person : null,
    });
    await record(transaction, viewer, {
      verb: "warning.acknowledged",
      organisation: args.organisation,
      subject: `${part.part} ${args.code}`,
      detail: {
        part: args.partId,
        unit: part.serviceUnit,
        census: standing.census,
        before: given?.reason ?? null,
        reason,
      },
    });
    return ok(null);
  });
}

/**
 * Accepts every warning of a file that has no reason yet, and every one of the return as it stands with it, with one
 * reason for all: for the command line and the first run, where nobody reads them one by one.
 */
export async function acknowledgeAll(
  site: Site,
  viewer: Viewer,
  args: { organisation: string; partId: string; reason: string },
): Promise<Result<number>> {
  if (!may(viewer, "upload a file", args.organisation))
    return refusal(viewer, "upload a file", args.organisation);
  const open = await inTransaction(site.pool, own(args.organisation), async (reader) => {
    const standing = await draftStanding(reader, args.partId);
    const found = standing ? await foundBeside(reader, args.organisation, args.partId) : [];
    return [
      ...(await findingCounts(reader, args.partId)).map((count) => ({ ...count, partId: args.partId })),
      ...found.map(({ partId, finding, reason }) => ({ ...finding, partId, reason })),
    ].filter(({ severity, reason }) => severity === "warning" && reason === null);
  });
  for (const { partId, code } of open) {
    const done = await acknowledge(site, viewer, { ...args, partId, code });
    if (!done.ok) return done;
  }
  return ok(open.length);
}
