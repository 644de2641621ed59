import { lockPublications } from "@/db/queries/locks";
import { setAbout } from "@/db/queries/release-reviews";
import { releases, setPublished, signOffs } from "@/db/queries/releases";
import { inTransaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import type { Release } from "@/lib/published/release";
import { fail, ok, type Problem, type Result } from "@/lib/result";
import { record } from "../record";
import type { Site } from "../site";
import { checklistOf, obstacleIn } from "./checklist";
import { factsOf, isWaiting, noSuchRelease, notWaiting, suggestedAbout } from "./release-facts";

export type ListedRelease = {
  release: Release;
  /** Null is the operator. */
  builtBy: string | null;
  publishedBy: string | null;
  /** What keeps this viewer from publishing it; null when nothing does, and where it does not wait. */
  obstacle: Problem | null;
};

/** All releases with who stands behind them, newest first. */
export async function listReleases(site: Site, viewer: Viewer): Promise<Result<ListedRelease[]>> {
  if (!may(viewer, "build a release")) return refusal(viewer, "build a release");
  return inTransaction(site.pool, { role: "muster_operator" }, async (reader) => {
    const signed = new Map((await signOffs(reader)).map((signOff) => [signOff.release, signOff]));
    const known = await releases(reader);
    const listed: ListedRelease[] = [];
    for (const release of known) {
      const { builtBy = null, publishedBy = null } = signed.get(release.number) ?? {};
      const obstacle = isWaiting(release)
        ? obstacleIn(checklistOf(await factsOf(reader, known, release), personOf(viewer)))
        : null;
      listed.push({ release, builtBy, publishedBy, obstacle });
    }
    return ok(listed);
  });
}

export const personOf = (viewer: Viewer): string | null => (viewer.kind === "person" ? viewer.person : null);

/**
 * Publishes a built release: by another administrator than its builder, once nothing of its checklist is left. The
 * release it corrects becomes *corrected*. The operator passes over what people are to read or to give a reason for,
 * and lets the release say what is suggested where nobody has written it: the audit tells so.
 */
export async function publishRelease(
  site: Site,
  viewer: Viewer,
  { number }: { number: number },
): Promise<Result<null>> {
  if (!may(viewer, "publish a release")) return refusal(viewer, "publish a release");
  return inTransaction(site.pool, { role: "muster_operator" }, async (transaction) => {
    await lockPublications(transaction);
    const known = await releases(transaction);
    const release = known.find((one) => one.number === number);
    if (!release) return noSuchRelease(number);
    if (!isWaiting(release)) return notWaiting(release);
    const facts = await factsOf(transaction, known, release);
    const items = checklistOf(facts, personOf(viewer));
    const byOperator = viewer.kind === "operator";
    const passedOver = items.filter(
      ({ code, state }) =>
        byOperator && (state === "to-pass" || (state === "blocks" && code === "about-missing")),
    );
    const obstacle = obstacleIn(items.filter((item) => !passedOver.includes(item)));
    if (obstacle) return { ok: false, problem: obstacle };
    if (release.about === null) await setAbout(transaction, number, await suggestedAbout(transaction, facts));
    const first = await setPublished(transaction, number, personOf(viewer));
    if (!first)
      return fail(
        "already-published",
        `Release ${number} has just been published by someone else.`,
        "Look at the list again.",
      );
    await record(transaction, viewer, {
      verb: "release.published",
      subject: `release ${number}`,
      detail: {
        census: release.census,
        hash: release.hash,
        replaces: release.replaces,
        ...(passedOver.length > 0 ? { passedOver: passedOver.map(({ code }) => code) } : {}),
      },
    });
    return ok(null);
  });
}
