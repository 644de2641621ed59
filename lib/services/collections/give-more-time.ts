import { collectionAt, inFrame } from "@/db/queries/collections";
import { lockCollection } from "@/db/queries/locks";
import { extensionsOf, putExtension } from "@/db/queries/windows";
import { inTransaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { formatDate } from "@/lib/format/date";
import { isIsoDate, shiftDays } from "@/lib/places/calendar-day";
import { fail, ok, type Result } from "@/lib/result";
import { messageText } from "../queries/message-text";
import { record } from "../record";
import type { Site } from "../site";

/** An extension beyond this is another collection. */
const MOST_DAYS = 366;

/** Lets one organisation answer until a day, also past the closing of its collection. */
export async function giveMoreTime(
  site: Site,
  viewer: Viewer,
  args: { census: string; organisation: string; until: string; reason: string },
): Promise<Result<{ until: string }>> {
  if (!may(viewer, "give more time")) return refusal(viewer, "give more time");
  const { census, organisation, until } = args;
  const today = site.now().toISOString().slice(0, 10);
  const last = shiftDays(today, MOST_DAYS) as string;
  if (!isIsoDate(until))
    return fail(
      "until-no-date",
      `“${until}” is not a date of the calendar.`,
      "Give a day that exists, with the year in four digits.",
    );
  if (until < today || until > last)
    return fail(
      "until-out-of-range",
      `${formatDate(until)} is ${until < today ? "past" : "more than a year ahead"}.`,
      `Choose a day from ${formatDate(today)} to ${formatDate(last)}.`,
    );
  const reason = messageText(args.reason);
  if (!reason.ok) return reason;
  return inTransaction(site.pool, { role: "muster_operator" }, async (transaction) => {
    await lockCollection(transaction, census);
    if (!(await collectionAt(transaction, census)) || !(await inFrame(transaction, census, organisation)))
      return fail(
        "not-asked",
        `${organisation} is not asked for a return at ${census}.`,
        "Choose an organisation of the collection.",
      );
    const before = (await extensionsOf(transaction, census)).find((one) => one.organisation === organisation);
    await putExtension(transaction, census, { organisation, until, reason: reason.value });
    await record(transaction, viewer, {
      verb: "collection.more-time",
      organisation,
      subject: census,
      detail: { before: before?.until ?? null, after: until, reason: reason.value },
    });
    return ok({ until });
  });
}
