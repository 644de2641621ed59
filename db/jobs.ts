import type { Client, Pool } from "pg";
import PgBoss from "pg-boss";
import type { Reader, Transaction } from "./transaction";

const SCHEMA = "job";

/** The jobs of the product and what each carries. Every one is safe to run twice. */
export type Jobs = {
  "build-release": { census: string; person: string | null };
  mail: { to: string; subject: string; text: string };
  "work-out-ahead": { organisation: string; census: string };
};
export type JobName = keyof Jobs;

type Queue = {
  /** `short`: one job waits for each singleton key; a further wish for it is the same wish. */
  policy: "short" | "standard";
  expireInSeconds: number;
  retryLimit: number;
  retryDelay: number;
  retryBackoff: boolean;
};

/**
 * A killed worker's job is found by expiry only, so that is also how long it waits to be taken up again. Mail is tried
 * for about nine hours, ever less often: a mail server may be away for a night.
 */
const QUEUES: Record<JobName, Queue> = {
  "build-release": {
    policy: "short",
    expireInSeconds: 15 * 60,
    retryLimit: 2,
    retryDelay: 0,
    retryBackoff: false,
  },
  mail: { policy: "standard", expireInSeconds: 60, retryLimit: 9, retryDelay: 30, retryBackoff: true },
  "work-out-ahead": {
    policy: "short",
    expireInSeconds: 10 * 60,
    retryLimit: 1,
    retryDelay: 0,
    retryBackoff: false,
  },
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

/**
 * Starts this process's handle on the jobs: `supervise` in workers only. What goes wrong between jobs (asking for the
 * next, looking for expired ones) is tried again by itself; `onError` hears of it.
 */
export async function openJobs(
  pool: Pool,
  options: { supervise: boolean; onError: (error: Error) => void },
): Promise<PgBoss> {
  const boss = new PgBoss({
    schema: SCHEMA,
    db: executor(pool as unknown as Client),
    migrate: false,
    schedule: false,
    supervise: options.supervise,
  });
  boss.on("error", options.onError);
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
    // It only sends, inside the caller's transaction: a failure there is the caller's.
    handle = openJobs(pool, { supervise: false, onError: () => {} });
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

/** Whether a job of a key waits or runs. One that nobody ended for long is not waited for: there may be no worker. */
export async function isJobUnderWay(
  reader: Reader,
  name: JobName,
  singletonKey: string,
  withinMinutes: number,
): Promise<boolean> {
  const rows = await reader.rows(
    `SELECT 1 FROM ${SCHEMA}.job WHERE name = $1 AND singleton_key = $2 AND state IN ('created', 'retry', 'active')
       AND created_on > now() - make_interval(mins => $3) LIMIT 1`,
    [name, singletonKey, withinMinutes],
  );
  return rows.length > 0;
}

/** How many mails of the last days could not be sent after every try. */
export async function failedMail(reader: Reader): Promise<number> {
  const [row] = await reader.rows<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${SCHEMA}.job WHERE name = 'mail' AND state = 'failed'`,
  );
  return row?.count ?? 0;
}

/** Forgets mail to an address: what waits is not sent, and of what was sent the queue keeps no trace. */
export async function forgetMailTo(transaction: Transaction, address: string): Promise<void> {
  for (const table of ["job", "archive"])
    await transaction.rows(
      `DELETE FROM ${SCHEMA}.${table} WHERE name = 'mail' AND lower(data ->> 'to') = lower($1)`,
      [address],
    );
}
