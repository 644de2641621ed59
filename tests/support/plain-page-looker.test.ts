import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { launchChromium } from "./chromium";
import { type PlainPageLooker, plainPageLooker } from "./plain-page-looker";

// axe takes its time on a machine with other work.
vi.setConfig({ testTimeout: 180_000 });

/** Serves each page at an address that holds its body. */
const server = createServer((request, response) => {
  response.setHeader("content-type", "text/html; charset=utf-8");
  const body = decodeURIComponent((request.url ?? "").slice(1));
  response.end(
    `<!doctype html><html lang="en"><head><title>A page</title></head><body><main><h1>A page</h1>${body}</main></body></html>`,
  );
});

let browser: Browser;
let looker: PlainPageLooker;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  browser = await launchChromium();
  looker = await plainPageLooker(browser);
});

afterAll(async () => {
  await looker?.close();
  await browser?.close();
  server.close();
});

const look = (body: string) =>
  looker.look(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${encodeURIComponent(body)}`);

const scrolling = (left: number) =>
  `<section class="muster-scroll" tabindex="0" aria-label="Numbers" style="overflow-x:auto"><table style="margin-left:${left}px"><tr><td>Numbers</td></tr></table></section>`;

test.each([
  ["nothing against a sound page", "<p>Sound.</p>", []],
  ["what axe finds, at each width", '<img src="data:,">', [/^1280 px: image-alt/, /^375 px: image-alt/]],
  ["a page wider than a phone", '<p style="width:600px">Wide.</p>', [/^375 px: the page is \d+ px wide/]],
  [
    "a document that a script changes",
    "<p>One.</p><script>document.querySelector('p').textContent = 'Two.'</script>",
    [/another with JavaScript on/],
  ],
  [
    "a table that begins left of what it scrolls in",
    scrolling(-2),
    [/^1280 px: the left of a table is cut off: Numbers/, /^375 px: the left of a table/],
  ],
  ["nothing against a table that does not", scrolling(0), []],
])("a plain page is looked over: %s", async (_, body, lines) => {
  expect(await look(body)).toEqual(lines.map((line) => expect.stringMatching(line)));
});

test("several pages may be asked for at once, and a page that does not answer spoils no other", async () => {
  const [bad, missing, sound] = await Promise.allSettled([
    look('<img src="data:,">'),
    looker.look("http://127.0.0.1:1/"),
    look("<p>Sound.</p>"),
  ]);
  expect(bad).toMatchObject({ status: "fulfilled", value: expect.arrayContaining([expect.any(String)]) });
  expect(missing.status).toBe("rejected");
  expect(sound).toMatchObject({ status: "fulfilled", value: [] });
});
