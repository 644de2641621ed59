import { returnId } from "@/db/queries/returns";
import type { Transaction } from "@/db/transaction";
import { isIsoDate } from "@/lib/places/calendar-day";
import { differenceBetween, haveManyRows, rowCounts, sidesOf } from "./difference-between";
import { comparedVersions, lastYearsAnswer } from "./previous-version";

/**
 * Works out how the large files of a draft differ from the version before, and from last year's, and keeps it, so that
 * neither a page nor a deed that others wait for has to. Of small files nothing is done: it takes no time when it is
 * asked for.
 */
export async function workOutAhead(
  transaction: Transaction,
  { organisation, census }: { organisation: string; census: string },
): Promise<void> {
  // Of a day that is none there is no return; what is then asked for says so.
  if (!isIsoDate(census)) return;
  const draft = await returnId(transaction, census, organisation);
  const compared = draft && (await comparedVersions(transaction, { organisation, census }, draft));
  if (!compared) return;
  const { parts, previous } = compared;
  if (haveManyRows([...parts, ...(previous?.parts ?? [])]))
    await differenceBetween(transaction, organisation, compared, transaction);
  // Of single devices the checks over the whole return ask how many of last year's are gone.
  const lastYear = await lastYearsAnswer(transaction, organisation, census);
  const assets = sidesOf({ parts, before: lastYear?.parts ?? [] }, "assets");
  const sound = parts.every(({ part, verdict }) => part !== "assets" || verdict === "accepted");
  if (!sound || assets.now.length === 0 || assets.before.length === 0) return;
  if (haveManyRows([...parts, ...(lastYear?.parts ?? [])]))
    await rowCounts(transaction, organisation, "assets", assets, transaction);
}
