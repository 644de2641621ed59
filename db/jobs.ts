import type { Client, Pool } from "pg";
import PgBoss from "pg-boss";
import type { Reader, Transaction } from "./transaction";

const SCHEMA = "job";

/** The jobs of the product and what each carries. Every one is safe to run twice. */
export type Jobs = {
  "build-release": { census: string; person: string | null };
  mail: { to: string; subject: string; text: string };
};
export type JobName = keyof Jobs;

/** A killed worker's job is found by expiry only, so this is also how long it waits to be taken up again. */
const QUEUES: Record<JobName, { expireInSeconds: number; retryLimit: number }> = {
  "build-release": { expireInSeconds: 15 * 60, retryLimit: 2 },
  mail: { expireInSeconds: 60, retryLimit: 5 },
};

const executor = (client: Pick<Client, "query">) => ({
  executeSql: (text: string, values: unknown[]) => client.query(text, values) as Promise<{ rows: unknown[] }>,
});

/** Makes the job tables and queues as the owner, since making a queue makes a table; at run time nothing does. */
export async function ensureJobs(owner: Client, roles: readonly string[]): Promise<void> {
  const boss = new PgBoss({ schema: SCHEMA, db: executor(owner), supervise: false, schedule: false });
  await boss.start();
  for (const [name, options] of Object.entries(QUEUES)) {
    if (await boss.getQueue(name)) await boss.updateQueue(name, { name, ...options });
    else await boss.createQueue(name, { name, ...options });
  }
  await boss.stop({ graceful: false, close: false, wait: false });
  const grantees = roles.join(", ");
  await owner.query(`GRANT USAGE ON SCHEMA ${SCHEMA} TO ${grantees};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${SCHEMA} TO ${grantees}`);
}

/** Starts this process's handle on the jobs: `supervise` in workers only. */
export async function openJobs(pool: Pool, options: { supervise: boolean }): Promise<PgBoss> {
  const boss = new PgBoss({
    schema: SCHEMA,
    db: executor(pool as unknown as Client),
    migrate: false,
    schedule: false,
    supervise: options.supervise,
  });
  boss.on("error", () => {});
  await boss.start();
  return boss;
}

const shared = globalThis as { musterJobs?: WeakMap<Pool, Promise<PgBoss>> };
shared.musterJobs ??= new WeakMap();
const handles = shared.musterJobs;

/** Puts a job in the queue inside the caller's transaction: it exists when, and only when, the write that wants it does. */
export async function enqueue<N extends JobName>(
  pool: Pool,
  transaction: Transaction,
  name: N,
  data: Jobs[N],
  options: { singletonKey?: string } = {},
): Promise<string | null> {
  let handle = handles.get(pool);
  if (!handle) {
    handle = openJobs(pool, { supervise: false });
    handles.set(pool, handle);
  }
  const boss = await handle;
  return boss.send(name, data, { ...options, db: executor(transaction.client) });
}

export type JobState<N extends JobName> = {
  id: string;
  data: Jobs[N];
  state: "created" | "retry" | "active" | "completed" | "cancelled" | "failed";
  createdAt: string;
  /** What the job said at its end. */
  output: Record<string, unknown> | null;
};

/** The newest jobs of a queue and how they stand. */
export const latestJobs = <N extends JobName>(
  reader: Reader,
  name: N,
  limit: number,
): Promise<JobState<N>[]> =>
  reader.rows<JobState<N>>(
    `SELECT id, data, state, to_char(created_on AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "createdAt", output
     FROM ${SCHEMA}.job WHERE name = $1 ORDER BY created_on DESC LIMIT $2`,
    [name, limit],
  );
