import { acknowledgementsOf, acknowledgeWarning } from "@/db/queries/acknowledgements";
import { draftParts } from "@/db/queries/draft-parts";
import { draftStanding } from "@/db/queries/draft-standing";
import { findingCounts, findingCountsOf } from "@/db/queries/findings";
import { heldParts, partById, type ReceivedPart, returnOfPart } from "@/db/queries/parts";
import { inTransaction, type Reader, type Transaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { fail, ok, type Result } from "@/lib/result";
import { reasonText } from "@/lib/returns/reason-text";
import { record } from "../record";
import type { Site } from "../site";
import { own } from "../standing";
import { takeTurn } from "./open-window";
import { findInWholeDraft } from "./whole-draft";

/** What the checks over the whole return find in the draft in which a file stands. */
async function foundBeside(reader: Reader, organisation: string, partId: string) {
  const { id, census } = await returnOfPart(reader, partId);
  return findInWholeDraft(reader, { organisation, census }, id);
}

const gone = () =>
  fail("no-such-warning", "That file has no such warning any more.", "Open the return again.");

function reasonGiven(said: string): Result<string> {
  const reason = said.trim();
  if (reason.length < 3)
    return fail("reason-missing", "Say why the figures are right.", "One sentence is enough.");
  const told = reasonText(reason);
  return told.ok ? ok(reason) : told;
}

async function accept(
  transaction: Transaction,
  viewer: Viewer,
  {
    organisation,
    census,
    part,
    code,
    reason,
    given,
  }: {
    organisation: string;
    census: string;
    part: ReceivedPart;
    code: string;
    reason: string;
    /** The reason that was given before. */
    given: string | null;
  },
): Promise<void> {
  await acknowledgeWarning(transaction, {
    partId: part.id,
    organisation,
    code,
    reason,
    person: viewer.kind === "person" ? viewer.person : null,
  });
  await record(transaction, viewer, {
    verb: "warning.acknowledged",
    organisation,
    subject: `${part.part} ${code}`,
    detail: { part: part.id, unit: part.serviceUnit, census, before: given, reason },
  });
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
  const reason = reasonGiven(args.reason);
  if (!reason.ok) return reason;
  return inTransaction(site.pool, own(args.organisation), async (transaction) => {
    const before = await draftStanding(transaction, args.partId);
    if (!before) return gone();
    const { census } = before;
    const turn = await takeTurn(transaction, site, { census, organisation: args.organisation });
    if (!turn.ok) return turn;
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
    await accept(transaction, viewer, {
      organisation: args.organisation,
      census,
      part,
      code: args.code,
      reason: reason.value,
      given: given?.reason ?? null,
    });
    return ok(null);
  });
}

/**
 * Accepts every warning of the return in which a file stands that has no reason yet, of its files and of all of them
 * together, with one reason for all: for the command line and the first run, where nobody reads them one by one.
 *
 * @returns how many rules of how many files were accepted
 */
export async function acknowledgeAll(
  site: Site,
  viewer: Viewer,
  args: { organisation: string; partId: string; reason: string },
): Promise<Result<number>> {
  const { organisation } = args;
  if (!may(viewer, "upload a file", organisation)) return refusal(viewer, "upload a file", organisation);
  const reason = reasonGiven(args.reason);
  if (!reason.ok) return reason;
  return inTransaction(site.pool, own(organisation), async (transaction) => {
    const before = await draftStanding(transaction, args.partId);
    if (!before) return gone();
    const { census } = before;
    const turn = await takeTurn(transaction, site, { census, organisation });
    if (!turn.ok) return turn;
    const { id } = await returnOfPart(transaction, args.partId);
    const parts = await draftParts(transaction, id);
    if (!parts.some((part) => part.id === args.partId)) return gone();
    const warnings = await unanswered(transaction, { organisation, census }, id, parts);
    for (const { part, code } of warnings) {
      if (!may(viewer, "upload a file", organisation, part.serviceUnit))
        return refusal(viewer, "upload a file", organisation, part.serviceUnit);
      await accept(transaction, viewer, {
        organisation,
        census,
        part,
        code,
        reason: reason.value,
        given: null,
      });
    }
    return ok(warnings.length);
  });
}

/** The rules that warn in a draft and have no reason yet, each with the file at which it is explained. */
async function unanswered(
  reader: Reader,
  of: { organisation: string; census: string },
  draft: string,
  parts: readonly ReceivedPart[],
): Promise<{ part: ReceivedPart; code: string }[]> {
  const ids = parts.map(({ id }) => id);
  const [counts, held] = [await findingCountsOf(reader, ids), await heldParts(reader, ids)];
  const whole = await findInWholeDraft(reader, of, draft);
  return parts
    .filter(({ id }) => !held.has(id))
    .flatMap((part) => {
      const beside = whole.filter(({ partId }) => partId === part.id);
      return [
        ...(counts.get(part.id) ?? []),
        ...beside.map(({ finding: { severity, code }, reason }) => ({ severity, code, reason })),
      ]
        .filter(({ severity, reason }) => severity === "warning" && reason === null)
        .map(({ code }) => ({ part, code }));
    });
}
