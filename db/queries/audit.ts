import type { Reader, Transaction } from "../transaction";

export type AuditEntry = {
  /** `public`: nobody that is known, such as one who could not sign in. */
  actorKind: "person" | "operator" | "worker" | "public";
  person: string | null;
  verb: string;
  organisation: string | null;
  subject: string;
  /** Before, after and what else tells what was done; never personal data of staff. */
  detail: Record<string, unknown>;
};

export async function insertEvent(transaction: Transaction, entry: AuditEntry): Promise<void> {
  await transaction.rows(
    "INSERT INTO audit.event (actor_kind, person, verb, organisation, subject, detail) VALUES ($1, $2, $3, $4, $5, $6)",
    [
      entry.actorKind,
      entry.person,
      entry.verb,
      entry.organisation,
      entry.subject,
      JSON.stringify(entry.detail),
    ],
  );
}

export type AuditEvent = {
  id: number;
  at: string;
  actorKind: string;
  person: string | null;
  verb: string;
  organisation: string | null;
  subject: string;
  detail: Record<string, unknown>;
};

/** The newest events of an organisation as its own people may read them: whole. */
export const eventsOf = (reader: Reader, organisation: string, limit: number): Promise<AuditEvent[]> =>
  newestEvents(reader, "audit.event", organisation, limit);

/**
 * The newest events, of one organisation or of all, as administrators may read them: who did what and when. What was
 * said, corrected or counted in a return is its organisation's own and stays out.
 */
export const eventsForOperators = (
  reader: Reader,
  organisation: string | null,
  limit: number,
): Promise<AuditEvent[]> => newestEvents(reader, "audit.event_for_operators", organisation, limit);

function newestEvents(
  reader: Reader,
  from: "audit.event" | "audit.event_for_operators",
  organisation: string | null,
  limit: number,
): Promise<AuditEvent[]> {
  return reader.rows<AuditEvent>(
    `SELECT id::int, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at, actor_kind AS "actorKind",
       person, verb, organisation, subject, detail
     FROM ${from} WHERE $1::text IS NULL OR organisation = $1 ORDER BY id DESC LIMIT $2`,
    [organisation, limit],
  );
}

/** The first event at which the chain of hashes does not hold; null when it is whole. */
export async function firstBroken(reader: Reader): Promise<number | null> {
  const rows = await reader.rows<{ id: string | null }>("SELECT audit.first_broken() AS id");
  return rows[0]?.id == null ? null : Number(rows[0].id);
}
