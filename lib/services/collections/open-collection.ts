import {
  type Collection,
  collectionAt,
  collections,
  insertCollection,
  setCollectionStatus,
} from "@/db/queries/collections";
import { lockCollection } from "@/db/queries/locks";
import { setCollectionClosed } from "@/db/queries/releases";
import { inTransaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { fail, ok, type Result } from "@/lib/result";
import { record } from "../record";
import type { Site } from "../site";

/** All collections, newest first. Anyone may know that a collection exists. */
export const listCollections = (site: Site): Promise<Collection[]> =>
  inTransaction(site.pool, { role: "muster_public" }, collections);

/** Opens a collection for the organisations given, and for no other. */
export async function openCollection(
  site: Site,
  viewer: Viewer,
  args: {
    census: string;
    title: string;
    opens: string;
    closes: string | null;
    synthetic: boolean;
    organisations: readonly string[];
  },
): Promise<Result<null>> {
  if (!may(viewer, "open a collection")) return refusal(viewer, "open a collection");
  return inTransaction(site.pool, { role: "muster_operator" }, async (transaction) => {
    if (await collectionAt(transaction, args.census))
      return fail(
        "collection-exists",
        `There is already a collection for ${args.census}.`,
        "Open it, or choose another census date.",
      );
    await insertCollection(transaction, { ...args, status: "open" }, args.organisations);
    await record(transaction, viewer, {
      verb: "collection.opened",
      subject: args.census,
      detail: { organisations: args.organisations.length },
    });
    return ok(null);
  });
}

/** Closes a collection: nothing more is received, and its releases are no longer provisional. */
export async function closeCollection(
  site: Site,
  viewer: Viewer,
  args: { census: string },
): Promise<Result<null>> {
  if (!may(viewer, "close a collection")) return refusal(viewer, "close a collection");
  return inTransaction(site.pool, { role: "muster_operator" }, async (transaction) => {
    await lockCollection(transaction, args.census, "alone");
    const collection = await collectionAt(transaction, args.census);
    if (!collection)
      return fail(
        "no-such-collection",
        `There is no collection for ${args.census}.`,
        "Choose one of the collections listed.",
      );
    if (collection.status === "closed") return ok(null);
    await setCollectionStatus(transaction, args.census, "closed");
    await setCollectionClosed(transaction, args.census);
    await record(transaction, viewer, { verb: "collection.closed", subject: args.census });
    return ok(null);
  });
}
