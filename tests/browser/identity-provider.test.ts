import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Provider from "oidc-provider";
import { Client } from "pg";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "@/db/server/launch-server";
import { ensureAppBuild } from "@/lib/command-line/app-build";
import { type ServedSite, serveSite } from "@/lib/command-line/serve-site";
import { disclosureKey } from "@/lib/command-line/site-environment";
import { launchChromium } from "../support/chromium";
import { type TestDatabase, testDatabase } from "../support/database";
import { loadPlaces } from "../support/published-nation";
import { press } from "./journey-people";

const NAME = "the test hospital’s account";

let database: TestDatabase;
let browser: Browser;
let provider: Server;
let site: ServedSite;
let state: string;
let url: string;
let issuer: string;

/** Loopback by name everywhere: a session cookie of `localhost` is none of 127.0.0.1. */
beforeAll(async () => {
  const built = await ensureAppBuild(process.cwd(), (line) => process.stderr.write(`${line}\n`));
  if (!built.ok) throw new Error(built.problem.message);
  database = await testDatabase();
  await loadPlaces(database.ownerUrl);
  const [port, providerPort] = [await freePort(), await freePort()];
  url = `http://localhost:${port}`;
  issuer = `http://localhost:${providerPort}`;
  await addPeople();
  const client = { client_id: "muster", client_secret: "a secret of the tests alone" };
  const authority = new Provider(issuer, {
    clients: [{ ...client, redirect_uris: [`${url}/api/auth/callback/oidc`] }],
    cookies: { keys: ["a key of the tests alone"] },
  });
  provider = createServer(authority.callback()).listen(providerPort, "127.0.0.1");
  Object.assign(process.env, {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: client.client_id,
    OIDC_CLIENT_SECRET: client.client_secret,
    OIDC_NAME: NAME,
  });
  state = mkdtempSync(join(tmpdir(), "muster-test-oidc-"));
  const settings = {
    project: process.cwd(),
    state,
    secret: "another secret of the tests alone",
    appUrl: database.appUrl,
    url,
    demo: false,
    disclosureKey: disclosureKey("", true, ""),
  };
  const served = await serveSite(settings, { host: "127.0.0.1", port });
  if (!served.ok) throw new Error(served.problem.message);
  site = served.value;
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await site?.stop();
  provider?.closeAllConnections();
  provider?.close();
  await database?.drop();
  rmSync(state, { recursive: true, force: true });
});

/** Ada's login is tied to her here; a login of the same name elsewhere is tied to Bela. */
async function addPeople() {
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  for (const [name, at, subject] of [
    ["Ada", issuer, "ada"],
    ["Bela", "http://localhost:1", "bela"],
  ])
    await owner.query(
      `WITH person AS (INSERT INTO account.person (email, name) VALUES ($1 || '@example.org', $1) RETURNING id),
         role AS (INSERT INTO account.membership (person, role) SELECT id, 'planner' FROM person)
       INSERT INTO account.login (person, issuer, subject) SELECT id, $2, $3 FROM person`,
      [name, at, subject],
    );
  await owner.end();
}

/** The provider's own pages ask for a font from elsewhere, which a closed network lets hang. */
async function newContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  await context.route(
    ({ hostname }) => hostname !== "localhost",
    (route) => route.abort(),
  );
  return context;
}

/** From our sign-in page to the provider's, signed in there as `subject`, up to the last button. */
async function goToProvider(context: BrowserContext, subject: string): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.goto(`${url}/sign-in`);
  await press(page, `text=Sign in with ${NAME}`);
  await press(page, "form[action*='/signin/oidc'] button");
  expect(page.url()).toContain(issuer);
  await page.fill("[name=login]", subject);
  await page.fill("[name=password]", "any");
  await press(page, "button[type=submit]");
  return page;
}

async function signInAs(context: BrowserContext, subject: string): Promise<Page> {
  const page = await goToProvider(context, subject);
  await press(page, "button[type=submit]");
  return page;
}

/** The provider's answer to us, not yet given: the address that it sends the browser back to. */
async function answerFor(page: Page): Promise<URL> {
  const form = (await page.locator("form").first().getAttribute("action")) ?? "";
  const request = { maxRedirects: 0, form: { prompt: "consent" } };
  let answer = await page.request.post(new URL(form, page.url()).toString(), request);
  for (;;) {
    const to = new URL(answer.headers().location ?? "", answer.url());
    if (to.origin === url) return to;
    answer = await page.request.get(to.toString(), { maxRedirects: 0 });
  }
}

/** What the audit tells of signing in, oldest first. */
async function told(): Promise<{ verb: string; detail: object; actor: string | null }[]> {
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const events = await owner.query(
    `SELECT e.verb, e.detail, p.name AS actor FROM audit.event e LEFT JOIN account.person p ON p.id = e.person ORDER BY e.id`,
  );
  await owner.end();
  return events.rows;
}

const sessionIn = async (context: BrowserContext) =>
  (await context.cookies(url)).some(({ name }) => name.endsWith("next-auth.session-token"));

test("a login that an administrator has tied to a person signs that person in", async () => {
  const context = await newContext();
  const before = await told();
  const page = await signInAs(context, "ada");
  expect((await told()).slice(before.length)).toEqual([
    { verb: "person.signed-in", detail: { issuer }, actor: "Ada" },
  ]);
  expect(page.url()).toBe(`${url}/returns`);
  expect(await page.innerText("[aria-label='Your account']")).toContain("Signed in as Ada, planner");
  await press(page, "text=Sign out");
  expect(await sessionIn(context)).toBe(false);
  await context.close();
});

test("it does so without JavaScript", async () => {
  const context = await newContext({ javaScriptEnabled: false });
  const page = await signInAs(context, "ada");
  expect(await page.innerText("[aria-label='Your account']")).toContain("Signed in as Ada, planner");
  await context.close();
});

test.each([
  ["that nobody is tied to", "nobody"],
  ["tied to a person at another provider", "bela"],
])("a login %s is told so in a sentence, and not signed in", async (_, subject) => {
  const context = await newContext();
  const before = await told();
  const page = await signInAs(context, subject);
  expect((await told()).slice(before.length)).toEqual([
    { verb: "sign-in.refused", detail: { issuer, person: null }, actor: null },
  ]);
  expect(new URL(page.url()).pathname).toBe("/sign-in");
  expect(await page.innerText(".nhsuk-error-summary__list")).toMatch(
    /^Your login is not tied to anyone in Muster yet/,
  );
  expect(await sessionIn(context)).toBe(false);
  await context.close();
});

test.each([
  ["another provider", "iss", "http://localhost:1"],
  ["a sign-in that this browser did not begin", "state", "made-up"],
])("an answer of %s is refused in a sentence", async (_, parameter, value) => {
  const context = await newContext();
  const page = await goToProvider(context, "ada");
  const answer = await answerFor(page);
  expect(answer.searchParams.has(parameter)).toBe(true);
  answer.searchParams.set(parameter, value);
  await page.goto(answer.toString());
  expect(new URL(page.url()).pathname).toBe("/sign-in");
  expect(await page.innerText(".nhsuk-error-summary__list")).toContain("did not succeed");
  expect(await sessionIn(context)).toBe(false);
  await context.close();
});

test("the same answer unchanged is taken, so it is the change that is refused", async () => {
  const context = await newContext();
  const page = await goToProvider(context, "ada");
  await page.goto((await answerFor(page)).toString());
  expect(await sessionIn(context)).toBe(true);
  await context.close();
});
