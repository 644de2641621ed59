import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { Client } from "pg";
import { PARTS } from "@/lib/returns/parts";
import { ensureDeclaredTables } from "./declared-tables";
import { ensureJobs } from "./jobs";
import { bearsMark, removeMark, setMark } from "./preparation-mark";
import { APPLICATION_LOGIN, ensureRoles, OWNER_ROLE } from "./roles";

/** Any two processes that prepare one database at once take turns. */
const LOCK = "SELECT pg_advisory_lock(7210, 2)";

export type Preparation = {
  /** An address that may create roles and schemas; used here and nowhere else. */
  ownerUrl: string;
  applicationPassword: string;
  migrationsFolder: string;
  /** Of all that preparing depends on: a database that bears it is not prepared again. Null: prepared in any case. */
  fingerprint: string | null;
  /** What else belongs to a prepared database, as its owner: the reference tables. */
  load: (owner: Client) => Promise<void>;
};

/**
 * Brings a database to the state that this code needs: roles, migrations, declared row tables, jobs, reference.
 * Safe to repeat. Returns the address for the application's own login.
 */
export async function prepareDatabase(preparation: Preparation): Promise<string> {
  const appUrl = asLogin(preparation.ownerUrl, APPLICATION_LOGIN, preparation.applicationPassword);
  if (preparation.fingerprint !== null && (await bearsMark(appUrl, preparation.fingerprint))) return appUrl;
  const client = new Client({ connectionString: preparation.ownerUrl, application_name: "muster migrate" });
  // A server that goes away fails the query under way; without a listener it would end the process.
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query(LOCK);
    await ensureRoles(client, preparation.applicationPassword);
    const database =
      (await client.query<{ name: string }>("SELECT current_database() AS name")).rows[0]?.name ?? "";
    const quoted = `"${database.replaceAll('"', '""')}"`;
    await client.query(`GRANT CONNECT, CREATE ON DATABASE ${quoted} TO ${OWNER_ROLE};
      GRANT CONNECT ON DATABASE ${quoted} TO ${APPLICATION_LOGIN};
      SET ROLE ${OWNER_ROLE};
      SET client_min_messages = warning`);
    await removeMark(client);
    await migrate(drizzle(client), { migrationsFolder: preparation.migrationsFolder });
    await ensureDeclaredTables(
      client,
      Object.values(PARTS).filter((part) => part !== undefined),
    );
    await ensureJobs(client, [APPLICATION_LOGIN, "muster_intake", "muster_build", "muster_operator"]);
    await preparation.load(client);
    if (preparation.fingerprint !== null) await setMark(client, preparation.fingerprint);
  } finally {
    await client.end();
  }
  return appUrl;
}

/** The same database by another login. An address without a host (`postgres:///muster?host=/run/postgresql`) is no URL that can be edited. */
export function asLogin(url: string, login: string, password: string): string {
  const parts = /^(postgres(?:ql)?:\/\/)(?:[^@/?]*@)?(.*)$/s.exec(url);
  if (!parts) throw new Error("A database address begins with postgres:// or postgresql://.");
  return `${parts[1]}${encodeURIComponent(login)}:${encodeURIComponent(password)}@${parts[2]}`;
}
