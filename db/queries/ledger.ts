import type { LedgerEntry } from "@/lib/disclosure/ledger";
import type { Reader, Transaction } from "../transaction";

/** Every drawing of a cell that was ever made. */
export const ledger = (reader: Reader) =>
  reader.rows<LedgerEntry>(
    `SELECT ident, draws, withheld, first_release AS "firstRelease" FROM intake.disclosure_ledger ORDER BY ident`,
  );

/** Adds new cells and moves known ones on: never backwards, and what is withheld stays so. */
export async function writeLedger(transaction: Transaction, entries: readonly LedgerEntry[]): Promise<void> {
  await transaction.rows(
    `INSERT INTO intake.disclosure_ledger (ident, draws, withheld, first_release)
     SELECT ident, draws, withheld, "firstRelease"
     FROM jsonb_to_recordset($1) AS given(ident text, draws int, withheld boolean, "firstRelease" int)
     ON CONFLICT (ident) DO UPDATE SET draws = greatest(excluded.draws, intake.disclosure_ledger.draws),
       withheld = excluded.withheld OR intake.disclosure_ledger.withheld
     WHERE (excluded.draws, excluded.withheld) IS DISTINCT FROM (intake.disclosure_ledger.draws, intake.disclosure_ledger.withheld)`,
    [JSON.stringify(entries)],
  );
}
