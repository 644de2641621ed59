import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { sessionCookie } from "@/app/_session/session-cookie";
import { freePort } from "@/db/server/launch-server";
import { inTransaction } from "@/db/transaction";
import { ensureAppBuild } from "@/lib/command-line/app-build";
import { type ServedSite, serveSite } from "@/lib/command-line/serve-site";
import { DEMO_PASSWORD, DEMO_PEOPLE } from "@/lib/sample/people";
import { addPerson } from "@/lib/services/people/manage-people";
import { OPERATOR, type ServiceSite, serviceSite, value } from "../support/service-site";

const SECRET = "a secret of the site without a demonstration";
const PASSWORD = "a password of one's own";

/** A site as an address that others reach has it: the sample is loaded, and its demonstration is off. */
let at: ServiceSite;
let served: ServedSite;
let url: string;
let state: string;

beforeAll(async () => {
  at = await serviceSite("sample");
  value(
    await addPerson(at.site, OPERATOR, {
      email: "pat@trust.example",
      name: "Pat",
      password: PASSWORD,
      memberships: [],
    }),
  );
  const project = process.cwd();
  value(await ensureAppBuild(project, () => {}));
  state = mkdtempSync(join(tmpdir(), `muster-test-${process.pid}-demo-off-`));
  const port = await freePort();
  url = `http://localhost:${port}`;
  const settings = { project, state, secret: SECRET, appUrl: at.database.appUrl, url };
  served = value(
    await serveSite({ ...settings, demo: false, disclosureKey: "0".repeat(64) }, { host: "127.0.0.1", port }),
  );
});

afterAll(async () => {
  await served?.stop();
  await at?.close();
  rmSync(state, { recursive: true, force: true });
});

/** What a session cookie lets its bearer be: 200 with a name, or 204 where nobody is signed in. */
const whoIs = async (cookie: string) => (await fetch(`${url}/signed-in`, { headers: { cookie } })).status;

async function signInAs(email: string, password: string) {
  const answer = await fetch(`${url}/sign-in/password`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: url },
    body: new URLSearchParams({ email, password, next: "/returns" }),
  });
  return { location: answer.headers.get("location"), cookie: answer.headers.get("set-cookie") };
}

test.each(DEMO_PEOPLE)("$email does not sign in with the printed password", async ({ email }) => {
  const { location, cookie } = await signInAs(email, DEMO_PASSWORD);
  expect(location).toMatch(/^\/sign-in\?next=/);
  expect(cookie).toBeNull();
});

test("somebody of the installation's own does, and the page prints no password", async () => {
  const { cookie } = await signInAs("pat@trust.example", PASSWORD);
  expect(await whoIs(cookie?.split(";")[0] ?? "")).toBe(200);
  expect(await (await fetch(`${url}/sign-in`)).text()).not.toContain(DEMO_PASSWORD);
});

test("a session that a demonstration's person got before is nobody's", async () => {
  const [{ id, name } = { id: "", name: "" }] = await inTransaction(
    at.site.pool,
    { role: "muster_account" },
    (reader) =>
      reader.rows<{ id: string; name: string }>(
        "SELECT id, name FROM account.person WHERE email = 'administrator@example.org'",
      ),
  );
  vi.stubEnv("MUSTER_SECRET", SECRET);
  vi.stubEnv("NEXTAUTH_SECRET", "");
  const cookie = (await sessionCookie({ person: id, name })).split(";")[0] ?? "";
  vi.unstubAllEnvs();
  expect(await whoIs(cookie)).toBe(204);
  const page = await fetch(`${url}/admin`, { headers: { cookie }, redirect: "manual" });
  expect(page.headers.get("location")).toContain("/sign-in?next=");
});
