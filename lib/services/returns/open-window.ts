import { lockTurn } from "@/db/queries/locks";
import { windowOf } from "@/db/queries/windows";
import type { Reader, Transaction } from "@/db/transaction";
import { formatDate } from "@/lib/format/date";
import { fail, ok, type Result } from "@/lib/result";
import { isOpenOn, type Window } from "@/lib/returns/window";
import type { Site } from "../site";

/** The day on which something is done, in UTC. */
export const today = ({ now }: Pick<Site, "now">): string => now().toISOString().slice(0, 10);

/**
 * The turn at a return that may be changed, or why it may not: until the transaction ends nothing else changes it, and
 * its collection is not closed.
 */
export async function takeTurn(
  transaction: Transaction,
  site: Pick<Site, "now">,
  of: { census: string; organisation: string },
): Promise<Result<Window>> {
  await lockTurn(transaction, of.census, of.organisation);
  return openWindow(transaction, site, of);
}

/** That an organisation is asked and may still send, or why not. */
export async function openWindow(
  reader: Reader,
  site: Pick<Site, "now">,
  { census, organisation }: { census: string; organisation: string },
): Promise<Result<Window>> {
  const window = await windowOf(reader, census, organisation);
  if (!window?.asked)
    return fail(
      "not-asked",
      `${organisation} is not asked for a return at ${census}.`,
      "Choose a collection that asks your organisation.",
    );
  if (isOpenOn(window, today(site))) return ok(window);
  return fail(
    "collection-closed",
    window.extendedUntil
      ? `The collection of ${formatDate(census)} is closed, and your extension ended on ${formatDate(window.extendedUntil)}. Nothing was stored.`
      : `The collection of ${formatDate(census)} is closed, so nothing was stored.`,
    "Ask IPEM for an extension.",
  );
}
