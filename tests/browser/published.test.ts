import { gzipSync } from "node:zlib";
import { Client } from "pg";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { endPools } from "@/db/pool";
import { freePort } from "@/db/server/launch-server";
import { ensureAppBuild } from "@/lib/command-line/app-build";
import { type Child, startChild } from "@/lib/command-line/child-process";
import { webServerProgram } from "@/lib/command-line/serve-site";
import { RETURN_CHECKS } from "@/lib/returns/checks/return-checks";
import { RULES } from "@/lib/returns/checks/rules";
import { HELP_FILES } from "@/lib/returns/help-file";
import { RULE_SET } from "@/lib/returns/rule-set";
import { launchChromium } from "../support/chromium";
import { csvLines } from "../support/csv-lines";
import { type TestDatabase, testDatabase } from "../support/database";
import { type PlainPageLooker, plainPageLooker } from "../support/plain-page-looker";
import { loadPlaces, publishNation } from "../support/published-nation";

let database: TestDatabase;
let browser: Browser;
let looker: PlainPageLooker;
let owner: Client;
/** Two processes of the site on one database. */
let servers: { url: string; child: Child }[];

const say = (line: string) => process.stderr.write(`${line}\n`);

async function serve(): Promise<{ url: string; child: Child }> {
  const port = await freePort();
  const child = startChild({
    name: "web server",
    project: process.cwd(),
    program: webServerProgram(process.cwd()),
    args: ["--hostname", "127.0.0.1", "--port", String(port)],
    environment: { ...process.env, NODE_ENV: "production", MUSTER_APP_URL: database.appUrl },
  });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 600; tries++) {
    const answer = await fetch(`${url}/health`).catch(() => null);
    if (answer?.ok) return { url, child };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The site did not come up: ${child.said()}`);
}

beforeAll(async () => {
  const built = await ensureAppBuild(process.cwd(), say);
  if (!built.ok) throw new Error(built.problem.message);
  database = await testDatabase();
  await loadPlaces(database.ownerUrl);
  await publishNation(database.appUrl, { census: "2025-03-31" });
  await publishNation(database.appUrl, { census: "2026-03-31", collectionOpen: true });
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  [servers, browser] = await Promise.all([Promise.all([serve(), serve()]), launchChromium()]);
  looker = await plainPageLooker(browser);
});

afterAll(async () => {
  await looker?.close();
  await browser?.close();
  await Promise.all((servers ?? []).map(({ child }) => child.stop()));
  await owner?.end();
  await endPools();
  await database?.drop();
});

const first = () => (servers[0] as { url: string }).url;
const get = (path: string, init?: RequestInit) => fetch(first() + path, { redirect: "manual", ...init });

/** Node's fetch would say no-cache beside a fingerprint; a browser says this. */
const asBrowsersDo = { "cache-control": "max-age=0", pragma: "" };

const PLAIN_PAGES = [
  "/",
  "/places",
  "/places?q=london",
  "/places/K02000001",
  "/places/Y56",
  "/places/Y56/vacancy-rate",
  "/places/Y56/headcount/r1",
  "/places/K02000001/pathways",
  "/compare",
  "/compare/Y56/W92000004/QMF",
  "/compare/Y56/ZT001",
  "/places/Y56/recognition",
  "/places/QMF",
  "/places/ZT001",
  "/places/RJ1",
  "/places/W92000004",
  "/places/S92000003",
  "/places?q=qqqq",
  "/methods",
  "/methods/measures",
  "/methods/prepare",
  "/methods/rules",
  "/data",
  "/data/api",
  "/data/table",
  "/data/table/regions/Y56/measures/headcount/vacancy-rate/in/r2/r1",
  "/data/table/E92000001/QMF/measures/headcount/in-post/by/age",
  "/data/table/Y56/measures/beds",
  "/figures/Y56/vacancy-rate",
  "/figures/Y56/headcount/age/under_25-and-25_34/r1",
  "/methods/columns",
  "/methods/model",
  "/methods/supply",
  "/methods/estimation",
  "/methods/scorecard",
  "/methods/output",
  "/methods/requirement",
  "/methods/disclosure",
  "/whats-new",
  "/privacy",
  "/accessibility",
  "/places/ZZZ99",
  "/no/such/page",
] as const;

test.each(PLAIN_PAGES)("%s has no script but ours and a policy that allows no other", async (path) => {
  for (const _ of ["first answer", "later answer"]) {
    const answer = await get(path);
    const html = await answer.text();
    const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    expect(scripts).toHaveLength(1);
    expect(scripts[0]).toMatch(/src="\/assets\/viewer\.js\?v=/);
    expect(html).not.toMatch(/\/_next\/|style="|<style|<template/);
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/script-src 'self'(;|$)/);
    expect(policy).toContain("default-src 'none'");
    expect(answer.headers.get("set-cookie")).toBeNull();
  }
});

// Several wait for the same two pairs of pages, so each is given the time of all.
test.concurrent.each(PLAIN_PAGES)(
  "%s is clean to axe at both widths, with and without scripts",
  { timeout: 600_000 },
  async (path) => {
    expect(await looker.look(first() + path)).toEqual([]);
  },
);

test("the page of rules has an anchor for every rule that a finding may name, each of which it explains", async () => {
  const html = await (await get("/methods/rules")).text();
  for (const { code, title } of [...RULES, ...RETURN_CHECKS]) {
    expect(html).toContain(`id="${code}"`);
    expect(html).toContain(title.replaceAll("'", "&#x27;"));
  }
  expect(html).toContain(RULE_SET);
});

test("every template and example that the page of preparing links is a file of its kind", async () => {
  const html = await (await get("/methods/prepare")).text();
  const files = [...html.matchAll(/href="\/returns\/templates\/([^"]+)"/g)].map(([, file]) => file ?? "");
  expect(new Set(files)).toEqual(new Set(HELP_FILES));
  for (const file of files) {
    const answer = await get(`/returns/templates/${file}`);
    expect(answer.status, file).toBe(200);
    expect(answer.headers.get("content-type"), file).toMatch(
      file.endsWith(".json") ? /^application\/json/ : /^text\/csv/,
    );
    expect((await answer.text()).length, file).toBeGreaterThan(20);
  }
  expect((await get("/returns/templates/workforce.xlsx")).status).toBe(404);
});

test("places chosen in the form stand side by side at an address of their own, without JavaScript", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${first()}/compare`);
  await page.selectOption("#place-1", "E92000001");
  await page.selectOption("#place-2", "Y56");
  await page.click("main form button");
  expect(new URL(page.url()).pathname).toBe("/compare/E92000001/Y56");
  expect(await page.locator("main table").first().locator("thead th").allInnerTexts()).toEqual([
    "Measure",
    "England",
    "London",
  ]);
  // Each figure is the one of the place's own page.
  const told = await page.locator("main tr:has(a[href$='/headcount']) td strong").allInnerTexts();
  for (const [at, place] of ["E92000001", "Y56"].entries()) {
    await page.goto(`${first()}/places/${place}/headcount`);
    const value = await page.locator(".muster-key__value").first().innerText();
    expect(told[at]).toBe(value);
  }
  // Others chosen from a page that holds a release are of that release.
  await page.goto(`${first()}/compare/E92000001/Y56/r1`);
  await page.selectOption("#place-2", "QKK");
  await page.click("main form button");
  expect(new URL(page.url()).pathname).toBe("/compare/E92000001/QKK/r1");
  await context.close();
});

