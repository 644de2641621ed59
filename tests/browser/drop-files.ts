import type { Page } from "playwright-core";

/** A file to drop, as text or bytes; a long one is made in the browser, of a line that repeats. */
export type Dropped = { name: string; text?: string; bytes?: Uint8Array; line?: string; times?: number };

/** Drops files on the page as a person does with the mouse. */
export async function dropFiles(page: Page, files: readonly Dropped[]): Promise<void> {
  const given = JSON.stringify(files.map(({ bytes, ...file }) => ({ ...file, bytes: bytes && [...bytes] })));
  await page.evaluate(`(() => {
    const transfer = new DataTransfer();
    for (const { name, text = "", bytes = [], line = "", times = 0 } of ${given})
      transfer.items.add(
        new File([Uint8Array.from(bytes), text, line.repeat(times)], name, { type: "text/csv" }),
      );
    document.querySelector(".muster-drop")
      .dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
  })()`);
}

/** Opens a page that checks files, once it knows whose it checks: what is dropped earlier is lost. */
export async function openToDrop(page: Page, path: string): Promise<void> {
  // What the page before asked for may still be on its way: it would be taken for this page's.
  await page.goto("about:blank");
  const known = page.waitForResponse((response) => response.url().includes("/check-context"));
  await page.goto(path);
  await known;
}
