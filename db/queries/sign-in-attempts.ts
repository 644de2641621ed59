import type { Transaction } from "../transaction";

/** How attempts of one subject (a keyed hash) stand in their window. */
export type Attempts = {
  /** Begun in this window and not succeeded, this one included. */
  failures: number;
  /** Whole seconds until the window ends, at least 1. */
  secondsLeft: number;
};

/**
 * Counts one more attempt, before it is known how it ends: attempts made at once, in whatever processes, are each
 * counted and none sees the count of another. A window begins with its first attempt and is not drawn out by later
 * ones; the count stops one above the limit, so that it says no more than "too many".
 */
export async function countAttempt(
  transaction: Transaction,
  subject: string,
  { limit, windowSeconds }: { limit: number; windowSeconds: number },
): Promise<Attempts> {
  const rows = await transaction.rows<Attempts>(
    `INSERT INTO account.sign_in_attempt AS had (subject, failures, window_ends)
     VALUES ($1, 1, now() + make_interval(secs => $3))
     ON CONFLICT (subject) DO UPDATE SET
       failures = CASE WHEN had.window_ends <= now() THEN 1 ELSE least(had.failures + 1, $2 + 1) END,
       locked = had.locked AND had.window_ends > now(),
       window_ends = CASE WHEN had.window_ends <= now() THEN excluded.window_ends ELSE had.window_ends END
     RETURNING failures, greatest(1, ceil(extract(epoch FROM window_ends - now())))::int AS "secondsLeft"`,
    [subject, limit, windowSeconds],
  );
  return rows[0] as Attempts;
}

/** Marks a subject that has used up its attempts: true for the one that does so first in a window. */
export async function markLocked(transaction: Transaction, subject: string, limit: number): Promise<boolean> {
  const rows = await transaction.rows(
    `UPDATE account.sign_in_attempt SET locked = true
     WHERE subject = $1 AND failures >= $2 AND NOT locked AND window_ends > now() RETURNING subject`,
    [subject, limit],
  );
  return rows.length === 1;
}

/** Forgets the attempts of a subject. */
export async function clearAttempts(transaction: Transaction, subject: string): Promise<void> {
  await transaction.rows("DELETE FROM account.sign_in_attempt WHERE subject = $1", [subject]);
}

/** Takes back one attempt that succeeded after all. */
export async function takeBackAttempt(transaction: Transaction, subject: string): Promise<void> {
  await transaction.rows(
    "UPDATE account.sign_in_attempt SET failures = greatest(0, failures - 1) WHERE subject = $1",
    [subject],
  );
}

/**
 * Forgets what is over, a few at a time: an attempt adds two rows at most and takes away many, so the table holds no
 * more than one window's attempts.
 */
export async function forgetOldAttempts(transaction: Transaction): Promise<void> {
  await transaction.rows(
    `DELETE FROM account.sign_in_attempt WHERE subject IN (
       SELECT subject FROM account.sign_in_attempt WHERE window_ends <= now()
       ORDER BY window_ends LIMIT 100 FOR UPDATE SKIP LOCKED)`,
  );
}
