import { lockPublications } from "@/db/queries/locks";
import { keepReading, moveReview, setAbout } from "@/db/queries/release-reviews";
import { releases } from "@/db/queries/releases";
import { inTransaction, type Transaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import type { Release } from "@/lib/published/release";
import { fail, ok, type Result } from "@/lib/result";
import { messageText } from "../queries/message-text";
import { record } from "../record";
import type { Site } from "../site";
import type { Passable } from "./checklist";
import { personOf } from "./publish-release";
import { isWaiting, noSuchRelease, notWaiting } from "./release-facts";
import { tellAdministrators } from "./tell-administrators";

type Args = { number: number };

/** In one transaction that no publication crosses, on a release that waits to be published. */
const onWaiting = <T>(
  site: Site,
  number: number,
  work: (transaction: Transaction, release: Release) => Promise<Result<T>>,
): Promise<Result<T>> =>
  inTransaction(site.pool, { role: "muster_operator" }, async (transaction) => {
    await lockPublications(transaction);
    const release = (await releases(transaction)).find((one) => one.number === number);
    if (!release) return noSuchRelease(number);
    return isWaiting(release) ? work(transaction, release) : notWaiting(release);
  });

/**
 * Says what is new in a release and asks the other administrators to review it: from then on no newer build takes its
 * place. Said again while it is in review, only the words change.
 */
export async function sendForReview(
  site: Site,
  viewer: Viewer,
  { number, about: written }: Args & { about: string },
): Promise<Result<null>> {
  if (!may(viewer, "build a release")) return refusal(viewer, "build a release");
  const about = messageText(written);
  if (!about.ok) return about;
  return onWaiting(site, number, async (transaction, release) => {
    await setAbout(transaction, number, about.value);
    const sent = await moveReview(transaction, number, { from: "built", to: "in_review" });
    if (sent)
      await tellAdministrators(transaction, site, {
        speaker: personOf(viewer),
        path: `/admin/releases/${number}`,
        subject: `release ${number} waits for your review`,
        text: `Release ${number}, of the census of ${release.census}, has been built and waits for another administrator to review and publish it.`,
      });
    await record(transaction, viewer, {
      verb: sent ? "release.sent-for-review" : "release.described",
      subject: `release ${number}`,
      detail: { census: release.census, about: about.value },
    });
    return ok(null);
  });
}

/** Sends a release back from its review, with the reason: a newer build may take its place again. */
export async function sendBackRelease(
  site: Site,
  viewer: Viewer,
  { number, reason: written }: Args & { reason: string },
): Promise<Result<null>> {
  if (!may(viewer, "publish a release")) return refusal(viewer, "publish a release");
  const reason = messageText(written);
  if (!reason.ok) return reason;
  return onWaiting(site, number, async (transaction, release) => {
    if (!(await moveReview(transaction, number, { from: "in_review", to: "built" })))
      return fail("not-in-review", `Release ${number} is not in review.`, "Look at the list again.");
    const person = personOf(viewer);
    if (person)
      await keepReading(transaction, { release: number, item: "sent-back", person, words: reason.value });
    await tellAdministrators(transaction, site, {
      speaker: person,
      path: `/admin/releases/${number}`,
      subject: `release ${number} is sent back from its review`,
      text: `Release ${number}, of the census of ${release.census}, has been sent back from its review. The reason stands on its page.`,
    });
    await record(transaction, viewer, {
      verb: "release.sent-back",
      subject: `release ${number}`,
      detail: { census: release.census, reason: reason.value },
    });
    return ok(null);
  });
}

/**
 * Says for oneself that a point of the checklist has been read, or why it may pass: `changes-unread` is only read, the
 * others need a reason. It holds for who says it, and for nobody else who would publish.
 */
export async function passPoint(
  site: Site,
  viewer: Viewer,
  { number, item, reason: written }: Args & { item: Passable; reason: string },
): Promise<Result<null>> {
  if (!may(viewer, "publish a release")) return refusal(viewer, "publish a release");
  const person = personOf(viewer);
  if (person === null)
    return fail(
      "a-person-reads",
      "The operator passes over this point: the audit says so when it publishes.",
    );
  const reason = item === "changes-unread" ? ok(null) : messageText(written);
  if (!reason.ok) return reason;
  return onWaiting(site, number, async (transaction, release) => {
    await keepReading(transaction, { release: number, item, person, words: reason.value });
    await record(transaction, viewer, {
      verb: "release.point-passed",
      subject: `release ${number}`,
      detail: { census: release.census, item, reason: reason.value },
    });
    return ok(null);
  });
}
