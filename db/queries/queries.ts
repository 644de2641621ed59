import type { Reader, Transaction } from "../transaction";

export type Side = "administrator" | "organisation";
export type QueryState = "open" | "answered" | "closed";

/** What a question is about, beside the return: a rule, and a value of a file where one was meant. */
export type QueryAbout = {
  code: string | null;
  part: string | null;
  serviceUnit: string | null;
  line: number | null;
  column: string | null;
  /** Only to the organisation's own people; null to administrators. */
  value: string | null;
};

export type QueryMessage = { side: Side; person: string | null; text: string; at: string };

export type Query = QueryAbout & {
  id: string;
  organisation: string;
  census: string;
  side: Side;
  state: QueryState;
  at: string;
  messages: QueryMessage[];
};

const instant = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

const selected = (
  value: string,
) => `SELECT q.id, q.organisation, r.census::text AS census, q.side, q.state, q.code, q.part,
    q.service_unit AS "serviceUnit", q.line, q.column_name AS "column", ${value} AS value, ${instant("q.at")} AS at,
    (SELECT jsonb_agg(jsonb_build_object('side', m.side, 'person', m.person, 'text', m.text, 'at', ${instant("m.at")})
       ORDER BY m.position) FROM intake.query_message m WHERE m.query_id = q.id) AS messages
  FROM intake.query q JOIN intake.return r ON r.id = q.return_id`;

/** Whose eyes read: the organisation's own see the value too. */
export type Eyes = "own" | "administrator";
const valueFor = (eyes: Eyes) => (eyes === "own" ? "q.value" : "NULL::text");

/** Every question about a return, those that wait first. */
export const queriesOf = (reader: Reader, eyes: Eyes, returnId: string): Promise<Query[]> =>
  reader.rows<Query>(
    `${selected(valueFor(eyes))} WHERE q.return_id = $1
     ORDER BY array_position(ARRAY['open','answered','closed'], q.state), q.at, q.id`,
    [returnId],
  );

export async function queryById(reader: Reader, eyes: Eyes, id: string): Promise<Query | null> {
  const rows = await reader.rows<Query>(`${selected(valueFor(eyes))} WHERE q.id = $1 FOR UPDATE OF q`, [id]);
  return rows[0] ?? null;
}

/** How many questions are not closed, by organisation. */
export async function openQueries(reader: Reader, census: string): Promise<Map<string, number>> {
  const rows = await reader.rows<{ organisation: string; count: number }>(
    `SELECT q.organisation, count(*)::int AS count FROM intake.query q JOIN intake.return r ON r.id = q.return_id
     WHERE r.census = $1 AND q.state <> 'closed' GROUP BY 1`,
    [census],
  );
  return new Map(rows.map(({ organisation, count }) => [organisation, count]));
}

export async function insertQuery(
  transaction: Transaction,
  given: QueryAbout & { returnId: string; organisation: string; side: Side },
): Promise<string> {
  const { returnId, organisation, side, code, part, serviceUnit, line, column, value } = given;
  // An administrator may write neither line nor value, so these are named only where they are given.
  const more = value === null && line === null ? [] : [line, column, value];
  const rows = await transaction.rows<{ id: string }>(
    `INSERT INTO intake.query (return_id, organisation, side, code, part, service_unit${more.length > 0 ? ", line, column_name, value" : ""})
     VALUES ($1, $2, $3, $4, $5, $6${more.length > 0 ? ", $7, $8, $9" : ""}) RETURNING id`,
    [returnId, organisation, side, code, part, serviceUnit, ...more],
  );
  return rows[0]?.id as string;
}

export async function addMessage(
  transaction: Transaction,
  given: { queryId: string; organisation: string; side: Side; person: string | null; text: string },
): Promise<void> {
  await transaction.rows(
    `INSERT INTO intake.query_message (query_id, organisation, position, side, person, text)
     SELECT $1, $2, coalesce(max(position), 0) + 1, $3, $4, $5 FROM intake.query_message WHERE query_id = $1`,
    [given.queryId, given.organisation, given.side, given.person, given.text],
  );
}

export async function setQueryState(transaction: Transaction, id: string, state: QueryState): Promise<void> {
  await transaction.rows("UPDATE intake.query SET state = $2 WHERE id = $1", [id, state]);
}
