import type { Eyes, Side } from "@/db/queries/queries";
import type { Standing } from "@/db/transaction";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { own } from "../standing";

/** On whose side of a question somebody stands, and what the database lets that side see. */
export type Speaker = { side: Side; eyes: Eyes; standing: Standing };

/**
 * Null for those who take no part. Whoever belongs to the organisation speaks for it; an administrator (and the
 * operator) speaks for the collection, and sees no value.
 */
export function speakerFor(viewer: Viewer, organisation: string): Speaker | null {
  const belongs =
    viewer.kind === "person" && viewer.memberships.some((one) => one.organisation === organisation);
  if (belongs && may(viewer, "read the exact return", organisation))
    return { side: "organisation", eyes: "own", standing: own(organisation) };
  if (may(viewer, "watch a collection"))
    return { side: "administrator", eyes: "administrator", standing: { role: "muster_operator" } };
  return null;
}
