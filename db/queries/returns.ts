import type { Reader, Transaction } from "../transaction";

/** Makes the organisation's return for a collection if it has none, and says which it is. */
export async function ensureReturn(
  transaction: Transaction,
  census: string,
  organisation: string,
): Promise<string> {
  const present = await returnId(transaction, census, organisation);
  if (present !== null) return present;
  await transaction.rows(
    `INSERT INTO intake.return (census, organisation) VALUES ($1, $2) ON CONFLICT DO NOTHING`,
    [census, organisation],
  );
  return (await returnId(transaction, census, organisation)) as string;
}

export async function returnId(reader: Reader, census: string, organisation: string): Promise<string | null> {
  const rows = await reader.rows<{ id: string }>(
    "SELECT id FROM intake.return WHERE census = $1 AND organisation = $2",
    [census, organisation],
  );
  return rows[0]?.id ?? null;
}
