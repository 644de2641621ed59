import type { Reader } from "@/db/transaction";

/**
 * The number of the edition: the database adds one in the very transaction that changes what visitors see.
 * Read it before anything else of a page: a publish between the two then makes the page look older than it is, and it
 * is rendered again, rather than newer.
 */
export async function readEdition(db: Pick<Reader, "rows">): Promise<number> {
  const [row] = await db.rows<{ version: number }>("SELECT version FROM published.edition");
  return row?.version ?? 0;
}
