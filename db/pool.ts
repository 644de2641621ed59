import { Pool, type PoolConfig } from "pg";

const shared = globalThis as { musterPools?: Map<string, Pool> };
shared.musterPools ??= new Map();
const pools = shared.musterPools;

/**
 * The process's pool for a database address. Kept on `globalThis`, since a bundler may load this module more than once.
 * A dropped idle connection is replaced at the next query, and the next query on one in use fails; without listeners
 * either would end the process.
 */
export function poolOf(url: string): Pool {
  const present = pools.get(url);
  if (present) return present;
  const pool = openPool({ connectionString: url });
  pools.set(url, pool);
  return pool;
}

function openPool(config: PoolConfig): Pool {
  const pool = new Pool({ max: 10, application_name: "muster", ...config });
  pool.on("error", () => {});
  pool.on("connect", (client) => {
    client.on("error", () => {});
  });
  return pool;
}

/**
 * Runs `work` on a pool of its own whose commits do not wait for the disk. A machine that goes down takes the last of
 * them with it, each whole and none out of turn: only for what is then simply loaded again.
 */
export async function withQuickCommits<T>(work: (pool: Pool) => Promise<T>): Promise<T> {
  const pool = openPool({ connectionString: applicationUrl(), options: "-c synchronous_commit=off" });
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}

/** The application's own pool: its address is given by the start command, or by the operator. */
export const applicationPool = (): Pool => poolOf(applicationUrl());

function applicationUrl(): string {
  const url = process.env.MUSTER_APP_URL;
  if (!url)
    throw new Error(
      "MUSTER_APP_URL is not set: start Muster with `npm start`, or give the application login's address.",
    );
  return url;
}

/** Ends every pool of this process. */
export async function endPools(): Promise<void> {
  const ending = [...pools.values()];
  pools.clear();
  await Promise.all(ending.map((pool) => pool.end()));
}
