import { hash, verify } from "@node-rs/argon2";
import { type Person, personByEmail, personById, personByLogin } from "@/db/queries/people";
import { inTransaction } from "@/db/transaction";
import type { Viewer } from "@/lib/access/viewer";
import { fail, ok, type Result } from "@/lib/result";
import { record } from "../record";
import type { Site } from "../site";

/** Argon2id with the parameters that OWASP's password storage cheat sheet gives first (19 MiB, 2 passes, 1 lane). */
export const hashPassword = (password: string): Promise<string> =>
  hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });

/** Compared with when there is no such person, so that the answer takes as long and says no more. */
const NOBODY =
  "$argon2id$v=19$m=19456,t=2,p=1$bXVzdGVyLW5vYm9keS1zYWx0$1cG8mbq0s1hRQ3uKo9OtIBlEWcxUmLg3lwn6zWVAp0A";

const viewerFor = (person: Person): Viewer => ({
  kind: "person",
  person: person.id,
  name: person.name,
  memberships: person.memberships,
});

/** Checks an e-mail address and a password. Says the same for an unknown address and a wrong password. */
export async function signIn(
  site: Site,
  args: { email: string; password: string },
): Promise<Result<{ person: string; name: string }>> {
  const person = await inTransaction(site.pool, { role: "muster_account" }, (reader) =>
    personByEmail(reader, args.email.trim()),
  );
  const right = await verify(person?.passwordHash ?? NOBODY, args.password).catch(() => false);
  if (!person?.passwordHash || !right)
    return fail(
      "sign-in-failed",
      "That e-mail address and password do not go together.",
      "Check both and try again.",
    );
  await inTransaction(site.pool, { role: "muster_account" }, (transaction) =>
    record(transaction, viewerFor(person), { verb: "person.signed-in", subject: "password" }),
  );
  return ok({ person: person.id, name: person.name });
}

/** Who a session's person is now: memberships are read afresh at each request. Null for one unknown or disabled. */
export async function viewerOf(site: Site, id: string): Promise<Viewer | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null;
  const person = await inTransaction(site.pool, { role: "muster_account" }, (reader) =>
    personById(reader, id),
  );
  return person && viewerFor(person);
}

/** The person to whom an administrator has tied a login at an identity provider. */
export async function personOfLogin(
  site: Site,
  args: { issuer: string; subject: string },
): Promise<Result<{ person: string; name: string }>> {
  const person = await inTransaction(site.pool, { role: "muster_account" }, (reader) =>
    personByLogin(reader, args.issuer, args.subject),
  );
  if (!person)
    return fail(
      "login-unknown",
      "Your login is not tied to anyone in Muster yet.",
      "Ask IPEM to tie it to you (an administrator runs `muster user link`).",
    );
  return ok({ person: person.id, name: person.name });
}
