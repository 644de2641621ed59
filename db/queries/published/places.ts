import type { PublishedPlace } from "@/lib/published/release";
import type { Reader } from "../../transaction";

/** Every place of a release: a few hundred rows, from which a page takes the way up and down. */
export const placesOfRelease = (reader: Reader, release: number) =>
  reader.rows<PublishedPlace>(
    `SELECT code, level, name, parent, kind, synthetic, split_part(response, ':', 1) AS response,
       nullif(split_part(response, ':', 2), '') AS "servedBy"
     FROM published.place WHERE release = $1 ORDER BY code`,
    [release],
  );

/**
 * The name of a place that any release or the table of places has ever known, null for a code that is no place's: asked
 * before anything else of an address.
 */
export async function nameOfPlace(reader: Reader, code: string): Promise<string | null> {
  const [row] = await reader.rows<{ name: string | null }>(
    `SELECT coalesce(
       (SELECT name FROM reference.place WHERE code = $1),
       (SELECT name FROM published.place WHERE code = $1 ORDER BY release DESC LIMIT 1)
     ) AS name`,
    [code],
  );
  return row?.name ?? null;
}
