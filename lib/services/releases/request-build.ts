import { enqueue, type JobState, latestJobs } from "@/db/jobs";
import { collectionAt } from "@/db/queries/collections";
import { inTransaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { fail, ok, type Result } from "@/lib/result";
import { record } from "../record";
import type { Site } from "../site";

/** Asks for a build; a worker does it. A second wish while one waits is the same wish. */
export async function requestBuild(
  site: Site,
  viewer: Viewer,
  args: { census: string },
): Promise<Result<null>> {
  if (!may(viewer, "build a release")) return refusal(viewer, "build a release");
  return inTransaction(site.pool, { role: "muster_operator" }, async (transaction) => {
    if (!(await collectionAt(transaction, args.census)))
      return fail(
        "no-such-collection",
        `There is no collection for ${args.census}.`,
        "Choose one of the collections listed.",
      );
    await enqueue(
      site.pool,
      transaction,
      "build-release",
      { census: args.census, person: viewer.kind === "person" ? viewer.person : null },
      { singletonKey: args.census },
    );
    await record(transaction, viewer, { verb: "release.build-requested", subject: args.census });
    return ok(null);
  });
}

/** The builds asked for lately and how they stand, newest first. */
export async function buildState(site: Site, viewer: Viewer): Promise<Result<JobState<"build-release">[]>> {
  if (!may(viewer, "build a release")) return refusal(viewer, "build a release");
  return inTransaction(site.pool, { role: "muster_operator" }, async (reader) =>
    ok(await latestJobs(reader, "build-release", 5)),
  );
}
