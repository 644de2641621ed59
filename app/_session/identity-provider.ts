import type { NextAuthOptions } from "next-auth";
import { personOfLogin, signInWithLogin } from "@/lib/services/people/sign-in";
import { currentSite } from "@/lib/services/site";
import { problemNotice, withNotice } from "./form-answer";
import { SESSION_SECONDS, sessionSecret } from "./session-cookie";

/** What the environment says of an OpenID Connect provider. */
type Provider = { issuer: string; clientId: string; clientSecret: string; name: string };

/** The provider that people may sign in with; null when none is set up. */
export function identityProvider(environment: NodeJS.ProcessEnv = process.env): Provider | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = environment;
  if (!OIDC_ISSUER) return null;
  if (!OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET)
    throw new Error("OIDC_ISSUER is set, so OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must be too.");
  return {
    issuer: OIDC_ISSUER.replace(/\/$/, ""),
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    name: OIDC_NAME || "your organisation's account",
  };
}

/**
 * next-auth for that provider. It only says which login came; who that is, an administrator has said beforehand. The
 * session is the very one that a password makes.
 */
export function providerOptions(): NextAuthOptions | null {
  const provider = identityProvider();
  if (!provider) return null;
  return {
    secret: sessionSecret(),
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { error: "/sign-in" },
    providers: [
      {
        id: "oidc",
        name: provider.name,
        type: "oauth",
        wellKnown: `${provider.issuer}/.well-known/openid-configuration`,
        issuer: provider.issuer,
        clientId: provider.clientId,
        clientSecret: provider.clientSecret,
        idToken: true,
        checks: ["pkce", "state", "nonce"],
        authorization: { params: { scope: "openid" } },
        profile: (profile: { sub: string }) => ({ id: profile.sub }),
      },
    ],
    callbacks: {
      async signIn({ account }) {
        const person = await signInWithLogin(currentSite(), {
          issuer: provider.issuer,
          subject: account?.providerAccountId ?? "",
        });
        return person.ok || (await withNotice("/sign-in", problemNotice([person.problem]), null));
      },
      async jwt({ token, account }) {
        if (!account) return token;
        const person = await personOfLogin(currentSite(), {
          issuer: provider.issuer,
          subject: account.providerAccountId,
        });
        return person.ok ? { sub: person.value.person, name: person.value.name } : {};
      },
      redirect: ({ url, baseUrl }) => (url.startsWith(`${baseUrl}/`) ? url : `${baseUrl}/sign-in/landed`),
    },
  };
}
