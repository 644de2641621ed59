import { deviceCategories, referenceTables } from "@/db/queries/reference";
import type { Reader } from "@/db/transaction";
import { standingsOn } from "@/lib/places/standing";
import type { CheckContext } from "@/lib/returns/report";

/** What the checks may know beside the file, on the server: the places in force on the census date; no raw person key. */
export async function checkContext(
  reader: Reader,
  organisation: string,
  census: string,
): Promise<CheckContext> {
  return {
    organisation,
    census,
    standing: standingsOn(await referenceTables(reader), census),
    served: null,
    categories: new Map((await deviceCategories(reader)).map(({ code, title }) => [code, title])),
    personKeys: "refuse-raw",
  };
}
