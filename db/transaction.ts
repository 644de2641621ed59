import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import type { Pool, PoolClient, QueryResultRow } from "pg";
import type { DatabaseRole } from "./roles";
import { statementName } from "./statement-names";

/** What reads take. `sql` runs plain SQL with parameters; `orm` is Drizzle on the same connection. */
export type Reader = {
  rows<R extends QueryResultRow>(sql: string, parameters?: readonly unknown[]): Promise<R[]>;
  orm: NodePgDatabase;
};

/** What writes take: a Reader inside a transaction that a service opened. */
export type Transaction = Reader & {
  readonly writes: true;
  /** The connection itself, for COPY. */
  readonly client: PoolClient;
  /** Takes another role for what follows, inside the same transaction. */
  become(role: DatabaseRole): Promise<void>;
};

/** Whom the database should take this transaction for. */
export type Standing = {
  role: DatabaseRole;
  /** Organisations whose own data may be seen, under row-level security. */
  organisations?: readonly string[];
};

const CODE = /^[A-Z0-9]{3,9}$/;

/** Role and organisations are sent with BEGIN in one batch: one round trip instead of three. */
function beginning(standing: Standing): string {
  const organisations = standing.organisations ?? [];
  for (const code of organisations)
    if (!CODE.test(code)) throw new Error(`Not an organisation code: ${JSON.stringify(code)}`);
  return `BEGIN; SET LOCAL ROLE ${standing.role}; SELECT set_config('muster.organisations', '${organisations.join(",")}', true)`;
}

/** An expected failure (`{ ok: false }`) leaves nothing behind, like a throw. */
const isRefusal = (result: unknown): boolean =>
  typeof result === "object" && result !== null && "ok" in result && result.ok === false;

/**
 * Runs `work` in one transaction as the given role and for the given organisations: committed when it returns,
 * rolled back when it throws or returns a refusal.
 */
export async function inTransaction<T>(
  pool: Pool,
  standing: Standing,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(beginning(standing));
    const result = await work({
      writes: true,
      client,
      orm: drizzle(client),
      rows: async (sql, parameters) =>
        (
          await client.query(
            parameters ? { name: statementName(sql), text: sql, values: parameters as unknown[] } : sql,
          )
        ).rows,
      become: async (role) => {
        await client.query(`SET LOCAL ROLE ${role}`);
      },
    });
    await client.query(isRefusal(result) ? "ROLLBACK" : "COMMIT");
    return result;
  } catch (cause) {
    await client.query("ROLLBACK").catch((error: Error) => {
      broken = error;
    });
    throw cause;
  } finally {
    client.release(broken);
  }
}
