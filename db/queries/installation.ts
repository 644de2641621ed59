import { Client } from "pg";

/** What the doctor looks at in a database. */
export type Installation = {
  version: string;
  encoding: string;
  /** How many migrations it has had. */
  migrations: number;
  /** The application's login, if it is there. */
  application: { superuser: boolean; bypassesPolicies: boolean; owner: boolean } | undefined;
  /** Tables of organisations' own data whose row-level security is off or does not hold for their owner. */
  unguarded: string[];
};

/** Looks at a database as its owner. */
export async function inspectInstallation(ownerUrl: string, applicationLogin: string): Promise<Installation> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const about = await client.query(
      `select current_setting('server_version') as version, pg_encoding_to_char(encoding) as encoding,
              to_regclass('drizzle.__drizzle_migrations') is not null as migrated
       from pg_database where datname = current_database()`,
    );
    const { version, encoding, migrated } = about.rows[0];
    const migrations = migrated
      ? (await client.query("select count(*)::int as count from drizzle.__drizzle_migrations")).rows[0].count
      : 0;
    const login = await client.query(
      `select rolsuper as superuser, rolbypassrls as "bypassesPolicies",
              exists (select from pg_class where pg_has_role(r.oid, relowner, 'MEMBER')) as owner
       from pg_roles r where rolname = $1`,
      [applicationLogin],
    );
    const unguarded = await client.query(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('intake', 'shared') and c.relkind in ('r', 'p') and not c.relispartition
         and not (c.relrowsecurity and c.relforcerowsecurity)
       order by 1`,
    );
    return {
      version,
      encoding,
      migrations,
      application: login.rows[0],
      unguarded: unguarded.rows.map(({ name }) => name),
    };
  } finally {
    await client.end();
  }
}
