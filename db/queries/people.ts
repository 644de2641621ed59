import type { Membership } from "@/lib/access/viewer";
import type { Reader, Transaction } from "../transaction";

export type Person = {
  id: string;
  email: string;
  name: string;
  passwordHash: string | null;
  memberships: Membership[];
};

const PERSON = `SELECT p.id, p.email, p.name, p.password_hash AS "passwordHash",
    coalesce((SELECT jsonb_agg(jsonb_build_object('role', m.role, 'organisation', m.organisation) ORDER BY m.role, m.organisation)
              FROM account.membership m WHERE m.person = p.id), '[]') AS memberships
  FROM account.person p WHERE p.disabled_at IS NULL`;

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

/** E-mail addresses of an organisation's people with a role. */
export async function addressesOf(
  reader: Reader,
  role: string,
  organisation: string | null,
): Promise<string[]> {
  const rows = await reader.rows<{ email: string }>(
    `SELECT DISTINCT p.email FROM account.person p JOIN account.membership m ON m.person = p.id
     WHERE p.disabled_at IS NULL AND m.role = $1 AND m.organisation IS NOT DISTINCT FROM $2 ORDER BY 1`,
    [role, organisation],
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
    "INSERT INTO account.membership (person, role, organisation) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
    [person, membership.role, membership.organisation],
  );
}

export async function insertLogin(
  transaction: Transaction,
  person: string,
  issuer: string,
  subject: string,
): Promise<void> {
  await transaction.rows("INSERT INTO account.login (issuer, subject, person) VALUES ($1, $2, $3)", [
    issuer,
    subject,
    person,
  ]);
}
