import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { RETURN_CHECKS } from "@/lib/returns/checks/return-checks";
import { RULES } from "@/lib/returns/checks/rules";
import { launchChromium } from "../support/chromium";
import { type SignedInLooker, signedInLooker } from "../support/signed-in-looker";
import { type TestSite, testSite } from "../support/site";
import { CENSUS, filesToTry, upload } from "./journey-files";
import { cookieOf, type Owner, ownerOf, press, said, signIn } from "./journey-people";

/** Has not returned; the demo's person of several roles submits for it. */
const ORGANISATION = "ZS023";
const at = (path = "") => `/returns/${ORGANISATION}${path}?census=${CENSUS}`;

let site: TestSite;
let owner: Owner;
let browser: Browser;
let looker: SignedInLooker;
let page: Page;
beforeAll(async () => {
  site = await testSite();
  owner = await ownerOf(site);
  browser = await launchChromium();
  looker = await signedInLooker(browser);
  await owner.admit("planner", "submitter", ORGANISATION);
  await owner.admit("approver", "approver", ORGANISATION);
  await owner.beginAgain(ORGANISATION, CENSUS);
  page = await signIn(browser, site, "planner", false);
});
afterAll(async () => {
  await looker?.close();
  await browser?.close();
  await owner?.end();
});

/** Gives a reason for every warning of the draft that a rule may have: one that has not spoken is not asked about. */
async function explainEverything() {
  await page.goto(at());
  const files = new Set((await page.content()).match(/(?<=\/findings\/)[0-9a-f-]{36}/g));
  expect(files.size).toBe(2);
  const cookie = await cookieOf(site, "planner");
  for (const id of files)
    for (const { code } of [...RULES, ...RETURN_CHECKS].filter(({ severity }) => severity === "warning"))
      await fetch(`${site.url}/returns/${ORGANISATION}/findings/${id}/acknowledge`, {
        method: "POST",
        redirect: "manual",
        headers: { cookie, origin: site.url },
        body: new URLSearchParams({ code, [`reason-${code}`]: "The unit was handed over." }),
      });
}

/** The file without its first lines. */
const without = (workforce: string, lines: number) =>
  `${workforce
    .trimEnd()
    .split("\n")
    .filter((_, index) => index === 0 || index > lines)
    .join("\n")}\n`;

test("last year's rows are there to start from, with this year's dates and only declared columns", async () => {
  await page.goto(at());
  const links = page.locator("section:has(> #start) a");
  expect((await links.allInnerTexts()).some((text) => text.startsWith("Start workforce"))).toBe(true);
  const href = (await links.first().getAttribute("href")) ?? "";
  const answer = await fetch(site.url + href, { headers: { cookie: await cookieOf(site, "planner") } });
  expect(answer.headers.get("content-disposition")).toContain("attachment");
  const [header, first] = (await answer.text()).split("\r\n");
  expect(header).toContain("organisation_code");
  expect(first).toContain(CENSUS);
  const stranger = await fetch(site.url + href, { headers: { cookie: await cookieOf(site, "member") } });
  expect(stranger.status).toBe(403);
});

test("without JavaScript, posts that are gone are shown, asked about, explained, and told to the approver", async () => {
  const { clean } = filesToTry(ORGANISATION);
  await page.goto(at());
  await upload(page, { workforce: without(clean.workforce, 4), devices: clean.devices }, false);
  await page.goto(at());
  await explainEverything();
  await page.goto(at());
  const submit = page.locator("section:has(> #submit)");
  const removed = Number(
    /Workforce: \d+ added, \d+ changed, (\d+) removed/.exec(await submit.innerText())?.[1],
  );
  expect(removed).toBeGreaterThanOrEqual(4);
  expect(await submit.innerText()).toContain("are not in the files any more");
  await page.fill("#removalReason", "Gone");
  await press(page, "form[action$='/submit'] button");
  expect(await said(page)).toContain("Say why in a sentence");
  expect(await page.inputValue("#removalReason")).toBe("Gone");

  await page.click("section:has(> #submit) a[href*='/difference']");
  expect(await page.innerText("main")).toContain("Removed");
  const csv = (await page.locator("a[href*='/difference/csv']").getAttribute("href")) ?? "";
  const answer = await fetch(site.url + csv, { headers: { cookie: await cookieOf(site, "planner") } });
  expect(
    (await answer.text()).split("\r\n").filter((line) => line.startsWith("workforce,removed")).length,
  ).toBe(removed);

  await page.goto(at());
  await page.fill("#removalReason", "The renal unit went to another trust.");
  await press(page, "form[action$='/submit'] button");
  expect(await said(page)).toContain("is submitted and waits for approval");
  const approver = await signIn(browser, site, "approver", false);
  await approver.goto(at());
  expect(await approver.innerText("#version-1")).toContain("The renal unit went to another trust.");
  await approver.click("#version-1 a[href*='/difference']");
  expect(await approver.innerText("main")).toContain("Version 1, held against last year");
});

test("what the numbers will say closes from last year to now, and stands beside the region's", async () => {
  await page.goto(at("/preview"));
  const text = await page.innerText("main");
  for (const heading of ["Posts since last year", "Who joined, left and moved", "Rates and shares", "Totals"])
    expect(text).toContain(heading);
  expect(text).toContain("as published in release");
});

test.each(["/difference", "/preview", ""])("%s has nothing against it at two widths", async (under) => {
  expect(await looker.look(site.url + at(under), await cookieOf(site, "planner"))).toEqual([]);
});
