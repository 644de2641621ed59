import type { PublishedPlace } from "@/lib/published/release";
import type { Reader } from "../../transaction";

/** Every place of a release: a few hundred rows, from which a page takes the way up and down. */
export const placesOfRelease = (reader: Reader, release: number) =>
  reader.rows<PublishedPlace>(
    `SELECT code, level, name, parent, kind, synthetic, response FROM published.place WHERE release = $1 ORDER BY code`,
    [release],
  );

/** Whether any release or the table of places has ever known the code: asked before anything else of an address. */
export async function isKnownPlace(reader: Reader, code: string): Promise<boolean> {
  const [row] = await reader.rows<{ known: boolean }>(
    `SELECT EXISTS (SELECT FROM reference.place WHERE code = $1)
         OR EXISTS (SELECT FROM published.place WHERE code = $1) AS known`,
    [code],
  );
  return row?.known ?? false;
}
