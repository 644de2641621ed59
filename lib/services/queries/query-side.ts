import type { Eyes, Side } from "@/db/queries/queries";
import type { Standing } from "@/db/transaction";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { own } from "../standing";

/** On whose side of a question somebody stands, and what the database lets that side see. */
export type Speaker = {
  side: Side;
  eyes: Eyes;
  standing: Standing;
  /** Who speaks, with the rights of that side alone. */
  viewer: Viewer;
};

/** The same person with the memberships of one side: what they may do on the other is not theirs to do here. */
const onSide = (viewer: Viewer, organisation: string, side: Side): Viewer =>
  viewer.kind === "person"
    ? {
        ...viewer,
        memberships: viewer.memberships.filter((one) =>
          side === "organisation" ? one.organisation === organisation : one.organisation === null,
        ),
      }
    : viewer;

/**
 * Null for those who take no part. On the organisation's own pages whoever belongs to it speaks for it; on the
 * administrators' pages an administrator (and the operator) speaks for the collection, and sees no value, though they
 * belong to the organisation too.
 *
 * @param side the side whose page it is; without it, the organisation's for those who belong to it
 */
export function speakerFor(viewer: Viewer, organisation: string, side?: Side): Speaker | null {
  const ofOrganisation = onSide(viewer, organisation, "organisation");
  const belongs =
    ofOrganisation.kind === "person" && may(ofOrganisation, "read the exact return", organisation);
  if (belongs && side !== "administrator")
    return { side: "organisation", eyes: "own", standing: own(organisation), viewer: ofOrganisation };
  const administrator = onSide(viewer, organisation, "administrator");
  if (side !== "organisation" && may(administrator, "watch a collection"))
    return {
      side: "administrator",
      eyes: "administrator",
      standing: { role: "muster_operator" },
      viewer: administrator,
    };
  return null;
}
