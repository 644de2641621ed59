import { placeNamesOf } from "@/db/queries/place-names";
import { inTransaction } from "@/db/transaction";
import type { Site } from "../site";

/** The names of places, which everyone may know. */
export const placeNames = (site: Site, codes: readonly string[]): Promise<Map<string, string>> =>
  codes.length === 0
    ? Promise.resolve(new Map())
    : inTransaction(site.pool, { role: "muster_public" }, (reader) => placeNamesOf(reader, codes));
