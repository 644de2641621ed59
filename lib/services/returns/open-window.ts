import { windowOf } from "@/db/queries/windows";
import type { Reader } from "@/db/transaction";
import { formatDate } from "@/lib/format/date";
import { fail, ok, type Result } from "@/lib/result";
import { isOpenOn, type Window } from "@/lib/returns/window";
import type { Site } from "../site";

/** The day on which something is done, in UTC. */
export const today = ({ now }: Pick<Site, "now">): string => now().toISOString().slice(0, 10);

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
