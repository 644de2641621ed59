import { type Collection, collectionAt, frameOf } from "@/db/queries/collections";
import { referenceTables } from "@/db/queries/reference";
import { type SubmissionState, statesOf } from "@/db/queries/submissions";
import { inTransaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { fail, ok, type Result } from "@/lib/result";
import type { Site } from "../site";

export type Watched = {
  collection: Collection;
  organisations: {
    code: string;
    name: string;
    state: SubmissionState | "not_returned";
    kind: string | null;
    at: string | null;
  }[];
};

/** Who has answered a collection, and how far. States only: nothing of what was said. */
export async function watchCollection(
  site: Site,
  viewer: Viewer,
  args: { census: string },
): Promise<Result<Watched>> {
  if (!may(viewer, "watch a collection")) return refusal(viewer, "watch a collection");
  return inTransaction(site.pool, { role: "muster_operator" }, async (transaction) => {
    const collection = await collectionAt(transaction, args.census);
    if (!collection)
      return fail(
        "no-such-collection",
        `There is no collection for ${args.census}.`,
        "Choose one of the collections listed.",
      );
    const names = new Map(
      (await referenceTables(transaction)).places.map((place) => [place.code, place.name]),
    );
    const states = new Map(
      (await statesOf(transaction, args.census)).map((state) => [state.organisation, state]),
    );
    return ok({
      collection,
      organisations: (await frameOf(transaction, args.census)).map((code) => {
        const state = states.get(code);
        return {
          code,
          name: names.get(code) ?? code,
          state: state?.state ?? ("not_returned" as const),
          kind: state?.kind ?? null,
          at: state?.at ?? null,
        };
      }),
    });
  });
}
