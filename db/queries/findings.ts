import type { Finding, RuleCount, Severity } from "@/lib/returns/report";
import type { Reader, Transaction } from "../transaction";

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
