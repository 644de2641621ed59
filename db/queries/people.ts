import type { Membership } from "@/lib/access/viewer";
import type { Reader, Transaction } from "../transaction";

export type Person = {
  id: string;
  email: string;
  name: string;
  passwordHash: string | null;
  memberships: Membership[];
};

/** A person as administrators see them. */
export type ListedPerson = Omit<Person, "passwordHash">;

const LISTED = `p.id, p.email, p.name,
    coalesce((SELECT jsonb_agg(jsonb_build_object('role', m.role, 'organisation', m.organisation)
        || CASE WHEN m.service_unit IS NULL THEN '{}' ELSE jsonb_build_object('serviceUnit', m.service_unit) END ORDER BY m.role, m.organisation, m.service_unit)
              FROM account.membership m WHERE m.person = p.id), '[]') AS memberships`;
const PERSON = `SELECT ${LISTED}, p.password_hash AS "passwordHash" FROM account.person p WHERE p.disabled_at IS NULL`;

const one = async (rows: Promise<Person[]>) => (await rows)[0] ?? null;

/** Null for an unknown or disabled person. */
export const personByEmail = (reader: Reader, email: string) =>
  one(reader.rows<Person>(`${PERSON} AND p.email = lower($1)`, [email]));

export const personById = (reader: Reader, id: string) =>
  one(reader.rows<Person>(`${PERSON} AND p.id = $1`, [id]));

export const personByLogin = (reader: Reader, issuer: string, subject: string) =>
  one(
    reader.rows<Person>(
      `${PERSON} AND p.id = (SELECT l.person FROM account.login l WHERE l.issuer = $1 AND l.subject = $2)`,
      [issuer, subject],
    ),
  );

/** Everyone who may sign in, by name. */
export const people = (reader: Reader) =>
  reader.rows<ListedPerson>(
    `SELECT ${LISTED} FROM account.person p WHERE p.disabled_at IS NULL ORDER BY p.name`,
  );

/** Names by id: of those with a membership in the organisation, or of all where none is given. */
export async function namesOf(
  reader: Reader,
  ids: readonly string[],
  organisation: string | null,
): Promise<Map<string, string>> {
  const rows = await reader.rows<{ id: string; name: string }>(
    `SELECT p.id, p.name FROM account.person p WHERE p.id = ANY($1::uuid[])
       AND ($2::text IS NULL OR EXISTS (SELECT FROM account.membership m WHERE m.person = p.id AND m.organisation = $2))`,
    [ids, organisation],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The people of an organisation who have a role, each with all their memberships. */
export const peopleOfRole = (reader: Reader, role: string, organisation: string): Promise<Person[]> =>
  reader.rows<Person>(
    `${PERSON} AND EXISTS (SELECT FROM account.membership m WHERE m.person = p.id AND m.role = $1 AND m.organisation = $2)
     ORDER BY p.email`,
    [role, organisation],
  );

/** The organisations in which somebody who can sign in has a role. */
export async function organisationsWith(reader: Reader, role: string): Promise<ReadonlySet<string>> {
  const rows = await reader.rows<{ organisation: string }>(
    `SELECT DISTINCT m.organisation FROM account.membership m JOIN account.person p ON p.id = m.person
     WHERE p.disabled_at IS NULL AND m.role = $1 AND m.organisation IS NOT NULL`,
    [role],
  );
  return new Set(rows.map(({ organisation }) => organisation));
}

/** E-mail addresses of an organisation's people with a role. */
export async function addressesOf(
  reader: Reader,
  role: string,
  organisation: string | null,
  except: string | null = null,
): Promise<string[]> {
  const rows = await reader.rows<{ email: string }>(
    `SELECT DISTINCT p.email FROM account.person p JOIN account.membership m ON m.person = p.id
     WHERE p.disabled_at IS NULL AND m.role = $1 AND m.organisation IS NOT DISTINCT FROM $2
       AND p.id IS DISTINCT FROM $3::uuid ORDER BY 1`,
    [role, organisation, except],
  );
  return rows.map((row) => row.email);
}

export async function insertPerson(
  transaction: Transaction,
  person: { email: string; name: string; passwordHash: string | null },
): Promise<string> {
  const rows = await transaction.rows<{ id: string }>(
    `INSERT INTO account.person (email, name, password_hash) VALUES (lower($1), $2, $3)
     ON CONFLICT (email) DO UPDATE SET name = excluded.name, password_hash = coalesce(excluded.password_hash, account.person.password_hash)
     RETURNING id`,
    [person.email, person.name, person.passwordHash],
  );
  return rows[0]?.id as string;
}

export async function insertMembership(
  transaction: Transaction,
  person: string,
  membership: Membership,
): Promise<void> {
  await transaction.rows(
    "INSERT INTO account.membership (person, role, organisation, service_unit) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
    [person, membership.role, membership.organisation, membership.serviceUnit ?? null],
  );
}

/** Ties a login at an identity provider to a person; one that was another's is theirs now. */
export async function setLogin(
  transaction: Transaction,
  person: string,
  issuer: string,
  subject: string,
): Promise<void> {
  await transaction.rows("DELETE FROM account.login WHERE issuer = $1 AND subject = $2", [issuer, subject]);
  await transaction.rows("INSERT INTO account.login (issuer, subject, person) VALUES ($1, $2, $3)", [
    issuer,
    subject,
    person,
  ]);
}

/**
 * Forgets who a person is, and keeps that there was one: nobody signs in as them any more. False where somebody has
 * done so already. The text in place of the address is none, so that nobody can be added by it.
 */
export async function anonymisePerson(transaction: Transaction, person: string): Promise<boolean> {
  const rows = await transaction.rows(
    `UPDATE account.person SET email = 'removed ' || id, name = 'a former colleague', password_hash = NULL, disabled_at = now()
     WHERE id = $1 AND disabled_at IS NULL RETURNING id`,
    [person],
  );
  return rows.length > 0;
}

export async function deleteMemberships(transaction: Transaction, person: string): Promise<void> {
  await transaction.rows("DELETE FROM account.membership WHERE person = $1", [person]);
}

export async function deleteLogins(transaction: Transaction, person: string): Promise<void> {
  await transaction.rows("DELETE FROM account.login WHERE person = $1", [person]);
}
