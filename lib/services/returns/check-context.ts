import { draftParts, servedIn } from "@/db/queries/draft-parts";
import { mappingAt, newestMapping } from "@/db/queries/mappings";
import type { ReceivedPart } from "@/db/queries/parts";
import { deviceCategories, referenceMark, referenceTables } from "@/db/queries/reference";
import type { Reader } from "@/db/transaction";
import type { ReferenceTables } from "@/lib/places/reference-tables";
import { standingsOn } from "@/lib/places/standing";
import type { CheckContext } from "@/lib/returns/report";

/** With the tables that `standing` is made from, for a thread, to which no function can be sent. */
export type ServerContext = CheckContext & {
  tables: ReferenceTables;
  /** Of the mapping by which a file is read; null for none. */
  mappingVersion: number | null;
};

/**
 * What the checks may know beside the file, on the server: the places in force on the census date, and whom the profile
 * in work says the organisation serves, what its own words mean; no raw person key.
 *
 * @param draft the files of the organisation's return for the census, or which return it is; null while it has none
 * @param readBy the version of the mapping by which a file was read, to judge it as it was then: null for none; without
 * it, the one in force
 */
export async function checkContext(
  reader: Reader,
  { organisation, census }: { organisation: string; census: string },
  draft: string | readonly ReceivedPart[] | null,
  readBy?: number | null,
): Promise<ServerContext> {
  const { tables, categories } = await reference(reader);
  const mapping =
    readBy === undefined
      ? await newestMapping(reader, organisation)
      : readBy === null
        ? null
        : await mappingAt(reader, organisation, readBy);
  return {
    tables,
    organisation,
    census,
    // Made anew for each file: it remembers every code that it is asked for.
    standing: standingsOn(tables, census),
    served: await servedIn(
      reader,
      typeof draft === "string" ? await draftParts(reader, draft) : (draft ?? []),
    ),
    categories,
    personKeys: "refuse-raw",
    mapping: mapping ?? undefined,
    mappingVersion: mapping?.version ?? null,
  };
}

/** Every code that is a place's, whatever its standing. */
export const placeCodes = async (reader: Reader): Promise<string[]> =>
  (await reference(reader)).tables.places.map(({ code }) => code);

type Reference = { mark: string; tables: ReferenceTables; categories: ReadonlyMap<string, string> };

let last: Reference | null = null;

/** The reference tables, read again only where they have changed: they are larger than most files. */
async function reference(reader: Reader): Promise<Reference> {
  // Before the tables: where a load comes between the two they are read once too often, and never too old.
  const mark = await referenceMark(reader);
  if (last?.mark === mark) return last;
  const tables = await referenceTables(reader);
  const categories = new Map((await deviceCategories(reader)).map(({ code, title }) => [code, title]));
  last = { mark, tables, categories };
  return last;
}
