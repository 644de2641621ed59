import { Client } from "pg";

/**
 * The connection by which each process that uses the embedded server says so: it holds a shared advisory lock for as
 * long as it lives. Whoever leaves and finds no other holder stops the server. A killed process lets go without a
 * word, so the next one to come and go stops the server that it left behind.
 */
export type Keeper = {
  client: Client;
  /** Ends when the connection does, be it that the server was stopped under us. */
  closed: Promise<void>;
};

/** "muster" as a number, of no meaning but to be the same everywhere. */
const lock = 0x6d757374;

/** Connects and takes the shared lock; undefined when the server is just being stopped by its last user. */
export async function keepServer(url: string): Promise<Keeper | undefined> {
  const client = new Client({ connectionString: url, application_name: "muster keeper" });
  const closed = new Promise<void>((resolve) => {
    client.on("error", () => resolve());
    client.on("end", () => resolve());
  });
  await client.connect();
  const { rows } = await client.query("select pg_try_advisory_lock_shared($1) as taken", [lock]);
  if (rows[0].taken) return { client, closed };
  await client.end();
  return undefined;
}

/** Whether nobody else uses the server; if so, nobody can begin to any more until our connection ends. */
export async function isLastKeeper({ client }: Keeper): Promise<boolean> {
  await client.query("select pg_advisory_unlock_shared($1)", [lock]);
  const { rows } = await client.query("select pg_try_advisory_lock($1) as alone", [lock]);
  return rows[0].alone;
}
