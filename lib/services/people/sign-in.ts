import { hash, verify } from "@node-rs/argon2";
import { insertEvent } from "@/db/queries/audit";
import { type Person, personByEmail, personById, personByLogin } from "@/db/queries/people";
import { inTransaction } from "@/db/transaction";
import type { Viewer } from "@/lib/access/viewer";
import { withoutControls } from "@/lib/format/plain-text";
import { fail, ok, type Result } from "@/lib/result";
import { DEMO_PEOPLE } from "@/lib/sample/people";
import { record } from "../record";
import type { Site } from "../site";
import { type Attempt, attemptFailed, attemptSucceeded, beginAttempt } from "./sign-in-throttle";

/** Argon2id with the parameters that OWASP's password storage cheat sheet gives first (19 MiB, 2 passes, 1 lane). */
export const hashPassword = (password: string): Promise<string> =>
  hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });

/** Compared with when there is no such person, so that the answer takes as long and says no more. */
const NOBODY =
  "$argon2id$v=19$m=19456,t=2,p=1$bXVzdGVyLW5vYm9keS1zYWx0$1cG8mbq0s1hRQ3uKo9OtIBlEWcxUmLg3lwn6zWVAp0A";

/** Somebody as the one who asks. */
export const viewerFor = (person: Person): Viewer => ({
  kind: "person",
  person: person.id,
  name: person.name,
  memberships: person.memberships,
});

const DEMO_ADDRESSES: ReadonlySet<string> = new Set(DEMO_PEOPLE.map(({ email }) => email));

/** Everybody knows the password of the demonstration's people: where it is off they are nobody. */
const admitted = (site: Site, person: Person | null): Person | null =>
  person && (site.demo || !DEMO_ADDRESSES.has(person.email)) ? person : null;

const ACCOUNT = { role: "muster_account" } as const;

/**
 * Checks an e-mail address and a password. Says the same, after the same work, for an unknown address and a wrong
 * password; refuses for a while, whoever it is, after too many that failed (`address` is the visitor's network address).
 */
export async function signIn(
  site: Site,
  args: { email: string; password: string; address: string | null },
): Promise<Result<{ person: string; name: string }>> {
  // A control character is in nobody's address, and one of them no database takes.
  const email = withoutControls(args.email).trim();
  const { person, attempt, allowed } = await inTransaction(site.pool, ACCOUNT, async (transaction) => {
    const person = admitted(site, await personByEmail(transaction, email));
    const attempt: Attempt = { email, person: person?.id ?? null, address: args.address };
    return { person, attempt, allowed: await beginAttempt(transaction, site, attempt) };
  });
  if (!allowed.ok) return allowed;
  const right = await verify(person?.passwordHash ?? NOBODY, args.password);
  if (!person?.passwordHash || !right) {
    await inTransaction(site.pool, ACCOUNT, (transaction) => attemptFailed(transaction, site, attempt));
    return fail(
      "sign-in-failed",
      "That e-mail address and password do not go together.",
      "Check both and try again.",
    );
  }
  await inTransaction(site.pool, ACCOUNT, async (transaction) => {
    await attemptSucceeded(transaction, site, attempt);
    await record(transaction, viewerFor(person), { verb: "person.signed-in", subject: "password" });
  });
  return ok({ person: person.id, name: person.name });
}

/**
 * Who a session's person is now: memberships are read afresh at each request. Null for one unknown or disabled, and for
 * a person of the demonstration where it is off, whenever the session was made.
 */
export async function viewerOf(site: Site, id: string): Promise<Viewer | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null;
  const person = await inTransaction(site.pool, ACCOUNT, (reader) => personById(reader, id));
  const seen = admitted(site, person);
  return seen && viewerFor(seen);
}

const UNTIED = fail(
  "login-unknown",
  "Your login is not tied to anyone in Muster yet.",
  "Ask IPEM to tie it to you (an administrator runs `muster user link`).",
);

type Login = { issuer: string; subject: string };

/** The person to whom an administrator has tied a login at an identity provider. */
export async function personOfLogin(
  site: Site,
  { issuer, subject }: Login,
): Promise<Result<{ person: string; name: string }>> {
  const found = await inTransaction(site.pool, ACCOUNT, (reader) => personByLogin(reader, issuer, subject));
  const person = admitted(site, found);
  return person ? ok({ person: person.id, name: person.name }) : UNTIED;
}

/**
 * Signs in whom the identity provider vouches for, and tells the audit; of a login that is nobody's too, but then not
 * whose it is: what the provider calls a stranger is no business of ours.
 */
export async function signInWithLogin(
  site: Site,
  { issuer, subject }: Login,
): Promise<Result<{ person: string; name: string }>> {
  const person = await inTransaction(site.pool, ACCOUNT, async (transaction) => {
    const found = await personByLogin(transaction, issuer, subject);
    const person = admitted(site, found);
    const event = { subject: "identity provider", detail: { issuer } };
    if (person) await record(transaction, viewerFor(person), { verb: "person.signed-in", ...event });
    else
      await insertEvent(transaction, {
        actorKind: "public",
        person: null,
        verb: "sign-in.refused",
        organisation: null,
        ...event,
        detail: { issuer, person: found?.id ?? null },
      });
    return person;
  });
  return person ? ok({ person: person.id, name: person.name }) : UNTIED;
}
