import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestSite, testSite } from "../support/site";
import { CENSUS } from "./journey-files";
import { cookieOf, type Owner, ownerOf } from "./journey-people";

/** Has returned; nobody of the demo looks after it, so what waits there is this file's alone. */
const OWN = "ZS016";
const NAME = "Sample Trust 016";
const ROLES = ["submitter", "approver", "member", "planner"] as const;

let site: TestSite;
let owner: Owner;
const cookies = new Map<string, string>();
beforeAll(async () => {
  site = await testSite();
  owner = await ownerOf(site);
  for (const role of ROLES) {
    const who = `landing-${role}`;
    await owner.rows(
      `WITH person AS (
         INSERT INTO account.person (email, name, password_hash)
         SELECT $1, $2, password_hash FROM account.person WHERE email = 'planner@example.org' RETURNING id)
       INSERT INTO account.membership (person, role, organisation) SELECT id, $3, $4 FROM person`,
      [`${who}@example.org`, `Landing ${role}`, role, role === "planner" ? null : OWN],
    );
    cookies.set(role, await cookieOf(site, who));
  }
  cookies.set("administrator", await cookieOf(site, "administrator"));
});
afterAll(() => owner?.end());

type Landing = { at: string; waiting: string; page: string };

const words = (html: string) =>
  html
    .replaceAll(/<script.*?<\/script>/gs, "")
    .replaceAll(/<!--.*?-->/gs, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");

/** Where somebody lands who has just signed in, and what it says waits for them. */
async function landOf(role: string): Promise<Landing> {
  const headers = { cookie: cookies.get(role) ?? "" };
  const sent = await fetch(`${site.url}/sign-in/landed`, { headers, redirect: "manual" });
  const at = sent.headers.get("location") ?? "";
  const html = await (await fetch(site.url + at, { headers })).text();
  const waiting = /<section><h2 id="waiting">.*?<\/section>/s.exec(html)?.[0] ?? "";
  return { at, waiting: words(waiting), page: words(html) };
}

async function send(role: string, verb: string, form: Record<string, string>): Promise<void> {
  const answer = await fetch(`${site.url}/returns/${OWN}/${verb}`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: cookies.get(role) ?? "", origin: site.url },
    body: new URLSearchParams({ census: CENSUS, ...form }),
  });
  expect(answer.status).toBe(303);
}

const versionIn = async (state: string) => {
  const [found] = await owner.rows<{ id: string }>(
    `SELECT s.id FROM intake.submission s JOIN intake.return r ON r.id = s.return_id
     WHERE s.organisation = $1 AND r.census = $2 AND s.state = $3`,
    [OWN, CENSUS, state],
  );
  return found?.id ?? "";
};

test.each([
  ["submitter", /new version while the collection is open/],
  ["approver", /hear by e-mail when a version is submitted/],
  ["member", /your organisation’s own figures/],
  ["planner", /newest figures of every place/],
])("a %s for whom nothing waits is told so, and what there is to look at", async (role, says) => {
  const { at, waiting, page } = await landOf(role);
  expect(at).toBe("/returns");
  expect(waiting).toContain("Nothing waits for you.");
  expect(waiting).toMatch(says);
  expect(page).toMatch(/The newest is release \d+, census of 31 March 2026/);
  expect(page).toContain("Members’ figures");
});

test("what was sent back waits for its submitter, with the reason, and for nobody else", async () => {
  await send("approver", "send-back", {
    submission: await versionIn("approved"),
    sendBackReason: "The renal technicians are missing.",
  });
  const { waiting } = await landOf("submitter");
  expect(waiting).toContain(`Mend the return of ${NAME}`);
  expect(waiting).toContain("Sent back");
  expect(waiting).toContain("The renal technicians are missing.");
  for (const role of ["approver", "member", "planner"])
    expect((await landOf(role)).waiting).toContain("Nothing waits for you.");
});

test("what is submitted waits for its approver, with who sent it, and no longer for its submitter", async () => {
  await send("submitter", "submit", {});
  const { waiting } = await landOf("approver");
  expect(waiting).toContain(`Approve the return of ${NAME}`);
  expect(waiting).toContain("submitted by Landing submitter");
  for (const role of ["submitter", "member", "planner"])
    expect((await landOf(role)).waiting).toContain("Nothing waits for you.");
  expect((await landOf("administrator")).waiting).toMatch(/\d+ returns? waits? for the approver/);
  await send("approver", "approve", { submission: await versionIn("submitted") });
  expect((await landOf("approver")).waiting).toContain("Nothing waits for you.");
});

test("an administrator is told who has not returned, by name", async () => {
  const { at, waiting } = await landOf("administrator");
  expect(at).toBe("/admin");
  const [counts] = await owner.rows<{ asked: string; missing: string }>(
    `SELECT count(*) AS asked, count(*) FILTER (WHERE NOT EXISTS (
       SELECT FROM intake.submission s JOIN intake.return r ON r.id = s.return_id
       WHERE s.organisation = f.organisation AND r.census = f.census AND s.state IN ('approved', 'submitted'))) AS missing
     FROM reference.frame f WHERE census = $1`,
    [CENSUS],
  );
  expect(waiting).toContain(`${counts?.missing} of ${counts?.asked} organisations have not returned`);
  expect(waiting).toMatch(/Sample Trust \d{3}/);
});
