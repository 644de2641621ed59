import type { Window } from "@/lib/returns/window";
import type { Reader, Transaction } from "../transaction";

/** When an organisation may answer a collection, and whether it is asked; null where there is no such collection. */
export async function windowOf(
  reader: Reader,
  census: string,
  organisation: string,
): Promise<(Window & { asked: boolean }) | null> {
  const rows = await reader.rows<Window & { asked: boolean }>(
    `SELECT c.status, c.closes::text, e.until::text AS "extendedUntil", e.reason AS "extensionReason",
       EXISTS (SELECT FROM reference.frame f WHERE f.census = c.census AND f.organisation = $2) AS asked
     FROM reference.collection c LEFT JOIN intake.extension e ON e.census = c.census AND e.organisation = $2
     WHERE c.census::text = $1`,
    [census, organisation],
  );
  return rows[0] ?? null;
}

export type Extension = { organisation: string; until: string; reason: string };

/** The extensions given for a collection. */
export const extensionsOf = (reader: Reader, census: string): Promise<Extension[]> =>
  reader.rows<Extension>(
    "SELECT organisation, until::text, reason FROM intake.extension WHERE census = $1 ORDER BY organisation",
    [census],
  );

/** Gives an organisation until a day, in place of the day it was given before. */
export async function putExtension(
  transaction: Transaction,
  census: string,
  { organisation, until, reason }: Extension,
): Promise<void> {
  await transaction.rows(
    `INSERT INTO intake.extension (census, organisation, until, reason) VALUES ($1, $2, $3, $4)
     ON CONFLICT (census, organisation) DO UPDATE SET until = excluded.until, reason = excluded.reason`,
    [census, organisation, until, reason],
  );
}
