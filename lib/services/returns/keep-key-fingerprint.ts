import { keyFingerprintOf, setKeyFingerprint } from "@/db/queries/person-keys";
import { inTransaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { fail, ok, type Result } from "@/lib/result";
import { isKeyFingerprint } from "@/lib/returns/person-key-file";
import { record } from "../record";
import type { Site } from "../site";
import { own } from "../standing";

/**
 * Keeps the fingerprint of the key with which an organisation hashes its person keys, so that another key is told at
 * once. The key itself never comes here.
 */
export async function keepKeyFingerprint(
  site: Site,
  viewer: Viewer,
  { organisation, fingerprint }: { organisation: string; fingerprint: string },
): Promise<Result<null>> {
  if (!may(viewer, "upload a file", organisation)) return refusal(viewer, "upload a file", organisation);
  if (!isKeyFingerprint(fingerprint))
    return fail("key-fingerprint", "That is no fingerprint of a key.", "Open the return again.");
  return inTransaction(site.pool, own(organisation), async (transaction) => {
    const before = await keyFingerprintOf(transaction, organisation);
    if (before === fingerprint) return ok(null);
    // Another key for everybody is not one unit's to choose.
    if (before !== null && !may(viewer, "submit a return", organisation))
      return refusal(viewer, "submit a return", organisation);
    await setKeyFingerprint(transaction, {
      organisation,
      fingerprint,
      keptBy: viewer.kind === "person" ? viewer.person : null,
    });
    await record(transaction, viewer, {
      verb: "person-key.changed",
      organisation,
      subject: fingerprint,
      detail: { before },
    });
    return ok(null);
  });
}
