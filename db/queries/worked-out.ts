import { createHash } from "node:crypto";
import type { Reader, Transaction } from "../transaction";

/** A result of received files, which never change: what it is, by which version of the code, and of which files in turn. */
export type ResultOf = { organisation: string; what: string; files: readonly string[] };

const keyOf = ({ files }: ResultOf): string => createHash("sha256").update(files.join(" ")).digest("hex");

/** What was worked out before and kept; null where it was not. */
export async function keptResult<T>(reader: Reader, of: ResultOf): Promise<T | null> {
  const rows = await reader.rows<{ result: T }>(
    "SELECT result FROM intake.worked_out WHERE organisation = $1 AND what = $2 AND key = $3",
    [of.organisation, of.what, keyOf(of)],
  );
  return rows[0]?.result ?? null;
}

/** Keeps a result until one of its files is forgotten; one that another process kept meanwhile is the same. */
export async function keepResult(transaction: Transaction, of: ResultOf, result: unknown): Promise<void> {
  await transaction.rows(
    `INSERT INTO intake.worked_out (organisation, what, key, files, result) VALUES ($1, $2, $3, $4::uuid[], $5)
     ON CONFLICT DO NOTHING`,
    [
      of.organisation,
      of.what,
      keyOf(of),
      of.files.filter((file) => file !== "against"),
      JSON.stringify(result),
    ],
  );
}

/** Forgets what was worked out of a file that is forgotten itself. */
export async function forgetResults(
  transaction: Transaction,
  organisation: string,
  partId: string,
): Promise<void> {
  await transaction.rows("DELETE FROM intake.worked_out WHERE organisation = $1 AND $2::uuid = ANY(files)", [
    organisation,
    partId,
  ]);
}
