import { Pool } from "pg";

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
  const pool = new Pool({ connectionString: url, max: 10, application_name: "muster" });
  pool.on("error", () => {});
  pool.on("connect", (client) => {
    client.on("error", () => {});
  });
  pools.set(url, pool);
  return pool;
}

/** The application's own pool: its address is given by the start command, or by the operator. */
export function applicationPool(): Pool {
  const url = process.env.MUSTER_APP_URL;
  if (!url)
    throw new Error(
      "MUSTER_APP_URL is not set: start Muster with `npm start`, or give the application login's address.",
    );
  return poolOf(url);
}

/** Ends every pool of this process. */
export async function endPools(): Promise<void> {
  const ending = [...pools.values()];
  pools.clear();
  await Promise.all(ending.map((pool) => pool.end()));
}
