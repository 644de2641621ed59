import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lookOver } from "./accessibility";
import { launchChromium } from "./chromium";

/** Serves each page at an address that holds its body. */
const server = createServer((request, response) => {
  const body = decodeURIComponent((request.url ?? "").slice(1));
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.setHeader("content-security-policy", "script-src 'none'");
  response.end(
    `<!doctype html><html lang="en"><head><title>A page</title></head><body><main><h1>A page</h1>${body}</main></body></html>`,
  );
});

describe("looking a page over", () => {
  let browser: Browser;
  let page: (body: string) => string;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    page = (body) => `http://127.0.0.1:${port}/${encodeURIComponent(body)}`;
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  test("finds nothing against a sound page", async () => {
    expect(await lookOver(browser, page("<p>Sound.</p>"))).toEqual([]);
  });

  test("finds a picture without words, at each width, with JavaScript on and off", async () => {
    const found = await lookOver(browser, page('<img src="data:,">'));
    expect(found.map((line) => line.split(": ").slice(0, 2))).toEqual([
      ["1280 px, JavaScript on", "image-alt"],
      ["375 px, JavaScript on", "image-alt"],
      ["1280 px, JavaScript off", "image-alt"],
      ["375 px, JavaScript off", "image-alt"],
    ]);
  });

  test("sees without JavaScript what is shown only then", async () => {
    const found = await lookOver(browser, page('<noscript><img src="data:,"></noscript>'));
    expect(found.map((line) => line.split(": ").slice(0, 2))).toEqual([
      ["1280 px, JavaScript off", "image-alt"],
      ["375 px, JavaScript off", "image-alt"],
    ]);
  });

  test("finds what a phone cannot show without scrolling sideways", async () => {
    const found = await lookOver(browser, page('<div style="width: 600px">Wide.</div>'), {
      javascript: [true],
    });
    expect(found).toEqual([expect.stringMatching(/^375 px, JavaScript on: the page is \d+ px wide$/)]);
  });
});
