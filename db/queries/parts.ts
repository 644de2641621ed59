import type { KeptRepair } from "@/lib/returns/before-sending/agreed-repairs";
import type { PartName } from "@/lib/returns/part";
import type { RuleCount } from "@/lib/returns/report";
import type { Reader, Transaction } from "../transaction";

export type ReceivedPart = {
  id: string;
  part: PartName;
  serviceUnit: string;
  verdict: "accepted" | "errors";
  rows: number;
  fileName: string;
  byteCount: number;
  sha256: string;
  bytesKept: boolean;
  ruleSet: string;
  /** The version of the organisation's mapping by which it was read; null where it had none. */
  mapping: number | null;
  /** The fingerprint of the key with which its person keys were hashed in the browser; null where that is not known. */
  keyFingerprint: string | null;
  schemaVersion: string;
  repairs: KeptRepair[];
  counts: RuleCount[];
  receivedAt: string;
};

/** What is read of a received file, under the alias p. */
export const PART_COLUMNS = `p.id, p.part, p.service_unit AS "serviceUnit", p.verdict, p.rows, p.file_name AS "fileName",
  p.byte_count::float8 AS "byteCount", p.sha256, p.bytes_kept AS "bytesKept", p.rule_set AS "ruleSet", p.mapping,
  p.key_fingerprint AS "keyFingerprint",
  p.schema_version AS "schemaVersion", p.repairs, p.counts,
  to_char(p.received_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "receivedAt"`;

/** A submission's files. */
export function submissionParts(reader: Reader, submissionId: string): Promise<ReceivedPart[]> {
  return reader.rows<ReceivedPart>(
    `SELECT ${PART_COLUMNS} FROM intake.submission_part s JOIN intake.part p ON p.id = s.part_id
     WHERE s.submission_id = $1 ORDER BY p.part DESC, p.service_unit`,
    [submissionId],
  );
}

export async function partById(reader: Reader, id: string): Promise<ReceivedPart | null> {
  const rows = await reader.rows<ReceivedPart>(`SELECT ${PART_COLUMNS} FROM intake.part p WHERE p.id = $1`, [
    id,
  ]);
  return rows[0] ?? null;
}

/** The return that a file was received for, and its census. */
export async function returnOfPart(reader: Reader, partId: string): Promise<{ id: string; census: string }> {
  const rows = await reader.rows<{ id: string; census: string }>(
    `SELECT r.id, r.census::text AS census FROM intake.part p JOIN intake.return r ON r.id = p.return_id
     WHERE p.id = $1`,
    [partId],
  );
  if (!rows[0]) throw new Error(`The file ${partId} belongs to no return that can be seen.`);
  return rows[0];
}

/** Those of the given files that a version holds. */
export async function heldParts(reader: Reader, partIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await reader.rows<{ id: string }>(
    "SELECT DISTINCT part_id AS id FROM intake.submission_part WHERE part_id = ANY($1::uuid[])",
    [partIds],
  );
  return new Set(rows.map(({ id }) => id));
}

export async function insertPart(
  transaction: Transaction,
  part: Omit<ReceivedPart, "receivedAt"> & {
    returnId: string;
    organisation: string;
    receivedBy: string | null;
  },
): Promise<void> {
  await transaction.rows(
    `INSERT INTO intake.part (id, return_id, organisation, part, service_unit, verdict, rows, file_name, byte_count,
       sha256, bytes_kept, rule_set, mapping, schema_version, repairs, counts, received_by,
       key_fingerprint)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      part.id,
      part.returnId,
      part.organisation,
      part.part,
      part.serviceUnit,
      part.verdict,
      part.rows,
      part.fileName,
      part.byteCount,
      part.sha256,
      part.bytesKept,
      part.ruleSet,
      part.mapping,
      part.schemaVersion,
      JSON.stringify(part.repairs),
      JSON.stringify(part.counts),
      part.receivedBy,
      part.keyFingerprint,
    ],
  );
}