test("a table chosen in the form stands at an address of its own, without JavaScript, and its files hold the same figures", async () => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 375, height: 800 },
  });
  const page = await context.newPage();
  await page.goto(`${first()}/data/table`);
  await page.click("summary:has-text('People in post')");
  await page.check("label:text-is('Staff in post, headcount')");
  await page.check("label:text-is('London')");
  await page.check("label:has-text('release 1')");
  await page.click("button:has-text('Show the table')");
  // Every region and the vacancy rate stood ticked.
  expect(new URL(page.url()).pathname).toBe("/data/table/regions/Y56/measures/vacancy-rate/headcount/in/r1");
  const shown = await page
    .locator("#table ~ section table tbody tr")
    .first()
    .locator("th, td")
    .allInnerTexts();
  const csv = await (
    await get(`${new URL(page.url()).pathname.replace("/table/", "/chosen/")}/table.csv`)
  ).text();
  const lines = csvLines(csv);
  const toldOf = (measure: string) =>
    lines.find((line) => line.place === "Y56" && line.measure === measure)?.value;
  expect(shown).toEqual(["London", `${toldOf("vacancy-rate")}%`, toldOf("headcount")]);
  expect(lines.every((line) => line.release === "1")).toBe(true);
  // Each figure leads to its own page, in the release of the table.
  await page.locator("#table ~ section table tbody a").first().click();
  expect(new URL(page.url()).pathname).toBe("/figures/Y56/vacancy-rate/r1");
  await context.close();
});

