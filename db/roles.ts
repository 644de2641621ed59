import type { Client } from "pg";

/** What a transaction may be, and what each is for. None can log in, own a table, or bypass row-level security. */
export const ROLES = {
  muster_public: "reads public rows of published releases",
  muster_member: "reads published releases whole, and what is shared among reciprocal organisations",
  muster_intake: "reads and writes its own organisations' returns",
  muster_loader: "writes the rows of a file that is being received",
  muster_build: "reads approved returns and writes releases",
  muster_operator: "opens collections, publishes releases, looks after people",
  muster_account: "reads people to sign them in, and counts the attempts",
} as const;
export type DatabaseRole = keyof typeof ROLES;

/** Owns schemas and tables; cannot log in; subject to row-level security, which is forced. */
export const OWNER_ROLE = "muster_owner";
/** The application's login: a member of the roles above, with none of their rights until it takes one on. */
export const APPLICATION_LOGIN = "muster_app";

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/**
 * Makes the roles if they are missing, and sets the application login's password.
 * Roles belong to the whole cluster, so this runs before the migrations of any one database and may be repeated.
 * Needs a connection that may create roles.
 */
export async function ensureRoles(owner: Client, applicationPassword: string): Promise<void> {
  // Several databases of one cluster may be prepared at once: catalogue rows of roles allow one writer only.
  await owner.query("SELECT pg_advisory_lock(7210, 1)");
  try {
    const existing = new Set(
      (await owner.query<{ rolname: string }>("SELECT rolname FROM pg_roles")).rows.map((row) => row.rolname),
    );
    for (const role of [OWNER_ROLE, ...Object.keys(ROLES)]) {
      if (!existing.has(role)) await owner.query(`CREATE ROLE ${role} NOLOGIN`);
    }
    if (!existing.has(APPLICATION_LOGIN))
      await owner.query(`CREATE ROLE ${APPLICATION_LOGIN} LOGIN NOINHERIT`);
    await owner.query(`ALTER ROLE ${APPLICATION_LOGIN} PASSWORD ${literal(applicationPassword)}`);
    for (const role of Object.keys(ROLES)) {
      await owner.query(`GRANT ${role} TO ${APPLICATION_LOGIN} WITH INHERIT FALSE, SET TRUE`);
    }
    await owner.query(`GRANT ${OWNER_ROLE} TO CURRENT_USER WITH INHERIT TRUE, SET TRUE`);
  } finally {
    await owner.query("SELECT pg_advisory_unlock(7210, 1)");
  }
}
