import { acknowledgeWarning, findingCounts, partById } from "@/db/queries/parts";
import { inTransaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { fail, ok, type Result } from "@/lib/result";
import { record } from "../record";
import type { Site } from "../site";
import { own } from "../standing";

/** Accepts all warnings of one rule in one file, with the reason why the figures are right. */
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
  return inTransaction(site.pool, own(args.organisation), async (transaction) => {
    const part = await partById(transaction, args.partId);
    const warned =
      part &&
      (await findingCounts(transaction, part.id)).some(
        (c) => c.severity === "warning" && c.code === args.code,
      );
    if (!warned)
      return fail("no-such-warning", "That file has no such warning any more.", "Open the return again.");
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
      detail: { part: args.partId, reason },
    });
    return ok(null);
  });
}

/** Accepts every warning of a file with one reason: for the command line and the first run, where nobody reads them one by one. */
export async function acknowledgeAll(
  site: Site,
  viewer: Viewer,
  args: { organisation: string; partId: string; reason: string },
): Promise<Result<number>> {
  if (!may(viewer, "upload a file", args.organisation))
    return refusal(viewer, "upload a file", args.organisation);
  const part = await inTransaction(site.pool, own(args.organisation), (reader) =>
    partById(reader, args.partId),
  );
  const codes = (part?.counts ?? [])
    .filter((count) => count.severity === "warning")
    .map((count) => count.code);
  for (const code of codes) {
    const done = await acknowledge(site, viewer, { ...args, code });
    if (!done.ok) return done;
  }
  return ok(codes.length);
}
