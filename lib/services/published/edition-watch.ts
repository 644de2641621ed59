import { listenForEditions } from "@/db/edition-listener";

/** What the cache handler of published pages keeps; see app/_cache/published-page-cache.mjs, which reads it. */
type PublishedPages = { edition: number | null; watching?: boolean };

const KEY = Symbol.for("muster.published-pages");

/**
 * Keeps this process's page cache told which edition is the newest. Called by every reading of a published page, it
 * begins once a process: before the first reading nothing is cached that could be out of date.
 */
export function watchEditions(url: string): void {
  const shared = globalThis as unknown as Record<symbol, PublishedPages | undefined>;
  const pages = shared[KEY];
  // Without the handler (`next dev`) nothing is kept, so there is nothing to tell.
  if (!pages || pages.watching) return;
  pages.watching = true;
  listenForEditions(url, (edition) => {
    pages.edition = edition;
  });
}
