import { lockPublications } from "@/db/queries/locks";
import { publishedOf, releases, setPublished, signOffs, withdrawnInputsOf } from "@/db/queries/releases";
import { inTransaction, type Reader } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import type { Release } from "@/lib/published/release";
import { fail, ok, type Problem, type Result } from "@/lib/result";
import { record } from "../record";
import type { Site } from "../site";

export type ListedRelease = {
  release: Release;
  /** Null is the operator. */
  builtBy: string | null;
  publishedBy: string | null;
  /** Why this viewer cannot publish it; null when they can. */
  obstacle: Problem | null;
};

function obstacleOf(
  viewer: Viewer,
  release: Release,
  builtBy: string | null,
  { replaces, withdrawn }: { replaces: number | null; withdrawn: readonly string[] },
): Problem | null {
  if (!["built", "in_review"].includes(release.status))
    return {
      code: "not-waiting",
      message: `Release ${release.number} is ${release.status}, so it is not waiting to be published.`,
      mend: "Build a new release.",
    };
  // No attacker has played the organisations against it yet: that is part of the publication, and does not exist.
  if (!release.synthetic)
    return {
      code: "not-attacked",
      message: `Release ${release.number} is of real organisations, and no attack has shown that it gives nobody away.`,
      mend: "Keep it unpublished until the attack of the disclosure method is part of the build.",
    };
  if (viewer.kind === "person" && viewer.person === builtBy)
    return {
      code: "second-person-needed",
      message: "You built this release, so another administrator publishes it.",
      mend: "Ask a second administrator to look at it and publish it.",
    };
  if (release.replaces !== replaces)
    return {
      code: "built-before-another",
      message: `Release ${replaces ?? "of this census"} was published after this one was built.`,
      mend: "Build it again.",
    };
  if (withdrawn.length > 0)
    return {
      code: "built-before-a-withdrawal",
      message: `Release ${release.number} counts a return that has been withdrawn since: ${withdrawn.join(", ")}.`,
      mend: "Build it again.",
    };
  return null;
}

/** What has happened since it was built. */
const standingOf = async (reader: Reader, { census, number }: Release) => ({
  replaces: await publishedOf(reader, census),
  withdrawn: await withdrawnInputsOf(reader, number),
});

/** All releases with who stands behind them, newest first. */
export async function listReleases(site: Site, viewer: Viewer): Promise<Result<ListedRelease[]>> {
  if (!may(viewer, "build a release")) return refusal(viewer, "build a release");
  return inTransaction(site.pool, { role: "muster_operator" }, async (reader) => {
    const signed = new Map((await signOffs(reader)).map((signOff) => [signOff.release, signOff]));
    const listed: ListedRelease[] = [];
    for (const release of await releases(reader)) {
      const { builtBy = null, publishedBy = null } = signed.get(release.number) ?? {};
      const obstacle = obstacleOf(viewer, release, builtBy, await standingOf(reader, release));
      listed.push({ release, builtBy, publishedBy, obstacle });
    }
    return ok(listed);
  });
}

/** Publishes a built release: by another administrator than its builder. The release it corrects becomes *corrected*. */
export async function publishRelease(
  site: Site,
  viewer: Viewer,
  args: { number: number },
): Promise<Result<null>> {
  if (!may(viewer, "publish a release")) return refusal(viewer, "publish a release");
  return inTransaction(site.pool, { role: "muster_operator" }, async (transaction) => {
    await lockPublications(transaction);
    const release = (await releases(transaction)).find(({ number }) => number === args.number);
    if (!release)
      return fail(
        "no-such-release",
        `There is no release ${args.number}.`,
        "Choose one of the releases listed.",
      );
    const builtBy =
      (await signOffs(transaction)).find((signOff) => signOff.release === args.number)?.builtBy ?? null;
    const obstacle = obstacleOf(viewer, release, builtBy, await standingOf(transaction, release));
    if (obstacle) return { ok: false, problem: obstacle };
    const first = await setPublished(
      transaction,
      args.number,
      viewer.kind === "person" ? viewer.person : null,
    );
    if (!first)
      return fail(
        "already-published",
        `Release ${args.number} has just been published by someone else.`,
        "Look at the list again.",
      );
    await record(transaction, viewer, {
      verb: "release.published",
      subject: `release ${args.number}`,
      detail: { census: release.census, hash: release.hash, replaces: release.replaces },
    });
    return ok(null);
  });
}
