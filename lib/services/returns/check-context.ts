import { returnId, servedInDraft } from "@/db/queries/parts";
import { deviceCategories, referenceTables } from "@/db/queries/reference";
import type { Reader } from "@/db/transaction";
import { standingsOn } from "@/lib/places/standing";
import type { CheckContext } from "@/lib/returns/report";

/**
 * What the checks may know beside the file, on the server: the places in force on the census date, and whom the profile
 * in work says the organisation serves; no raw person key.
 */
export async function checkContext(
  reader: Reader,
  organisation: string,
  census: string,
): Promise<CheckContext> {
  const draft = await returnId(reader, census, organisation);
  return {
    organisation,
    census,
    standing: standingsOn(await referenceTables(reader), census),
    served: draft === null ? null : await servedInDraft(reader, draft),
    categories: new Map((await deviceCategories(reader)).map(({ code, title }) => [code, title])),
    personKeys: "refuse-raw",
  };
}
