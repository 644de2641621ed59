import { allFiguresOf } from "@/db/queries/published/figures";
import { placesOfRelease } from "@/db/queries/published/places";
import { releases, signOffs } from "@/db/queries/releases";
import { inTransaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import type { Release } from "@/lib/published/release";
import { releaseBefore } from "@/lib/published/release";
import { differenceOf, type ReleaseDifference } from "@/lib/published/release-differences";
import { ok, type Result } from "@/lib/result";
import type { Site } from "../site";
import { type CheckItem, checklistOf, type Reading } from "./checklist";
import { personOf } from "./publish-release";
import { factsOf, isWaiting, noSuchRelease, suggestedAbout } from "./release-facts";

/** A release as who reviews it sees it. */
export type ReviewedRelease = {
  release: Release;
  builtBy: string | null;
  publishedBy: string | null;
  /** What stands before its publication by this viewer; empty where it does not wait. */
  checklist: CheckItem[];
  /** What it may say of itself until somebody says it better. */
  suggestedAbout: string;
  /** Who sent it back and why, oldest first. */
  sentBack: Reading[];
  /** The release it is held against; null for the first of all. */
  before: Release | null;
  /** What it says differently from that one; null where there is none. */
  difference: ReleaseDifference | null;
  /** The names of its places, by code. */
  names: ReadonlyMap<string, string>;
};

/** One release with its checklist and what changed in it, figure by figure, members' figures included. */
export async function readReview(
  site: Site,
  viewer: Viewer,
  { number }: { number: number },
): Promise<Result<ReviewedRelease>> {
  if (!may(viewer, "build a release")) return refusal(viewer, "build a release");
  return inTransaction(site.pool, { role: "muster_operator" }, async (reader) => {
    const known = await releases(reader);
    const release = known.find((one) => one.number === number);
    if (!release) return noSuchRelease(number);
    const facts = await factsOf(reader, known, release);
    const before = releaseBefore(known, release);
    return ok({
      release,
      builtBy: facts.builtBy,
      publishedBy: (await signOffs(reader)).find((one) => one.release === number)?.publishedBy ?? null,
      checklist: isWaiting(release) ? checklistOf(facts, personOf(viewer)) : [],
      suggestedAbout: release.about ?? (await suggestedAbout(reader, facts)),
      sentBack: facts.readings.filter(({ item }) => item === "sent-back"),
      before,
      difference: before
        ? differenceOf(await allFiguresOf(reader, before.number), await allFiguresOf(reader, number))
        : null,
      names: new Map((await placesOfRelease(reader, number)).map(({ code, name }) => [code, name])),
    });
  });
}
