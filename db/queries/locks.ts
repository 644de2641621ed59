import type { Transaction } from "../transaction";

/**
 * Where deeds take turns. Every lock belongs to its transaction and goes with it, so a crash cannot leave one behind;
 * it holds among all processes that share the database.
 */

/** One return: of two submissions the second waits, then meets the first's waiting version. */
export async function lockReturn(
  transaction: Transaction,
  census: string,
  organisation: string,
): Promise<void> {
  await transaction.rows("SELECT pg_advisory_xact_lock(hashtext('return'), hashtext($1))", [
    `${census} ${organisation}`,
  ]);
}

/**
 * A collection's standing: what is done in an open one shares it until its end, and closing waits for that, so that
 * nothing is received, submitted or approved of a closed collection.
 */
export async function lockCollection(
  transaction: Transaction,
  census: string,
  how: "shared" | "alone" = "shared",
): Promise<void> {
  const lock = how === "shared" ? "pg_advisory_xact_lock_shared" : "pg_advisory_xact_lock";
  await transaction.rows(`SELECT ${lock}(hashtext('collection'), hashtext($1))`, [census]);
}

/** A turn at a return of a collection: the lock of the return, and a share in that of the collection before it. */
export async function lockTurn(
  transaction: Transaction,
  census: string,
  organisation: string,
): Promise<void> {
  await transaction.rows(
    `SELECT pg_advisory_xact_lock_shared(hashtext('collection'), hashtext($1)),
       pg_advisory_xact_lock(hashtext('return'), hashtext($2))`,
    [census, `${census} ${organisation}`],
  );
}

/** Uploads of one part: `free` is false at once while another is under way. And which return it is of, if there is one. */
export async function tryLockUpload(
  transaction: Transaction,
  of: { census: string; organisation: string; part: string; serviceUnit: string },
): Promise<{ free: boolean; returnId: string | null }> {
  const [lock] = await transaction.rows<{ free: boolean; returnId: string | null }>(
    `SELECT pg_try_advisory_xact_lock(hashtext('upload'), hashtext($1)) AS free,
       (SELECT id FROM intake.return WHERE census = $2 AND organisation = $3) AS "returnId"`,
    [`${of.census} ${of.organisation} ${of.part} ${of.serviceUnit}`, of.census, of.organisation],
  );
  return { free: lock?.free === true, returnId: lock?.returnId ?? null };
}

/** What an organisation's own words mean: one change at a time, since each takes the next version. */
export async function lockMapping(transaction: Transaction, organisation: string): Promise<void> {
  await transaction.rows("SELECT pg_advisory_xact_lock(hashtext('mapping'), hashtext($1))", [organisation]);
}

/** Builds: one at a time, since each takes the next number. */
export async function lockBuilds(transaction: Transaction): Promise<void> {
  await transaction.rows("SELECT pg_advisory_xact_lock(7210, 3)");
}

/** Publications: one at a time, since each looks at what is published. */
export async function lockPublications(transaction: Transaction): Promise<void> {
  await transaction.rows("SELECT pg_advisory_xact_lock(7210, 4)");
}
