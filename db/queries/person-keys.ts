import type { Reader, Transaction } from "../transaction";

/** The fingerprint of the key with which an organisation hashes its person keys; null while it has used none. */
export async function keyFingerprintOf(reader: Reader, organisation: string): Promise<string | null> {
  const rows = await reader.rows<{ fingerprint: string }>(
    "SELECT fingerprint FROM intake.person_key WHERE organisation = $1",
    [organisation],
  );
  return rows[0]?.fingerprint ?? null;
}

export async function setKeyFingerprint(
  transaction: Transaction,
  { organisation, fingerprint, keptBy }: { organisation: string; fingerprint: string; keptBy: string | null },
): Promise<void> {
  await transaction.rows(
    `INSERT INTO intake.person_key (organisation, fingerprint, kept_by) VALUES ($1, $2, $3)
     ON CONFLICT (organisation) DO UPDATE SET fingerprint = excluded.fingerprint, kept_by = excluded.kept_by, kept_at = now()`,
    [organisation, fingerprint, keptBy],
  );
}
