import { decode, encode } from "next-auth/jwt";
import { deriveSecret } from "@/lib/access/derive-secret";

/** A working day; then one signs in again. */
export const SESSION_SECONDS = 10 * 60 * 60;

/** The key that sessions and notices are encrypted with: the same in every process of the site. */
export function sessionSecret(): string {
  const given = process.env.NEXTAUTH_SECRET;
  if (given) return given;
  const secret = process.env.MUSTER_SECRET;
  if (!secret)
    throw new Error("MUSTER_SECRET is not set: nobody can be signed in without it. `npm start` makes one.");
  return deriveSecret(secret, "session");
}

/** Whether browsers reach the site by https, as its public address says. */
export const isSecure = (): boolean =>
  (process.env.MUSTER_URL ?? process.env.NEXTAUTH_URL ?? "").startsWith("https://");

/** The name that next-auth gives its session cookie, since both ways of signing in make the same one. */
export const sessionCookieName = (): string =>
  isSecure() ? "__Secure-next-auth.session-token" : "next-auth.session-token";

const attributes = () => `Path=/; HttpOnly; SameSite=Lax${isSecure() ? "; Secure" : ""}`;

/** A `Set-Cookie` that signs a person in. It holds who, and nothing of what they may do. */
export async function sessionCookie(person: { person: string; name: string }): Promise<string> {
  const token = await encode({
    token: { sub: person.person, name: person.name },
    secret: sessionSecret(),
    maxAge: SESSION_SECONDS,
  });
  return `${sessionCookieName()}=${token}; Max-Age=${SESSION_SECONDS}; ${attributes()}`;
}

/** A `Set-Cookie` that signs out. */
export const endedSessionCookie = (): string => `${sessionCookieName()}=; Max-Age=0; ${attributes()}`;

/** The person of a session cookie; null when it is missing, expired, or not ours. */
export async function personOfCookie(cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null;
  // A cookie that cannot be decrypted is what anyone may send: it is no failure of ours.
  const token = await decode({ token: cookie, secret: sessionSecret() }).catch(() => null);
  return typeof token?.sub === "string" ? token.sub : null;
}
