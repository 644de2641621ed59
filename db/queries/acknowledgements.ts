import type { PartName } from "@/lib/returns/part";
import type { Reader, Transaction } from "../transaction";

/** A reason given for all warnings of one rule in one file: by whom and when. */
export type Acknowledgement = { code: string; reason: string; person: string | null; at: string };

const AT = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at`;

/** The reasons given for the warnings of a file, by rule. */
export const acknowledgementsOf = (reader: Reader, partId: string): Promise<Acknowledgement[]> =>
  reader.rows<Acknowledgement>(
    `SELECT code, reason, person, ${AT("a.at")} FROM intake.acknowledgement a WHERE part_id = $1 ORDER BY code`,
    [partId],
  );

/**
 * The reasons last given for the warnings of other files of the same part and unit, by rule. They come from the audit: a
 * file that is replaced goes, and its reasons with it. Where it was not yet told of which unit a file was, it is taken
 * for one of the same.
 */
export const earlierAcknowledgements = (
  reader: Reader,
  args: { organisation: string; part: PartName; serviceUnit: string; partId: string },
): Promise<Acknowledgement[]> =>
  reader.rows<Acknowledgement>(
    `SELECT DISTINCT ON (code) code, detail->>'reason' AS reason, person, ${AT("e.at")}
     FROM audit.event e CROSS JOIN LATERAL split_part(e.subject, ' ', 2) AS code
     WHERE e.verb = 'warning.acknowledged' AND e.organisation = $1 AND split_part(e.subject, ' ', 1) = $2
       AND coalesce(e.detail->>'unit', $3) = $3 AND e.detail->>'part' <> $4 AND e.detail->>'reason' IS NOT NULL
     ORDER BY code, e.id DESC`,
    [args.organisation, args.part, args.serviceUnit, args.partId],
  );

/** The reasons given for warnings of files, by file and by rule. */
export async function reasonsGiven(
  reader: Reader,
  partIds: readonly string[],
): Promise<Map<string, Map<string, string>>> {
  const rows = await reader.rows<{ id: string; code: string; reason: string }>(
    "SELECT part_id AS id, code, reason FROM intake.acknowledgement WHERE part_id = ANY($1::uuid[])",
    [partIds],
  );
  const byPart = new Map<string, Map<string, string>>();
  for (const { id, code, reason } of rows)
    byPart.set(id, (byPart.get(id) ?? new Map<string, string>()).set(code, reason));
  return byPart;
}

export async function acknowledgeWarning(
  transaction: Transaction,
  given: { partId: string; organisation: string; code: string; reason: string; person: string | null },
): Promise<void> {
  await transaction.rows(
    `INSERT INTO intake.acknowledgement (part_id, organisation, code, reason, person) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (part_id, code) DO UPDATE SET reason = excluded.reason, person = excluded.person, at = now()`,
    [given.partId, given.organisation, given.code, given.reason, given.person],
  );
}
