import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../support/chromium";
import { testSite } from "../support/site";

describe("the site of the browser tests", () => {
  let browser: Browser;
  let url: string;
  beforeAll(async () => {
    url = (await testSite()).url;
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test("answers on its own address in a real browser", async () => {
    const page = await browser.newPage();
    const response = await page.goto(url);
    expect(response?.status()).toBe(200);
    expect(await page.locator("h1").count()).toBe(1);
  });
});
