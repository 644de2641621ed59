import type { Reader, Transaction } from "../transaction";

export type StoredReading = { item: string; person: string; words: string | null; at: string };

/** What was read of a release or let pass, oldest first. */
export const readingsOf = (reader: Reader, release: number): Promise<StoredReading[]> =>
  reader.rows<StoredReading>(
    `SELECT item, person, words, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at
     FROM intake.release_reading WHERE release = $1 ORDER BY release_reading.at, item, person`,
    [release],
  );

/** Keeps that a person has read a point, or their reason to let it pass: the newest word of each counts. */
export async function keepReading(
  transaction: Transaction,
  given: { release: number; item: string; person: string; words: string | null },
): Promise<void> {
  await transaction.rows(
    `INSERT INTO intake.release_reading (release, item, person, words) VALUES ($1, $2, $3, $4)
     ON CONFLICT (release, item, person) DO UPDATE SET words = excluded.words, at = now()`,
    [given.release, given.item, given.person, given.words],
  );
}

/** Says what is new in a release: while it waits. False when it waits no longer. */
export async function setAbout(transaction: Transaction, release: number, about: string): Promise<boolean> {
  const rows = await transaction.rows(
    "UPDATE published.release SET about = $2 WHERE number = $1 AND status IN ('built', 'in_review') RETURNING number",
    [release, about],
  );
  return rows.length > 0;
}

/** Moves a release between being built and being in review; false when it is not where it is moved from. */
export async function moveReview(
  transaction: Transaction,
  release: number,
  { from, to }: { from: "built" | "in_review"; to: "built" | "in_review" },
): Promise<boolean> {
  const rows = await transaction.rows(
    "UPDATE published.release SET status = $3 WHERE number = $1 AND status = $2 RETURNING number",
    [release, from, to],
  );
  return rows.length > 0;
}

/** Withdraws a release that had been published: false when it is none, or is withdrawn already. */
export async function setWithdrawn(transaction: Transaction, release: number, why: string): Promise<boolean> {
  const rows = await transaction.rows(
    `UPDATE published.release SET status = 'withdrawn', withdrawn_at = now(), note = $2
     WHERE number = $1 AND status IN ('published', 'corrected') RETURNING number`,
    [release, why],
  );
  return rows.length > 0;
}

/** How many answers a release counts, how many of them another does not, and how many of the other's it does not. */
export async function inputsAgainst(
  reader: Reader,
  release: number,
  other: number,
): Promise<{ counted: number; added: number; gone: number }> {
  const rows = await reader.rows<{ counted: number; added: number; gone: number }>(
    `SELECT count(*) FILTER (WHERE release = $1)::int AS counted,
       (SELECT count(*)::int FROM (SELECT submission_id FROM intake.release_input WHERE release = $1
          EXCEPT SELECT submission_id FROM intake.release_input WHERE release = $2) AS a) AS added,
       (SELECT count(*)::int FROM (SELECT organisation FROM intake.release_input WHERE release = $2
          EXCEPT SELECT organisation FROM intake.release_input WHERE release = $1) AS g) AS gone
     FROM intake.release_input`,
    [release, other],
  );
  return rows[0] ?? { counted: 0, added: 0, gone: 0 };
}
