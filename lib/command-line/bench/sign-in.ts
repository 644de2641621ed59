import { DEMO_ORGANISATION, DEMO_PASSWORD, DEMO_PEOPLE } from "@/lib/sample/people";

/** Signs in as the demo's submitter of the demo's organisation: the cookies to send from then on. */
export async function signInAsSubmitter(url: string): Promise<string> {
  const submitter = DEMO_PEOPLE.find(({ memberships }) =>
    memberships.some(({ role, organisation }) => role === "submitter" && organisation === DEMO_ORGANISATION),
  );
  const signedIn = await fetch(`${url}/sign-in/password`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: url, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ email: submitter?.email ?? "", password: DEMO_PASSWORD }),
  });
  const cookies = signedIn.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  if (cookies.length === 0)
    throw new Error(`Signing in as ${submitter?.email} gave status ${signedIn.status} and no cookie`);
  return cookies.join("; ");
}