test("a table of what there is not is refused with what there is, on its page and as a file", async () => {
  for (const [path, status, sentence] of [
    ["/data/table/Y99/measures/headcount", 404, "No place of the chosen releases has the code"],
    ["/data/table/ZT001/measures/headcount", 404, "is one organisation"],
    ["/data/table/Y56/measures/vacancy-rate/by/age", 404, "It is in total"],
    ["/data/chosen/Y56/measures/beds/table.csv", 404, "No measure is called"],
    ["/data/chosen/Y56/measures/headcount/in/r9/table.json", 404, "There is no release 9"],
    ["/data/chosen/Y56/measures/headcount/by/age/role/table.csv", 400, "one breakdown at a time"],
    ["/data/chosen/Y56/table.csv", 400, "No measure is chosen"],
    ["/data/chosen/Y56/measures/headcount/table.pdf", 404, "A table is table.csv"],
  ] as const) {
    const answer = await get(path);
    expect([path, answer.status]).toEqual([path, status]);
    expect(await answer.text()).toContain(sentence);
  }
});

test("an organisation, a code of no place and a fifth place are not compared, and why is said", async () => {
  for (const [path, sentence] of [
    ["/compare/Y56/ZT001", "is one organisation"],
    ["/compare/Y56/NOPE1", "has no place with the code"],
    ["/compare/Y56/Y58/Y59/Y60/Y61", "Compare up to 4 places; 5 were given."],
    ["/compare/Y56/Y58/r99", "There is no release 99"],
  ] as const) {
    const answer = await get(path);
    expect(answer.status, path).toBe(404);
    expect(await answer.text()).toContain(sentence);
  }
});

test("a page is kept, may be asked for again with its fingerprint, and is never kept by a cache between", async () => {
  await get("/places/Y60");
  const again = await get("/places/Y60");
  expect(again.headers.get("x-nextjs-cache")).toBe("HIT");
  expect(again.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
  const etag = again.headers.get("etag") ?? "";
  expect((await get("/places/Y60", { headers: { "if-none-match": etag, ...asBrowsersDo } })).status).toBe(
    304,
  );
});

test("a warm page asks nothing of the database, whoever asks for it and with whatever query", async () => {
  const paths = ["/", "/places/Y56", "/methods"];
  for (const path of paths) await (await get(path)).text();
  // A connection that ran anything since then has changed its state since then.
  const busy = async () => {
    const { rows } = await owner.query<{ busy: number }>(
      "SELECT count(*)::int AS busy FROM pg_stat_activity WHERE usename = 'muster_app' AND datname = current_database() AND state_change > $1",
      [began],
    );
    return rows[0]?.busy;
  };
  const began = (await owner.query("SELECT clock_timestamp() AS now")).rows[0].now;
  for (const path of paths)
    for (const extra of ["", "?x=1"])
      expect(
        (await get(path + extra, { headers: { cookie: "session=somebody" } })).headers.get("x-nextjs-cache"),
      ).toBe("HIT");
  expect(await busy()).toBe(0);
  await (await get("/places/QKK/devices")).text();
  expect(await busy()).toBeGreaterThan(0);
});

test("an address that is no page is a finished document with status 404, kept by nobody", async () => {
  for (const path of ["/places/ZZZ99", "/places/Y56/beds", "/places/Y56/r9", "/no/such/page"]) {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get("cache-control")).toMatch(/no-store/);
    expect(await answer.text()).toMatch(/<h1[^>]*>(Place|Page) not found/);
    expect((await get(path)).headers.get("x-nextjs-cache")).not.toBe("HIT");
  }
});

