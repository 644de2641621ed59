import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PARTS } from "@/lib/returns/parts";
import { templateCsv } from "@/lib/returns/template";
import { launchChromium } from "../support/chromium";
import { type TestSite, testSite } from "../support/site";
import { dataShown } from "./journey-data";
import { CENSUS, upload } from "./journey-files";
import { type Owner, ownerOf, press, signIn, unfold } from "./journey-people";

/** Has returned its workforce and devices, and nothing else. */
const OWN = "ZS017";
const path = `/returns/${OWN}?census=${CENSUS}`;
const dataPath = `/returns/${OWN}/data?census=${CENSUS}`;

let site: TestSite;
let owner: Owner;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  site = await testSite();
  owner = await ownerOf(site);
  await owner.admit("member", "submitter", OWN);
  browser = await launchChromium();
  page = await signIn(browser, site, "member", true);
});
afterAll(async () => {
  await browser?.close();
  await owner?.end();
});

/** A part as its template shows it, for this organisation. */
const example = (part: "assets" | "activities" | "flows" | "profile", lines: number) =>
  `${templateCsv(PARTS[part], { examples: true })
    .replaceAll("RJ1", OWN)
    .trimEnd()
    .split(/\r?\n/)
    .slice(0, lines + 1)
    .join("\n")}\n`;

const inWork = async () => (await dataShown(page, dataPath))["In work"];

test("assets in place of devices are added up, and count as devices", async () => {
  expect((await dataShown(page, dataPath)).Approved?.["Medical devices"]).not.toBe("2");
  await page.goto(path);
  await press(page, "#part-devices form[action$='/remove'] button");
  await unfold(page, "More parts");
  await upload(page, { assets: example("assets", 2) }, true);
  await page.goto(path);
  expect(await page.innerText("#part-assets")).toContain("assets.csv");
  expect(await inWork()).toMatchObject({
    "Medical devices": "2",
    "Planned maintenance jobs that fell due": "1",
    "Planned maintenance done on time": "100.0%",
  });
});

test("each further part makes known what it says it does, and says until then what is missing", async () => {
  await page.goto(dataPath);
  expect(await page.innerText("section:has(> #movement)")).toContain("What is missing");
  const files = {
    activities: example("activities", 2),
    flows: example("flows", 3),
    profile: example("profile", 1),
  };
  await page.goto(path);
  await upload(page, files, true);
  expect(await inWork()).toMatchObject({
    Joiners: "1",
    Leavers: "1",
    "Boards on which clinical engineering sits": "Medical devices group; Capital planning",
  });
  expect(await page.innerText("section:has(> #ahead)")).toContain("Illustrative");
});

test("devices and assets of one service unit are not taken together, since each device would count twice", async () => {
  await page.goto(path);
  const devices = templateCsv(PARTS.devices, { examples: true }).replaceAll("RJ1", OWN);
  await upload(page, { devices }, true);
  await page.goto(path);
  expect(await page.innerText("section:has(> #submit)")).toContain("both devices and assets");
});
