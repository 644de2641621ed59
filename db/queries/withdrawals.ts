import type { Reader } from "../transaction";

/** A version that was sent back, or taken out after it was approved: by whom, when and why. */
export type Withdrawal = {
  version: number;
  from: "submitted" | "approved";
  reason: string;
  person: string | null;
  at: string;
};

/** Every withdrawal of an organisation's return to a collection, as the audit has it. */
export function withdrawalsOf(reader: Reader, organisation: string, census: string): Promise<Withdrawal[]> {
  return reader.rows<Withdrawal>(
    `SELECT substring(subject FROM 'version ([0-9]+)$')::int AS version, detail->>'before' AS "from",
       coalesce(detail->>'reason', '') AS reason, person,
       to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at
     FROM audit.event WHERE organisation = $1 AND verb = 'return.withdrawn' AND starts_with(subject, $2 || ' version ')
     ORDER BY id DESC`,
    [organisation, census],
  );
}
