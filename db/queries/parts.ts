import type { PartName } from "@/lib/returns/part";
import type { Finding, Repair, RuleCount, Severity } from "@/lib/returns/report";
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
  schemaVersion: string;
  repairs: Repair[];
  counts: RuleCount[];
  receivedAt: string;
};

const COLUMNS = `p.id, p.part, p.service_unit AS "serviceUnit", p.verdict, p.rows, p.file_name AS "fileName",
  p.byte_count::float8 AS "byteCount", p.sha256, p.bytes_kept AS "bytesKept", p.rule_set AS "ruleSet", p.mapping,
  p.schema_version AS "schemaVersion", p.repairs, p.counts,
  to_char(p.received_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "receivedAt"`;

/** Makes the organisation's return for a collection if it has none, and says which it is. */
export async function ensureReturn(
  transaction: Transaction,
  census: string,
  organisation: string,
): Promise<string> {
  const present = await returnId(transaction, census, organisation);
  if (present !== null) return present;
  await transaction.rows(
    `INSERT INTO intake.return (census, organisation) VALUES ($1, $2) ON CONFLICT DO NOTHING`,
    [census, organisation],
  );
  return (await returnId(transaction, census, organisation)) as string;
}

export async function returnId(reader: Reader, census: string, organisation: string): Promise<string | null> {
  const rows = await reader.rows<{ id: string }>(
    "SELECT id FROM intake.return WHERE census = $1 AND organisation = $2",
    [census, organisation],
  );
  return rows[0]?.id ?? null;
}

/** The draft's files, by part and service unit. */
export function draftParts(reader: Reader, returnId: string): Promise<ReceivedPart[]> {
  return reader.rows<ReceivedPart>(
    `SELECT ${COLUMNS} FROM intake.draft_part d JOIN intake.part p ON p.id = d.part_id
     WHERE d.return_id = $1 ORDER BY p.part DESC, p.service_unit`,
    [returnId],
  );
}

/** How the draft already writes the name of a service unit, whatever its case; null where it has no file of it. */
export async function unitInDraft(reader: Reader, returnId: string, unit: string): Promise<string | null> {
  const rows = await reader.rows<{ unit: string }>(
    `SELECT service_unit AS unit FROM intake.draft_part
     WHERE return_id = $1 AND lower(btrim(service_unit)) = lower(btrim($2))
     ORDER BY service_unit = $2 DESC, service_unit LIMIT 1`,
    [returnId, unit],
  );
  return rows[0]?.unit ?? null;
}

/** A submission's files. */
export function submissionParts(reader: Reader, submissionId: string): Promise<ReceivedPart[]> {
  return reader.rows<ReceivedPart>(
    `SELECT ${COLUMNS} FROM intake.submission_part s JOIN intake.part p ON p.id = s.part_id
     WHERE s.submission_id = $1 ORDER BY p.part DESC, p.service_unit`,
    [submissionId],
  );
}

export async function partById(reader: Reader, id: string): Promise<ReceivedPart | null> {
  const rows = await reader.rows<ReceivedPart>(`SELECT ${COLUMNS} FROM intake.part p WHERE p.id = $1`, [id]);
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
       sha256, bytes_kept, rule_set, mapping, schema_version, repairs, counts, received_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
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
    ],
  );
}

/** Lets a received file stand in the draft, and forgets the one it replaces unless a submission holds it. */
export async function setDraftPart(
  transaction: Transaction,
  draft: { returnId: string; organisation: string; part: PartName; serviceUnit: string; partId: string },
): Promise<void> {
  const replaced = await transaction.rows<{ partId: string; held: boolean }>(
    `WITH replaced AS (
       SELECT d.part_id, EXISTS (SELECT FROM intake.submission_part s WHERE s.part_id = d.part_id) AS held
       FROM intake.draft_part d WHERE d.return_id = $1 AND d.part = $3 AND d.service_unit = $4
     ), put AS (
       INSERT INTO intake.draft_part (return_id, organisation, part, service_unit, part_id) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (return_id, part, service_unit) DO UPDATE SET part_id = excluded.part_id
     ) SELECT part_id AS "partId", held FROM replaced`,
    [draft.returnId, draft.organisation, draft.part, draft.serviceUnit, draft.partId],
  );
  const old = replaced[0];
  if (old && !old.held && old.partId !== draft.partId)
    await forgetPart(transaction, old.partId, draft.organisation);
}

/** Takes a file out of the draft. */
export async function removeDraftPart(
  transaction: Transaction,
  draft: { returnId: string; organisation: string; part: PartName; serviceUnit: string },
): Promise<boolean> {
  const removed = await transaction.rows<{ partId: string; held: boolean }>(
    `DELETE FROM intake.draft_part d WHERE d.return_id = $1 AND d.part = $2 AND d.service_unit = $3
     RETURNING d.part_id AS "partId", EXISTS (SELECT FROM intake.submission_part s WHERE s.part_id = d.part_id) AS held`,
    [draft.returnId, draft.part, draft.serviceUnit],
  );
  const old = removed[0];
  if (old && !old.held) await forgetPart(transaction, old.partId, draft.organisation);
  return removed.length > 0;
}