test.each([
  ["/places/Y56/latest", "/places/Y56/r2"],
  ["/places/Y56/pathways/latest", "/places/Y56/pathways/r2"],
  ["/compare/Y56/Y58/latest", "/compare/Y56/Y58/r2"],
  ["/places/y56", "/places/Y56"],
  ["/places?q=QKK", "/places/QKK"],
  ["/charts/latest/Y56/vacancy-rate/wide.svg", "/charts/r2/Y56/vacancy-rate/wide.svg"],
  ["/data/latest/places/Y56.csv", "/data/r2/places/Y56.csv"],
  ["/data/latest/package.zip", "/data/r2/package.zip"],
  ["/data/latest/places/Y56/headcount.json", "/data/r2/places/Y56/headcount.json"],
])("%s leads to %s, once", async (path, to) => {
  const answer = await get(path);
  expect(answer.status).toBe(307);
  expect(answer.headers.get("location")).toBe(to);
});

test("every picture of a page is there, in both widths and as PNG", async () => {
  const html = await (await get("/places/Y56")).text();
  const pictures = [...html.matchAll(/(?:src|srcSet|href)="(\/charts\/[^"]+\.(?:svg|png))"/g)].map(
    ([, path]) => path ?? "",
  );
  expect(pictures.length).toBeGreaterThan(10);
  for (const path of new Set(pictures)) {
    const answer = await get(path);
    expect([path, answer.status]).toEqual([path, 200]);
    expect(answer.headers.get("content-type")).toMatch(path.endsWith("png") ? "image/png" : "image/svg+xml");
    // This release stored no line over time: it is drawn on demand, and an earlier census may be corrected.
    expect(answer.headers.get("cache-control")).toBe(
      path.includes("-over-time") ? "public, max-age=3600" : "public, max-age=31536000, immutable",
    );
    await answer.arrayBuffer();
  }
});

test("every chart has its rows as a file, those of other places and censuses too", async () => {
  const html = await (await get("/places/Y56/vacancy-rate/r2")).text();
  const files = [...html.matchAll(/href="(\/charts\/[^"]+\.csv)"/g)].map(([, path]) => path ?? "");
  expect(files.length).toBeGreaterThan(0);
  for (const path of files) {
    const answer = await get(path);
    expect([path, answer.status]).toEqual([path, 200]);
    expect(answer.headers.get("content-type")).toContain("text/csv");
    expect(answer.headers.get("content-disposition")).toMatch(/muster-synthetic-r2-Y56-/);
    expect((await answer.text()).split("\r\n").length).toBeGreaterThan(2);
  }
  expect(await (await get("/charts/r2/Y56/vacancy-rate/wide.csv")).text()).toMatch(/North East London/);
  expect((await get("/charts/latest/Y56/vacancy-rate/wide.csv")).headers.get("location")).toBe(
    "/charts/r2/Y56/vacancy-rate/wide.csv",
  );
  expect((await get("/charts/r2/Y56/no-such/wide.csv")).status).toBe(404);
});

