import type { Browser, Page } from "playwright-core";
import { violations, widths } from "./accessibility";

export type PlainPageLooker = {
  /** What is wrong with the page at an address, a line each; may be asked for several at once. */
  look(url: string): Promise<string[]>;
  close(): Promise<void>;
};

/**
 * Looks pages over that hold no script but those of their own elements. A page is read with JavaScript on and off; that
 * both are one document is held first, and then what axe finds, at each width, holds for both. Two pairs of browser
 * pages do it side by side and are used again for each address: opening them is what takes long.
 */
export async function plainPageLooker(browser: Browser): Promise<PlainPageLooker> {
  const pairs = await Promise.all([openPair(browser), openPair(browser)]);
  const lines: Promise<unknown>[] = pairs.map(() => Promise.resolve());
  let asked = 0;
  return {
    look(url) {
      const at = asked++ % pairs.length;
      const pair = pairs[at] as Pair;
      const found = (lines[at] as Promise<unknown>).then(() => lookAt(pair, url));
      lines[at] = found.catch(() => {});
      return found;
    },
    async close() {
      await Promise.all(pairs.flatMap(({ on, off }) => [on, off]).map((page) => page.context().close()));
    },
  };
}

type Pair = { on: Page; off: Page };

async function openPair(browser: Browser): Promise<Pair> {
  const open = async (javaScriptEnabled: boolean) =>
    (await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 900 } })).newPage();
  const [on, off] = await Promise.all([open(true), open(false)]);
  return { on, off };
}

async function lookAt({ on, off }: Pair, url: string): Promise<string[]> {
  await Promise.all([on.goto(url), off.goto(url)]);
  const found: string[] = [];
  const [withScripts, withoutScripts] = await Promise.all([on.content(), off.content()]);
  if (withScripts !== withoutScripts) found.push("The document is another with JavaScript on");
  for (const width of widths) {
    await on.setViewportSize({ width, height: 900 });
    const wide = await on.evaluate<number>("document.documentElement.scrollWidth");
    if (wide > width) found.push(`${width} px: the page is ${wide} px wide`);
    for (const line of await on.evaluate<string[]>(CUT_OFF)) found.push(`${width} px: ${line}`);
    for (const line of await violations(on)) found.push(`${width} px: ${line}`);
  }
  return found;
}

/** Tables that begin left of what they scroll in: a sliver of their first letters could never be seen. */
const CUT_OFF = `[...document.querySelectorAll(".muster-scroll")]
  .filter((part) => part.firstElementChild.getBoundingClientRect().left < part.getBoundingClientRect().left)
  .map((part) => "the left of a table is cut off: " + part.textContent.slice(0, 60))`;