async function forgetPart(transaction: Transaction, partId: string, organisation: string): Promise<void> {
  await transaction.rows("SELECT intake.drop_rows($1, $2)", [partId, organisation]);
  await transaction.rows("DELETE FROM intake.part WHERE id = $1", [partId]);
}

export async function insertFindings(
  transaction: Transaction,
  partId: string,
  organisation: string,
  findings: readonly Finding[],
): Promise<void> {
  if (findings.length === 0) return;
  await transaction.rows(
    `INSERT INTO intake.finding (part_id, organisation, position, severity, code, line, column_name, header, header_position, value, message, mend)
     SELECT $1, $2, n, severity, code, line, "column", header, position, value, message, mend
     FROM ROWS FROM (jsonb_to_recordset($3) AS (severity text, code text, line int, "column" text, header text, position int, value text, message text, mend text))
       WITH ORDINALITY AS given(severity, code, line, "column", header, position, value, message, mend, n)`,
    [partId, organisation, JSON.stringify(findings)],
  );
}

/** A file's findings: errors first, then warnings, then notices, each in the order of the file. */
export function findingsOf(
  reader: Reader,
  partId: string,
  {
    severity = null,
    rule = null,
    limit,
  }: { severity?: Severity | null; rule?: string | null; limit: number },
): Promise<Finding[]> {
  return reader.rows<Finding>(
    `SELECT severity, code, line, column_name AS "column", header, header_position AS position, value, message, mend
     FROM intake.finding
     WHERE part_id = $1 AND ($3::text IS NULL OR severity = $3) AND ($4::text IS NULL OR code = $4)
     ORDER BY array_position(ARRAY['error','warning','notice'], severity), line NULLS LAST, position LIMIT $2`,
    [partId, limit, severity, rule],
  );
}

export type FindingCount = RuleCount & {
  /** Why the figures are right, where a warning was accepted. */
  reason: string | null;
};

/** How often each rule spoke in a file, and the reason given where a warning was accepted. */
export async function findingCounts(reader: Reader, partId: string): Promise<FindingCount[]> {
  return (await findingCountsOf(reader, [partId])).get(partId) ?? [];
}

/** The same of several files at once, by file; one without findings is absent. */
export async function findingCountsOf(
  reader: Reader,
  partIds: readonly string[],
): Promise<Map<string, FindingCount[]>> {
  const rows = await reader.rows<FindingCount & { id: string }>(
    `SELECT p.id, c.code, c.severity, c.count, a.reason
     FROM intake.part p CROSS JOIN jsonb_to_recordset(p.counts) AS c(code text, severity text, count int)
     LEFT JOIN intake.acknowledgement a ON a.part_id = p.id AND a.code = c.code AND c.severity = 'warning'
     WHERE p.id = ANY($1::uuid[]) ORDER BY array_position(ARRAY['error','warning','notice'], c.severity), c.code`,
    [partIds],
  );
  const byPart = new Map<string, FindingCount[]>();
  for (const { id, ...count } of rows) byPart.set(id, [...(byPart.get(id) ?? []), count]);
  return byPart;
}

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

/** Those of the given files that a version holds. */
export async function heldParts(reader: Reader, partIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await reader.rows<{ id: string }>(
    "SELECT DISTINCT part_id AS id FROM intake.submission_part WHERE part_id = ANY($1::uuid[])",
    [partIds],
  );
  return new Set(rows.map(({ id }) => id));
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

/** One piece of the bytes as they were received, the first at 0; null after the last, and where they were not kept. */
export async function chunkAt(
  reader: Reader,
  partId: string,
  position: number,
): Promise<Buffer<ArrayBuffer> | null> {
  const rows = await reader.rows<{ bytes: Buffer<ArrayBuffer> }>(
    "SELECT bytes FROM intake.chunk WHERE part_id = $1 AND position = $2",
    [partId, position],
  );
  return rows[0]?.bytes ?? null;
}

export async function insertChunk(
  transaction: Transaction,
  chunk: { partId: string; organisation: string; position: number; bytes: Buffer },
): Promise<void> {
  await transaction.rows(
    "INSERT INTO intake.chunk (part_id, organisation, position, bytes) VALUES ($1, $2, $3, $4)",
    [chunk.partId, chunk.organisation, chunk.position, chunk.bytes],
  );
}

/** The organisations that the profiles of the draft say are served; null while no profile has been sent. */
export async function servedInDraft(reader: Reader, returnId: string): Promise<string[] | null> {
  const profiles = await reader.rows<{ id: string }>(
    "SELECT part_id AS id FROM intake.draft_part WHERE return_id = $1 AND part = 'profile'",
    [returnId],
  );
  if (profiles.length === 0) return null;
  // By the files' own ids, so that no partition but theirs is opened: there is one for every file ever received.
  const [row] = await reader.rows<{ served: string[] | null }>(
    `SELECT array_agg(DISTINCT served) AS served
     FROM intake.profile_row, unnest(organisations_served) AS served WHERE part_id = ANY($1::uuid[])`,
    [profiles.map(({ id }) => id)],
  );
  return row?.served ?? [];
}