test("every file that the page of data links is there, and is what its name says", async () => {
  const html = await (await get("/data")).text();
  const files = [...html.matchAll(/href="(\/data\/r2\/[^"]+)"/g)].map(([, path]) => path ?? "");
  expect(files.length).toBeGreaterThan(20);
  files.push("/data/r2/places/Y56.xlsx");
  for (const path of new Set(files)) {
    const answer = await get(path);
    expect([path, answer.status]).toEqual([path, 200]);
    const bytes = Buffer.from(await answer.arrayBuffer());
    if (/\.(zip|xlsx)$/.test(path)) expect(bytes.subarray(0, 2).toString()).toBe("PK");
    else if (path.endsWith(".json")) expect(() => JSON.parse(bytes.toString())).not.toThrow();
    else expect(bytes.toString()).toMatch(/synthetic/i);
    expect(answer.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
    const etag = answer.headers.get("etag") ?? "";
    expect((await get(path, { headers: { "if-none-match": etag, ...asBrowsersDo } })).status).toBe(304);
  }
});

test("a program reads figures as JSON, is told when it holds them already, and why there is none", async () => {
  const answer = await get("/api/v1/releases/r2/figures?place=Y56&per_page=2");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("application/json; charset=utf-8");
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  expect(answer.headers.get("link")).toBe(
    '</api/v1/releases/r2/figures?place=Y56&page=2&per_page=2>; rel="next"',
  );
  const etag = answer.headers.get("etag") ?? "";
  const again = await get("/api/v1/releases/r2/figures?place=Y56&per_page=2", {
    headers: { "if-none-match": etag, ...asBrowsersDo },
  });
  expect(again.status).toBe(304);
  const moved = await get("/api/v1/releases/latest/places/Y56");
  expect([moved.status, moved.headers.get("location")]).toEqual([307, "/api/v1/releases/r2/places/Y56"]);
  for (const [path, status] of [
    ["/api/v1/beds", 404],
    ["/api/v1/releases/r2/figures?ward=1", 400],
    ["/api/v1/releases/r9", 404],
    ["/api/v1/releases/r2/measures/a%20b", 404],
  ] as const) {
    const refused = await get(path);
    expect([path, refused.status]).toEqual([path, status]);
    expect(refused.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
    expect(await refused.json()).toMatchObject({ status, instance: path });
  }
  expect((await (await get("/api/v1/openapi.json")).json()).openapi).toBe("3.1.0");
  expect(await (await get("/api/v1")).json()).toMatchObject({ openapi: "/api/v1/openapi.json" });
});

test("a file that is not there answers 404 with what there is", async () => {
  for (const [path, sentence] of [
    ["/data/r2/people.csv", "There are figures, places"],
    ["/data/r9/figures.csv", "There are r1, r2"],
    ["/data/r2/places/Y99.csv", "no place with the code Y99"],
    ["/data/r2/places/Y56/beds.csv", "No measure is called"],
  ] as const) {
    const answer = await get(path);
    expect([path, answer.status]).toEqual([path, 404]);
    expect(await answer.text()).toContain(sentence);
  }
});

test("the table beside a picture has the very values of the file it links to", async () => {
  const page = await browser.newPage();
  await page.goto(`${first()}/places/Y56/headcount`);
  const shown = await page.evaluate<[string, string][]>(
    `[...document.querySelectorAll("#headcount-by-age tbody tr")].map((row) => [row.cells[0].textContent, row.cells[1].textContent])`,
  );
  await page.close();
  const csv = await (await get("/data/r2/places/Y56/headcount.csv")).text();
  const lines = csv
    .trim()
    .split("\r\n")
    .map((line) => line.split(","));
  const column = (name: string) => lines[0]?.indexOf(name) ?? -1;
  const ages = lines.filter((line) => line[column("dimension")] === "age");
  expect(shown).toHaveLength(ages.length);
  const words = (line: string[]) =>
    line[column("symbol")] === "<5" ? "under 5, which may be none" : (line[column("value")] ?? "");
  expect(shown.map(([, value]) => value).sort()).toEqual(ages.map(words).sort());
  expect(lines.slice(1).every((line) => line[0]?.startsWith("synthetic"))).toBe(true);
});

test("what a browser runs on a published page is under 5 kB, packed", async () => {
  const html = await (await get("/")).text();
  let bytes = 0;
  for (const [, source] of html.matchAll(/<script[^>]*src="([^"]+)"/g))
    bytes += gzipSync(await (await get(source ?? "")).text()).length;
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(5 * 1024);
});

test("without scripts a place is found, gone down to and come back from", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(first());
  await page.fill("#header-search", "north east london");
  await page.click("header button[type=submit]");
  await page.click("text=NHS North East London Integrated Care Board");
  expect(new URL(page.url()).pathname).toBe("/places/QMF");
  expect(await page.innerText("main")).toContain("fewer than three organisations");
  await page.click("nav[aria-label=Breadcrumb] >> text=London");
  expect(new URL(page.url()).pathname).toBe("/places/Y56");
  await page.click("section[aria-labelledby=places] >> text=South East London");
  expect(new URL(page.url()).pathname).toBe("/places/QKK");
  await context.close();
});

test("who is signed in is asked of the site, drawn in a strip of its own, and silent without an answer", async () => {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.route("**/signed-in", (route) => route.fulfill({ status: 404, body: "" }));
  await page.goto(first());
  await page.waitForLoadState();
  expect(await page.evaluate("document.querySelector('muster-viewer').shadowRoot")).toBeNull();
  await page.unroute("**/signed-in");
  await page.route("**/signed-in", (route) =>
    route.fulfill({ json: { name: "Ada", links: [{ href: "/returns", text: "Your returns" }] } }),
  );
  await page.reload();
  await page.waitForFunction("document.querySelector('muster-viewer').shadowRoot");
  const said = await page.evaluate("document.querySelector('muster-viewer').shadowRoot.textContent");
  expect(said).toContain("Signed in as Ada");
  expect(errors).toEqual([]);
  await page.close();
});

const headcountOf = async (url: string) => {
  const html = await (await fetch(`${url}/places/QKK/headcount`)).text();
  return { release: /release (\d+)/.exec(html)?.[1], value: /muster-key__value">(\d+)/.exec(html)?.[1] };
};

/** Until `holds`; a change is heard by notification, and this only bounds how long we are ready to wait for it. */
async function until(holds: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 200; tries++) {
    if (await holds()) return true;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return false;
}

// The last two change what is published, so they come after all that looks at it.
test("after a publish no process serves the old figures, under load and in whatever order it hears", async () => {
  const before = await Promise.all(servers.map(({ url }) => headcountOf(url)));
  expect(new Set(before.map(({ value }) => value)).size).toBe(1);
  let loading = true;
  const load = servers.map(async ({ url }) => {
    while (loading) await headcountOf(url);
  });
  const number = await publishNation(database.appUrl, { census: "2026-09-30", more: 60 });
  const fresh = await until(async () =>
    (await Promise.all(servers.map(({ url }) => headcountOf(url)))).every(
      ({ release }) => release === String(number),
    ),
  );
  expect(fresh).toBe(true);
  // What was being rendered meanwhile has been stored by now: it may not come back.
  for (let round = 0; round < 20; round++)
    for (const { url } of servers) expect((await headcountOf(url)).release).toBe(String(number));
  loading = false;
  await Promise.all(load);
  const after = await headcountOf(first());
  expect(Number(after.value)).toBeGreaterThan(Number(before[0]?.value));
});

test("a publish that falls into a broken connection is heard when it comes back", async () => {
  for (const { url } of servers) await headcountOf(url);
  await owner.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'muster editions' AND datname = current_database()",
  );
  const number = await publishNation(database.appUrl, { census: "2027-03-31" });
  const fresh = await until(async () =>
    (await Promise.all(servers.map(({ url }) => headcountOf(url)))).every(
      ({ release }) => release === String(number),
    ),
  );
  expect(fresh).toBe(true);
});
