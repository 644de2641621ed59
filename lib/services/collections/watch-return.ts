import { returnId } from "@/db/queries/returns";
import { ruleCountsOf, type Submission, versionsOf } from "@/db/queries/submissions";
import { extensionsOf } from "@/db/queries/windows";
import { inTransaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { fail, ok, type Result } from "@/lib/result";
import type { Site } from "../site";
import { type WatchedOrganisation, watchCollection } from "./watch-collection";

export type WatchedReturn = {
  organisation: WatchedOrganisation;
  collectionOpen: boolean;
  /** Every version and its state, newest first. */
  versions: Pick<Submission, "version" | "state" | "kind" | "submittedAt" | "approvedAt">[];
  /** Which rules spoke how often in the newest version's files. */
  rules: Awaited<ReturnType<typeof ruleCountsOf>>;
  /** Why it was given more time. */
  moreTime: string | null;
};

/** One organisation's return as administrators may see it: states, and which rules spoke; nothing of what was said. */
export async function watchReturn(
  site: Site,
  viewer: Viewer,
  { census, organisation }: { census: string; organisation: string },
): Promise<Result<WatchedReturn>> {
  if (!may(viewer, "watch a collection")) return refusal(viewer, "watch a collection");
  const watched = await watchCollection(site, viewer, { census });
  if (!watched.ok) return watched;
  const found = watched.value.organisations.find(({ code }) => code === organisation);
  if (!found)
    return fail("not-asked", `${organisation} is not asked at ${census}.`, "Choose one of those listed.");
  return inTransaction(site.pool, { role: "muster_operator" }, async (reader) => {
    const id = await returnId(reader, census, organisation);
    const versions = id === null ? [] : await versionsOf(reader, id);
    const extension = (await extensionsOf(reader, census)).find((one) => one.organisation === organisation);
    return ok({
      organisation: found,
      collectionOpen: watched.value.collection.status === "open",
      versions,
      rules: versions[0] ? await ruleCountsOf(reader, versions[0].id) : [],
      moreTime: extension?.reason ?? null,
    });
  });
}
