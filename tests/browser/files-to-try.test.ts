import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tryFiles } from "@/lib/sample/nation/try-files";
import { launchChromium } from "../support/chromium";
import { collectionAt } from "../support/sample-nation";
import { type TestSite, testSite } from "../support/site";
import { CENSUS } from "./journey-files";
import { cookieOf, press, said, signIn, unfold } from "./journey-people";

/** Has not returned; the demo's person of several roles submits for it. */
const ORGANISATION = "ZS023";
const path = `/returns/${ORGANISATION}?census=${CENSUS}`;
const there = tryFiles(collectionAt(CENSUS), ORGANISATION);
if (!there) throw new Error(`${ORGANISATION} has sent its files already`);
const { clean, spoilt, faults } = there;

let site: TestSite;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  site = await testSite();
  browser = await launchChromium();
  page = await signIn(browser, site, "several", false);
});
afterAll(() => browser?.close());

/** Saves a file by its link, as a person does, and uploads what was saved. */
async function saveAndUpload(kind: "clean" | "spoilt", name: string): Promise<string> {
  await page.goto(path);
  const coming = page.waitForEvent("download");
  await page.click(`a[href$="/try/${kind}/${name}"]`);
  const saved = await (await coming).path();
  await page.goto(path);
  await unfold(page, "More parts");
  await page.setInputFiles(`#${name.replace(".csv", "")}`, {
    name,
    mimeType: "text/csv",
    buffer: readFileSync(saved),
  });
  await press(page, "form[enctype] button[type=submit]");
  return readFileSync(saved, "utf8");
}

test("without JavaScript a submitter saves a spoilt file and a clean one, and each is taken for what it is", async () => {
  const part = "activities";
  const name = `${part}.csv`;
  expect(faults.some((fault) => fault.part === part)).toBe(true);
  await page.goto(path);
  const listed = await page
    .locator("section:has(> #try) a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  expect(listed).toEqual(
    [...clean.map((file) => ["clean", file.name]), ...spoilt.map((file) => ["spoilt", file.name])].map(
      ([kind, file]) => `/returns/${ORGANISATION}/try/${kind}/${file}`,
    ),
  );

  expect(await saveAndUpload("spoilt", name)).toBe(spoilt.find((file) => file.part === part)?.text);
  await page.goto(path);
  expect(await page.innerText(`#part-${part}`)).toContain("Has errors");
  expect(await saveAndUpload("clean", name)).toBe(clean.find((file) => file.part === part)?.text);
  await page.goto(path);
  expect(await page.innerText(`#part-${part}`)).not.toContain("Has errors");
  await press(page, `#part-${part} form[action$='/remove'] button`);
  expect(await said(page)).toContain("taken out");
});

test("nobody saves those of another organisation, and there are no others", async () => {
  const get = async (who: string, organisation: string, file = "clean/workforce.csv") =>
    fetch(`${site.url}/returns/${organisation}/try/${file}`, {
      headers: { cookie: await cookieOf(site, who) },
      redirect: "manual",
    });
  expect((await get("several", ORGANISATION)).headers.get("content-disposition")).toBe(
    'attachment; filename="workforce.csv"',
  );
  expect((await get("administrator", ORGANISATION)).status).toBe(403);
  expect((await get("several", ORGANISATION, "clean/gossip.csv")).status).toBe(404);
  expect((await get("several", ORGANISATION, "stale/workforce.csv")).status).toBe(404);
});
