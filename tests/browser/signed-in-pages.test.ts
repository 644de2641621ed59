import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../support/chromium";
import { type SignedInLooker, signedInLooker } from "../support/signed-in-looker";
import { type TestSite, testSite } from "../support/site";
import { filesSent, withOnePersonMore } from "./journey-files";
import { cookieOf, type DemoName, type Owner, ownerOf } from "./journey-people";
import { sendStream } from "./journey-raw";
import { DOORS, type Things, thingsOf } from "./signed-in-doors";

const OWN = "ZS013";

let site: TestSite;
let owner: Owner;
let browser: Browser;
let looker: SignedInLooker;
let things: Things;
const cookies = new Map<DemoName, string>();

/** An organisation with something of everything: a version, a file with errors, one with a warning to explain. */
beforeAll(async () => {
  site = await testSite();
  owner = await ownerOf(site);
  browser = await launchChromium();
  looker = await signedInLooker(browser);
  await owner.admit("planner", "submitter", OWN);
  await owner.admit("planner", "approver", OWN);
  const everyone = ["submitter", "approver", "member", "several", "planner", "administrator"] as const;
  for (const who of everyone) cookies.set(who, await cookieOf(site, who));
  const sent = filesSent(OWN);
  const band = { establishment_wte: "1", in_post_wte: "1", role: "clinical_technologist", afc_band: "4" };
  const workforce = withOnePersonMore(sent.workforce, band);
  const devices = sent.devices.replace(/,in_house,\d+/, ",in_house,-3");
  for (const [part, text] of Object.entries({ workforce, devices }))
    await sendStream(site, { organisation: OWN, cookie: cookies.get("planner") ?? "", part, text });
  const [draft] = await owner.rows<{ partId: string }>(
    `SELECT part_id AS "partId" FROM intake.draft_part WHERE organisation = $1 AND part = 'devices'`,
    [OWN],
  );
  things = { ...(await thingsOf(owner, OWN)), ...draft };
});
afterAll(async () => {
  await looker?.close();
  await browser?.close();
  await owner?.end();
});

/** Looks at a page that must be there: a page that says there is none would be without fault too. */
async function look(path: string, who: DemoName | null, status = 200): Promise<string[]> {
  const cookie = who && (cookies.get(who) as string);
  const answer = await fetch(site.url + path, { headers: { cookie: cookie ?? "" }, redirect: "manual" });
  expect(answer.status).toBe(status);
  // Without JavaScript there is no more than this: a document that a script has yet to fill is without fault too.
  expect((await answer.text()).includes("<h1")).toBe(true);
  return looker.look(site.url + path, cookie);
}

/** What single devices add up to is looked at where a file of them is sent: life-of-a-return.test.ts. */
const ELSEWHERE = "returns/[organisation]/sums/[partId]/page.tsx";
const pages = Object.keys(DOORS).filter((file) => file.endsWith("page.tsx") && file !== ELSEWHERE);

test.each(pages)("%s has nothing against it at two widths, with JavaScript on and off", async (file) => {
  const path = DOORS[file]?.(things).path ?? "";
  expect(await look(path, file.startsWith("admin") ? "administrator" : "planner")).toEqual([]);
});

test.each(["submitter", "approver", "member", "several", "administrator"] as const)(
  "what the %s lands on has nothing against it",
  async (who) => expect(await look("/returns", who)).toEqual([]),
);

test.each([
  ["signing in", "/sign-in", null, 200],
  ["signing in that went wrong", "/sign-in?error=Callback", null, 200],
  ["a return that has not been begun", "/returns/ZS007", "submitter", 200],
  ["the data of a return that has not been begun", "/returns/ZS007/data", "submitter", 200],
  ["a return of another organisation", "/returns/ZS001", "planner", 404],
  ["administration, for who does not administer", "/admin", "submitter", 404],
  ["members' figures of a place that is not", "/members/E99", "planner", 404],
] as const)("%s has nothing against it", async (_, path, who, status) => {
  expect(await look(path, who, status)).toEqual([]);
});
