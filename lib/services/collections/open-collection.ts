import {
  type Collection,
  collectionAt,
  collections,
  insertCollection,
  setCollectionStatus,
} from "@/db/queries/collections";
import { lockCollection } from "@/db/queries/locks";
import { referenceTables } from "@/db/queries/reference";
import { setCollectionClosed } from "@/db/queries/releases";
import { inTransaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { formatDate } from "@/lib/format/date";
import { fail, ok, type Result } from "@/lib/result";
import { record } from "../record";
import type { Site } from "../site";
import { datesProblem } from "./collection-dates";
import { frameToAsk } from "./frame-to-ask";

/** All collections, newest first. Anyone may know that a collection exists. */
export const listCollections = (site: Site): Promise<Collection[]> =>
  inTransaction(site.pool, { role: "muster_public" }, collections);

export type Opened = Collection & { organisations: number };

/**
 * Opens a collection today for the organisations given, or for every one open at its census. Where nothing is said,
 * it is synthetic if those already in the database are: a copy of the sample stays one.
 */
export async function openCollection(
  site: Site,
  viewer: Viewer,
  args: {
    census: string;
    closes: string | null;
    title?: string;
    opens?: string;
    synthetic?: boolean;
    organisations?: readonly string[] | null;
  },
): Promise<Result<Opened>> {
  if (!may(viewer, "open a collection")) return refusal(viewer, "open a collection");
  const { census, closes } = args;
  const today = site.now().toISOString().slice(0, 10);
  const problem = datesProblem(census, closes, today);
  if (problem) return { ok: false, problem };
  return inTransaction(site.pool, { role: "muster_operator" }, async (transaction) => {
    // Two who open the same one at once: the second finds the first's.
    await lockCollection(transaction, census, "alone");
    const present = await collections(transaction);
    const same = present.find((one) => one.census === census);
    if (same)
      return fail(
        "collection-exists",
        `There is already a collection for ${formatDate(census)}, and it is ${same.status}.`,
        "Look at it on the administrators' page, or choose another census date.",
      );
    const synthetic = args.synthetic ?? present.some((one) => one.synthetic);
    const asked = frameToAsk(
      await referenceTables(transaction),
      { census, synthetic },
      args.organisations ?? null,
    );
    if (!asked.ok) return asked;
    const collection: Collection = {
      census,
      title: args.title ?? `Census of ${formatDate(census)}`,
      opens: args.opens ?? today,
      closes,
      status: "open",
      synthetic,
    };
    await insertCollection(transaction, collection, asked.value);
    await record(transaction, viewer, {
      verb: "collection.opened",
      subject: census,
      detail: { closes, synthetic, organisations: asked.value.length },
    });
    return ok({ ...collection, organisations: asked.value.length });
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
