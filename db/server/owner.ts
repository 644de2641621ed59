import type { Client } from "pg";
import { escapeIdentifier, escapeLiteral } from "pg";

/** The login that migrates: it owns the database, makes the roles, and is given to no process that serves requests. */
export const ownerName = "muster_admin";
export const databaseName = "muster";

const turn = 0x6f776e65;

/**
 * Makes the database and its owner, unless they are there. The owner is no superuser, just as on a managed server: it
 * may make roles and databases, so that migrations and policies behave the same in both places.
 */
export async function ensureOwner(client: Client, password: string, database = databaseName): Promise<void> {
  const owner = escapeIdentifier(ownerName);
  // Two commands that begin at once take turns.
  await client.query("select pg_advisory_lock($1)", [turn]);
  const roles = await client.query("select 1 from pg_roles where rolname = $1", [ownerName]);
  if (roles.rowCount === 0) {
    await client.query(`create role ${owner} login createrole createdb password ${escapeLiteral(password)}`);
    // It may act as the roles that it makes.
    await client.query(`alter role ${owner} set createrole_self_grant = 'set, inherit'`);
  }
  const databases = await client.query("select 1 from pg_database where datname = $1", [database]);
  if (databases.rowCount === 0) {
    await client.query(
      `create database ${escapeIdentifier(database)} owner ${owner} encoding 'UTF8' template template0`,
    );
  }
  await client.query("select pg_advisory_unlock($1)", [turn]);
}
