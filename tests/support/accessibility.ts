import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The widths at which every page is looked at: a desk's and a phone's. */
export const widths = [1280, 375] as const;

/** What axe finds against a page as it stands, a line each: rule, help, and where. No rule is disabled. */
export async function violations(page: Page): Promise<string[]> {
  // Evaluated by the debugger, so that the page's own content security policy stays as it is; once a page, since it
  // takes most of a second.
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axe);
  const results = await page.evaluate<AxeResults>("axe.run(document, { resultTypes: ['violations'] })");
  return results.violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
}

type Options = BrowserContextOptions & { javascript?: readonly boolean[] };

/**
 * Opens an address with JavaScript on and off, and gives what axe finds at each width and whether the page is wider
 * than the window, each line beginning with how it was looked at.
 */
export async function lookOver(browser: Browser, url: string, options: Options = {}): Promise<string[]> {
  const { javascript = [true, false], ...given } = options;
  const found: string[] = [];
  for (const javaScriptEnabled of javascript) {
    const context = await browser.newContext({ ...given, javaScriptEnabled });
    try {
      const page = await context.newPage();
      await page.goto(url);
      const looked = javaScriptEnabled ? page : await copyWithoutScripts(page, url);
      for (const width of widths) {
        const how = `${width} px, JavaScript ${javaScriptEnabled ? "on" : "off"}`;
        await looked.setViewportSize({ width, height: 900 });
        const wide = await looked.evaluate<number>("document.documentElement.scrollWidth");
        if (wide > width) found.push(`${how}: the page is ${wide} px wide`);
        for (const line of await violations(looked)) found.push(`${how}: ${line}`);
      }
      await looked.context().close();
    } finally {
      await context.close();
    }
  }
  return found;
}

/**
 * axe needs promises, and those do not run while scripts are off. So the page as it was read without scripts, with
 * none left in it and with what stands in `noscript` in plain view, is opened again where they are on.
 */
async function copyWithoutScripts(page: Page, url: string): Promise<Page> {
  const html = await page.evaluate<string>(`
    for (const script of document.querySelectorAll("script")) script.remove();
    for (const part of document.querySelectorAll("noscript")) part.replaceWith(...part.childNodes);
    "<!doctype html>" + document.documentElement.outerHTML`);
  const browser = page.context().browser();
  if (!browser) throw new Error("The page belongs to no browser");
  const context = await browser.newContext({ storageState: await page.context().storageState() });
  const copy = await context.newPage();
  await copy.route(url, (route) => route.fulfill({ body: html, contentType: "text/html; charset=utf-8" }));
  await copy.goto(url);
  return copy;
}
