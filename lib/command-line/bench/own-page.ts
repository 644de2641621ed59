import { DEMO_ORGANISATION, DEMO_PASSWORD, DEMO_PEOPLE } from "@/lib/sample/people";
import { atMost, type BenchRow } from "./bench-row";
import { measureLoad } from "./measure-load";

/** An organisation's own page, made anew for each request: signed in as the demo's submitter, one request at a time. */
export async function ownPage(url: string): Promise<BenchRow> {
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
  const page = `/returns/${DEMO_ORGANISATION}`;
  const headers = { Cookie: cookies.join("; ") };
  await measureLoad(`${url}${page}`, { connections: 1, seconds: 2, headers });
  const { p50 } = await measureLoad(`${url}${page}`, { connections: 1, seconds: 5, headers });
  return atMost(60, { name: `an organisation's own page (${page}), the middle one`, value: p50, unit: "ms" });
}
