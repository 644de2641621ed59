import { draftParts, removeDraftPart, setDraftPart } from "@/db/queries/draft-parts";
import { heldParts, submissionParts } from "@/db/queries/parts";
import { submissionById } from "@/db/queries/submissions";
import { inTransaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { fail, ok, type Result } from "@/lib/result";
import { record } from "../record";
import type { Site } from "../site";
import { own } from "../standing";
import { haveManyRows } from "./difference-between";
import { takeTurn } from "./open-window";
import { askToWorkOut } from "./work-out-ahead";

/**
 * Makes an earlier version's files the draft again, in one step; submitting it makes a new version of them. Files in
 * work that no version holds would be gone, so these must be given up by saying so.
 *
 * @param args.giveUpDraft whether files in work that no version holds may go
 */
export async function restoreVersion(
  site: Site,
  viewer: Viewer,
  args: { organisation: string; submission: string; giveUpDraft: boolean },
): Promise<Result<{ version: number; census: string; files: number }>> {
  const { organisation } = args;
  if (!may(viewer, "submit a return", organisation)) return refusal(viewer, "submit a return", organisation);
  return inTransaction(site.pool, own(organisation), async (transaction) => {
    const version = await submissionById(transaction, args.submission);
    if (!version) return fail("no-such-version", "There is no such version.", "Open the return again.");
    const { census, returnId } = version;
    const turn = await takeTurn(transaction, site, { census, organisation });
    if (!turn.ok) return turn;
    const files = await submissionParts(transaction, version.id);
    if (files.length === 0)
      return fail(
        "nil-version",
        `Version ${version.version} is a nil return, which has no files.`,
        "Send a nil return again with the form.",
      );
    const draft = await draftParts(transaction, returnId);
    const held = await heldParts(
      transaction,
      draft.map(({ id }) => id),
    );
    const lost = draft.filter(({ id }) => !held.has(id));
    if (lost.length > 0 && !args.giveUpDraft)
      return fail(
        "draft-would-be-lost",
        `${lost.map(({ fileName }) => fileName).join(", ")} ${lost.length === 1 ? "is" : "are"} in no version yet and would be gone.`,
        "Tick that these may go, or submit them first.",
      );
    for (const { part, serviceUnit } of draft)
      await removeDraftPart(transaction, { returnId, organisation, part, serviceUnit });
    for (const { id, part, serviceUnit } of files)
      await setDraftPart(transaction, { returnId, organisation, part, serviceUnit, partId: id });
    if (haveManyRows(files)) await askToWorkOut(site, transaction, { organisation, census });
    await record(transaction, viewer, {
      verb: "return.restored",
      organisation,
      subject: `${census} version ${version.version}`,
      detail: {
        before: draft.map(({ part, serviceUnit, sha256 }) => ({ part, unit: serviceUnit, sha256 })),
        after: files.map(({ part, serviceUnit, sha256 }) => ({ part, unit: serviceUnit, sha256 })),
      },
    });
    return ok({ version: version.version, census, files: files.length });
  });
}
