import type { Reader, Transaction } from "../transaction";

export type SubmissionState = "submitted" | "approved" | "superseded" | "withdrawn";
export type Submission = {
  id: string;
  organisation: string;
  version: number;
  kind: "files" | "nil";
  state: SubmissionState;
  nilReason: string | null;
  servedBy: string | null;
  /** Why so many posts or devices of the version before are gone; null where nobody was asked. */
  removalReason: string | null;
  submittedBy: string | null;
  submittedAt: string;
  approvedBy: string | null;
  approvedAt: string | null;
};

const instant = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
const COLUMNS = `s.id, s.organisation, s.version, s.kind, s.state, s.nil_reason AS "nilReason", s.served_by AS "servedBy",
  s.removal_reason AS "removalReason", s.submitted_by AS "submittedBy", ${instant("s.submitted_at")} AS "submittedAt",
  s.approved_by AS "approvedBy", ${instant("s.approved_at")} AS "approvedAt"`;

/** Every version of a return, newest first. */
export function submissionsOf(reader: Reader, returnId: string): Promise<Submission[]> {
  return reader.rows<Submission>(
    `SELECT ${COLUMNS} FROM intake.submission s WHERE s.return_id = $1 ORDER BY s.version DESC`,
    [returnId],
  );
}

/** The same as an administrator may see it: which versions there are, and where each stands. */
export function versionsOf(
  reader: Reader,
  returnId: string,
): Promise<Pick<Submission, "id" | "version" | "state" | "kind" | "submittedAt" | "approvedAt">[]> {
  return reader.rows(
    `SELECT s.id, s.version, s.state, s.kind, ${instant("s.submitted_at")} AS "submittedAt",
       ${instant("s.approved_at")} AS "approvedAt"
     FROM intake.submission s WHERE s.return_id = $1 ORDER BY s.version DESC`,
    [returnId],
  );
}

export async function submissionById(
  reader: Reader,
  id: string,
): Promise<(Submission & { census: string; returnId: string }) | null> {
  const rows = await reader.rows<Submission & { census: string; returnId: string }>(
    `SELECT ${COLUMNS}, r.census::text AS census, r.id AS "returnId"
     FROM intake.submission s JOIN intake.return r ON r.id = s.return_id WHERE s.id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

/** The latest state of every return of a collection: who has answered, and how far. */
export function statesOf(
  reader: Reader,
  census: string,
): Promise<{ id: string; organisation: string; kind: string; state: SubmissionState; at: string }[]> {
  return reader.rows(
    `SELECT DISTINCT ON (s.organisation) s.id, s.organisation, s.kind, s.state,
       ${instant("coalesce(s.approved_at, s.submitted_at)")} AS at
     FROM intake.submission s JOIN intake.return r ON r.id = s.return_id
     WHERE r.census = $1 ORDER BY s.organisation, (s.state = 'approved') DESC, s.version DESC`,
    [census],
  );
}

/** The approved answers of a collection, for the build. */
export function approvedOf(
  reader: Reader,
  census: string,
): Promise<
  {
    id: string;
    organisation: string;
    kind: "files" | "nil";
    nilReason: string | null;
    servedBy: string | null;
    parts: { id: string; part: string }[];
  }[]
> {
  return reader.rows(
    `SELECT s.id, s.organisation, s.kind, s.nil_reason AS "nilReason", s.served_by AS "servedBy",
       coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'part', p.part) ORDER BY p.part, p.service_unit)
         FILTER (WHERE p.id IS NOT NULL), '[]') AS parts
     FROM intake.submission s JOIN intake.return r ON r.id = s.return_id
     LEFT JOIN intake.submission_part sp ON sp.submission_id = s.id LEFT JOIN intake.part p ON p.id = sp.part_id
     WHERE r.census = $1 AND s.state = 'approved' GROUP BY s.id ORDER BY s.organisation`,
    [census],
  );
}

export async function insertSubmission(
  transaction: Transaction,
  given: {
    returnId: string;
    organisation: string;
    kind: "files" | "nil";
    nilReason: string | null;
    servedBy: string | null;
    removalReason?: string | null;
    /** Rules over the whole return that spoke, by the file that each was put to. */
    wholeRules?: readonly { part: string; code: string; severity: string }[];
    submittedBy: string | null;
    parts: readonly string[];
  },
): Promise<{ id: string; version: number }> {
  const rows = await transaction.rows<{ id: string; version: number }>(
    `INSERT INTO intake.submission (return_id, organisation, version, kind, state, nil_reason, served_by, submitted_by,
       removal_reason, whole_rules)
     SELECT $1, $2, coalesce(max(version), 0) + 1, $3, 'submitted', $4, $5, $6, $7, $8 FROM intake.submission WHERE return_id = $1
     RETURNING id, version`,
    [
      given.returnId,
      given.organisation,
      given.kind,
      given.nilReason,
      given.servedBy,
      given.submittedBy,
      given.removalReason ?? null,
      JSON.stringify(given.wholeRules ?? []),
    ],
  );
  const made = rows[0] as { id: string; version: number };
  await transaction.rows(
    "INSERT INTO intake.submission_part (submission_id, part_id, organisation) SELECT $1, part, $3 FROM unnest($2::uuid[]) AS given(part)",
    [made.id, given.parts, given.organisation],
  );
  return made;
}

/** Moves a submission from one state to another; false when it was no longer in the first. */
export async function moveSubmission(
  transaction: Transaction,
  id: string,
  from: SubmissionState,
  to: SubmissionState,
  approvedBy: string | null = null,
): Promise<boolean> {
  const rows = await transaction.rows(
    `UPDATE intake.submission SET state = $3,
       approved_by = CASE WHEN $3 = 'approved' THEN $4::uuid ELSE approved_by END,
       approved_at = CASE WHEN $3 = 'approved' THEN now() ELSE approved_at END
     WHERE id = $1 AND state = $2 RETURNING id`,
    [id, from, to, approvedBy],
  );
  return rows.length === 1;
}

/** How often a rule spoke; `serviceUnit` is null where it spoke of the whole return, and of no single file. */
export type RuleCountOfVersion = {
  part: string;
  serviceUnit: string | null;
  code: string;
  severity: string;
  count: number;
};

/**
 * How often each rule spoke of a version, in its files and over the whole of it, as administrators may see it: no value,
 * line or row count.
 */
export function ruleCountsOf(reader: Reader, submission: string): Promise<RuleCountOfVersion[]> {
  return reader.rows(
    `SELECT p.part, p.service_unit AS "serviceUnit", c.code, c.severity, c.count
     FROM intake.submission_part s JOIN intake.part p ON p.id = s.part_id
     CROSS JOIN jsonb_to_recordset(p.counts) AS c(code text, severity text, count int)
     WHERE s.submission_id = $1
     UNION ALL
     SELECT w.part, NULL, w.code, w.severity, 1 FROM intake.submission s
     CROSS JOIN jsonb_to_recordset(s.whole_rules) AS w(part text, code text, severity text) WHERE s.id = $1
     ORDER BY part DESC, "serviceUnit" NULLS LAST, severity DESC, code`,
    [submission],
  );
}
