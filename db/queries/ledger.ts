import type { LedgerEntry } from "@/lib/disclosure/ledger";
import type { Reader, Transaction } from "../transaction";

/** Every drawing of a cell that was ever made, and which cells are withheld for this census. */
export const ledger = (reader: Reader, census: string) =>
  reader.rows<LedgerEntry>(
    `SELECT l.ident, l.draws, w.ident IS NOT NULL AS withheld, l.first_release AS "firstRelease"
     FROM intake.disclosure_ledger l LEFT JOIN intake.disclosure_withheld w ON w.ident = l.ident AND w.census = $1
     ORDER BY l.ident`,
    [census],
  );

/**
 * Adds new cells and moves known ones on, never backwards: draws count for every census, and what is withheld for a
 * census stays so for that one.
 */
export async function writeLedger(
  transaction: Transaction,
  census: string,
  entries: readonly LedgerEntry[],
): Promise<void> {
  await transaction.rows(
    `INSERT INTO intake.disclosure_ledger AS known (ident, draws, first_release)
     SELECT ident, draws, "firstRelease" FROM jsonb_to_recordset($1) AS given(ident text, draws int, "firstRelease" int)
     ON CONFLICT (ident) DO UPDATE SET draws = excluded.draws WHERE excluded.draws > known.draws`,
    [JSON.stringify(entries)],
  );
  await transaction.rows(
    `INSERT INTO intake.disclosure_withheld (ident, census) SELECT ident, $1 FROM unnest($2::text[]) AS given(ident)
     ON CONFLICT DO NOTHING`,
    [census, entries.filter(({ withheld }) => withheld).map(({ ident }) => ident)],
  );
}
