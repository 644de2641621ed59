import type { Browser, Page } from "playwright-core";
import { violations, widths } from "./accessibility";

export type SignedInLooker = {
  /** What is wrong with the page at an address for whoever has the cookie (`name=value`), a line each. */
  look(url: string, cookie: string | null): Promise<string[]>;
  close(): Promise<void>;
};

/**
 * Looks signed-in pages over. Theirs is the framework's script, which adds to the document nothing but itself: that is
 * held first, by reading each page with JavaScript on and off, and then what axe finds at each width holds for both.
 * The same two browser pages are used for every address: opening them is what takes long.
 */
export async function signedInLooker(browser: Browser): Promise<SignedInLooker> {
  const open = async (javaScriptEnabled: boolean) =>
    (await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 900 } })).newPage();
  const pages = await Promise.all([open(true), open(false)]);
  const [on, off] = pages;
  return {
    async look(url, cookie) {
      const [name = "", value = ""] = cookie?.split("=") ?? [];
      for (const page of pages) {
        await page.context().clearCookies();
        if (cookie) await page.context().addCookies([{ name, value, url }]);
      }
      await Promise.all([on.goto(url), off.goto(url)]);
      const found: string[] = [];
      if ((await written(on)) !== (await written(off)))
        found.push("The document is another with JavaScript on");
      for (const width of widths) {
        await on.setViewportSize({ width, height: 900 });
        const wide = await on.evaluate<number>("document.documentElement.scrollWidth");
        if (wide > width) found.push(`${width} px: the page is ${wide} px wide`);
        for (const line of await violations(on)) found.push(`${width} px: ${line}`);
      }
      return found;
    },
    async close() {
      await Promise.all(pages.map((page) => page.context().close()));
    },
  };
}

/** The document without the framework's scripts, what they ask for ahead, and the element by which they announce. */
const written = (page: Page) =>
  page.evaluate<string>(`(() => {
    const copy = document.documentElement.cloneNode(true);
    for (const part of copy.querySelectorAll("script, link[rel=preload], next-route-announcer")) part.remove();
    return copy.outerHTML;
  })()`);
