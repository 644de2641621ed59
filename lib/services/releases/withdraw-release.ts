import { lockPublications } from "@/db/queries/locks";
import { setWithdrawn } from "@/db/queries/release-reviews";
import { releases } from "@/db/queries/releases";
import { inTransaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { fail, ok, type Result } from "@/lib/result";
import { messageText } from "../queries/message-text";
import { record } from "../record";
import type { Site } from "../site";
import { personOf } from "./publish-release";
import { noSuchRelease } from "./release-facts";
import { tellAdministrators } from "./tell-administrators";

/**
 * Withdraws a published or corrected release, at once and by one person, since what should not be seen must not wait
 * for a second one; the others are told. Its figures are seen no more, and its addresses say why. It does not bring
 * back what it corrected: that was replaced for a reason of its own.
 */
export async function withdrawRelease(
  site: Site,
  viewer: Viewer,
  { number, reason: written }: { number: number; reason: string },
): Promise<Result<null>> {
  if (!may(viewer, "withdraw a release")) return refusal(viewer, "withdraw a release");
  const reason = messageText(written);
  if (!reason.ok) return reason;
  return inTransaction(site.pool, { role: "muster_operator" }, async (transaction) => {
    await lockPublications(transaction);
    const release = (await releases(transaction)).find((one) => one.number === number);
    if (!release) return noSuchRelease(number);
    if (!(await setWithdrawn(transaction, number, reason.value)))
      return fail(
        "not-published",
        release.status === "withdrawn"
          ? `Release ${number} has been withdrawn already.`
          : `Release ${number} has not been published, so there is nothing to withdraw.`,
        release.status === "withdrawn"
          ? "Look at the list again."
          : "Leave it unpublished, or build it again.",
      );
    await tellAdministrators(transaction, site, {
      speaker: personOf(viewer),
      path: `/admin/releases/${number}`,
      subject: `release ${number} has been withdrawn`,
      text: `Release ${number}, of the census of ${release.census}, has been withdrawn. The reason stands on its page.`,
    });
    await record(transaction, viewer, {
      verb: "release.withdrawn",
      subject: `release ${number}`,
      detail: { census: release.census, reason: reason.value },
    });
    return ok(null);
  });
}
