import { enqueue, isJobUnderWay } from "@/db/jobs";
import { returnId } from "@/db/queries/returns";
import { inTransaction, type Reader, type Transaction } from "@/db/transaction";
import { isIsoDate } from "@/lib/places/calendar-day";
import { PART_NAMES } from "@/lib/returns/part";
import type { Site } from "../site";
import { own } from "../standing";
import { differenceBetween, firstKeys, haveManyRows, rowCounts, sidesOf } from "./difference-between";
import { comparedVersions, lastYearsAnswer } from "./previous-version";

type Of = { organisation: string; census: string };

const keyOf = ({ organisation, census }: Of) => `${organisation} ${census}`;

/** So long a page waits for what a worker was asked for; then it is worked out as if nobody had been asked. */
const WAITED_FOR_MINUTES = 10;

/** Asks a worker to work out what follows from the large files of a draft, in the transaction that changes it. */
export async function askToWorkOut(
  site: Pick<Site, "pool">,
  transaction: Transaction,
  of: Of,
): Promise<void> {
  const { organisation, census } = of;
  await enqueue(
    site.pool,
    transaction,
    "work-out-ahead",
    { organisation, census },
    { singletonKey: keyOf(of) },
  );
}

/** Whether a worker has been asked, and has not ended. */
export const isUnderWay = (reader: Reader, of: Of): Promise<boolean> =>
  isJobUnderWay(reader, "work-out-ahead", keyOf(of), WAITED_FOR_MINUTES);

/**
 * Works out how the large files of a draft differ from the version before, and from last year's, and keeps it, so that
 * neither a page nor a deed that others wait for has to. Of small files nothing is done: it takes no time when it is
 * asked for.
 */
export async function workOutAhead(transaction: Transaction, { organisation, census }: Of): Promise<void> {
  // Of a day that is none there is no return; what is then asked for says so.
  if (!isIsoDate(census)) return;
  const draft = await returnId(transaction, census, organisation);
  const compared = draft && (await comparedVersions(transaction, { organisation, census }, draft));
  if (!compared) return;
  const { parts, previous } = compared;
  if (haveManyRows([...parts, ...(previous?.parts ?? [])]))
    await differenceBetween(transaction, organisation, compared, { keepIn: transaction });
  // Of single devices the checks over the whole return ask how many of last year's are gone.
  const lastYear = await lastYearsAnswer(transaction, organisation, census);
  const assets = sidesOf({ parts, before: lastYear?.parts ?? [] }, "assets");
  const sound = parts.every(({ part, verdict }) => part !== "assets" || verdict === "accepted");
  if (!sound || assets.now.length === 0 || assets.before.length === 0) return;
  if (haveManyRows([...parts, ...(lastYear?.parts ?? [])]))
    await rowCounts(transaction, organisation, "assets", assets, transaction);
}

/**
 * The worker's share: the same, and which rows of large files a page shows first. Each in a transaction of its own, so
 * that what is known is told while the rest is worked out.
 */
export async function workOut(site: Pick<Site, "pool">, of: Of): Promise<{ parts: number }> {
  const { organisation } = of;
  const within = <T>(work: (transaction: Transaction) => Promise<T>) =>
    inTransaction(site.pool, own(organisation), work);
  await within((transaction) => workOutAhead(transaction, of));
  const compared = await within(async (reader) => {
    const draft = await returnId(reader, of.census, organisation);
    return draft === null ? null : comparedVersions(reader, of, draft);
  });
  if (!compared?.previous) return { parts: 0 };
  const { parts, previous } = compared;
  let done = 0;
  for (const part of PART_NAMES) {
    const both = [...parts, ...previous.parts].filter((one) => one.part === part);
    const sides = sidesOf({ parts, before: previous.parts }, part);
    if (!haveManyRows(both) || sides.now.length === 0 || sides.before.length === 0) continue;
    if (both.some(({ verdict }) => verdict !== "accepted")) continue;
    await within((transaction) => firstKeys(transaction, organisation, part, sides, { keepIn: transaction }));
    done += 1;
  }
  return { parts: done };
}
