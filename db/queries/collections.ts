import type { Reader, Transaction } from "../transaction";

export type Collection = {
  census: string;
  title: string;
  opens: string;
  closes: string | null;
  status: "open" | "closed";
  synthetic: boolean;
};

const COLUMNS = "census::text, title, opens::text, closes::text, status, synthetic";

/** All collections, newest first. */
export function collections(reader: Reader): Promise<Collection[]> {
  return reader.rows<Collection>(`SELECT ${COLUMNS} FROM reference.collection ORDER BY census DESC`);
}

/** Null where there is none, also for a text that is no date. */
export async function collectionAt(reader: Reader, census: string): Promise<Collection | null> {
  const rows = await reader.rows<Collection>(
    `SELECT ${COLUMNS} FROM reference.collection WHERE census::text = $1`,
    [census],
  );
  return rows[0] ?? null;
}

/** The organisations that a collection asks. */
export async function frameOf(reader: Reader, census: string): Promise<string[]> {
  const rows = await reader.rows<{ organisation: string }>(
    "SELECT organisation FROM reference.frame WHERE census = $1 ORDER BY organisation",
    [census],
  );
  return rows.map((row) => row.organisation);
}

/** Where a collection stands, and whether it asks an organisation; null where there is no such collection. */
export async function askedAt(
  reader: Reader,
  census: string,
  organisation: string,
): Promise<(Pick<Collection, "status"> & { asked: boolean }) | null> {
  const rows = await reader.rows<Pick<Collection, "status"> & { asked: boolean }>(
    `SELECT c.status, EXISTS (SELECT FROM reference.frame f WHERE f.census = c.census AND f.organisation = $2) AS asked
     FROM reference.collection c WHERE c.census::text = $1`,
    [census, organisation],
  );
  return rows[0] ?? null;
}

export async function inFrame(reader: Reader, census: string, organisation: string): Promise<boolean> {
  const rows = await reader.rows("SELECT 1 FROM reference.frame WHERE census = $1 AND organisation = $2", [
    census,
    organisation,
  ]);
  return rows.length > 0;
}

export async function insertCollection(
  transaction: Transaction,
  collection: Collection,
  organisations: readonly string[],
): Promise<void> {
  await transaction.rows(
    "INSERT INTO reference.collection (census, title, opens, closes, status, synthetic) VALUES ($1, $2, $3, $4, $5, $6)",
    [
      collection.census,
      collection.title,
      collection.opens,
      collection.closes,
      collection.status,
      collection.synthetic,
    ],
  );
  await transaction.rows(
    "INSERT INTO reference.frame (census, organisation) SELECT $1, code FROM unnest($2::text[]) AS given(code)",
    [collection.census, organisations],
  );
}

export async function setCollectionStatus(
  transaction: Transaction,
  census: string,
  status: Collection["status"],
): Promise<void> {
  await transaction.rows("UPDATE reference.collection SET status = $2 WHERE census = $1", [census, status]);
}
