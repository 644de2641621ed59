import { AsyncLocalStorage } from "node:async_hooks";
import { createHash } from "node:crypto";
import { inlineScriptsOf, markersOf, needsFrameworkScript, withoutFramework } from "./plain-page.mjs";

/**
 * Next's `cacheHandler`: keeps finished pages in this process's memory, bounded, and seals each before it is
 * stored, so that the first answer and every later one are the same bytes under the same policy.
 *
 * - A page marked *plain* loses the framework's scripts; any other has its inline scripts hashed into the policy.
 * - `public, max-age=0, must-revalidate` stands in place of Next's default of one year in shared caches.
 * - A page carries the number of the *edition* it was rendered from. It is served only while that is the newest
 *   edition this process knows of (see lib/services/published/edition-watch.ts). A render begun before a publish
 *   and stored after it is therefore never served, which expiry by tag or time cannot promise.
 * - Nothing is read from the disk: what `next build` prerendered without a database is never shown.
 * - An answer that is not a page (404, redirect) is not stored, so made-up addresses fill nothing.
 *
 * Next makes a new handler about three times a request, so the state is one object on `globalThis`, shared with
 * the compiled application, which cannot import this file's instance.
 */

const MAX_BYTES = 96 * 1024 * 1024;

const REVALIDATE = "public, max-age=0, must-revalidate";

const NOT_FOUND = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/><title>Page not found - Muster</title><link rel="stylesheet" href="/assets/nhsuk-frontend-10.6.1.css"/></head><body><div class="nhsuk-width-container"><main class="nhsuk-main-wrapper" id="maincontent"><h1 class="nhsuk-heading-l">Page not found</h1><p>If you typed the address, check it. If you followed a link, it may be out of date.</p><p><a href="/">Go to the national picture</a> or <a href="/places">find a place</a>.</p></main></div></body></html>`;

const MOVED =
  '<!DOCTYPE html><html lang="en"><head><title>Moved - Muster</title></head><body><p>This page has moved.</p></body></html>';

/**
 * `addresses` names the entry of each address that can be answered without the framework (see finished-answers.mjs);
 * `request` is where a request under way hears which entry it was given.
 */
export function publishedPages() {
  globalThis[Symbol.for("muster.published-pages")] ??= {
    edition: null,
    entries: new Map(),
    addresses: new Map(),
    request: new AsyncLocalStorage(),
    bytes: 0,
    sealed: 0,
  };
  return globalThis[Symbol.for("muster.published-pages")];
}

/**
 * The content security policy of a stored page. Inline styles are refused too: the pages have none.
 * @param {string[]} inlineScripts bodies of the inline scripts that may run
 */
export function policyFor(inlineScripts) {
  const hashes = new Set(
    inlineScripts.map((body) => `'sha256-${createHash("sha256").update(body).digest("base64")}'`),
  );
  return [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "img-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    ["script-src 'self'", ...hashes].join(" "),
  ].join("; ");
}

/** Puts a page in its final form, in place: Next sends the very object it gives to `set`. */
function seal(page) {
  const markers = markersOf(page.html);
  if (markers.status !== null) page.status = markers.status;
  page.headers ??= {};
  if (page.status >= 300 && page.status < 400) {
    page.html = MOVED;
    // Next has set the header on the answer already, and would add this one to it.
    delete page.headers.location;
  } else if (page.status === 404 && !markers.plain) page.html = NOT_FOUND;
  else if (markers.plain) {
    if (needsFrameworkScript(page.html))
      console.error("A plain page has an outlined Suspense boundary, so it keeps the framework's scripts.");
    else page.html = withoutFramework(page.html);
  }
  const isPage = page.status === undefined || page.status === 200;
  const storable = isPage && (!markers.plain || markers.edition !== null);
  page.headers["content-security-policy"] = policyFor(inlineScriptsOf(page.html));
  page.headers["cache-control"] = storable ? REVALIDATE : "no-store";
  publishedPages().sealed++;
  return { storable, plain: markers.plain, edition: markers.edition };
}

function sizeOf(value) {
  let bytes = 512;
  if (typeof value?.html === "string") bytes += value.html.length;
  if (value?.rscData) bytes += value.rscData.length;
  if (value?.segmentData) for (const segment of value.segmentData.values()) bytes += segment.length;
  if (value?.body) bytes += value.body.length;
  return bytes;
}

function forget(pages, key) {
  const entry = pages.entries.get(key);
  if (!entry) return;
  pages.entries.delete(key);
  pages.bytes -= entry.bytes;
  if (entry.address !== undefined) pages.addresses.delete(entry.address);
}

function keep(pages, key, entry) {
  forget(pages, key);
  if (entry.bytes > MAX_BYTES) return;
  pages.entries.set(key, entry);
  pages.bytes += entry.bytes;
  // A Map keeps the order of insertion, and `get` inserts again: the first key is the least recently used.
  for (const oldest of pages.entries.keys()) {
    if (pages.bytes <= MAX_BYTES) break;
    forget(pages, oldest);
  }
}

/** The entry of an address, unless another edition has been published since it was made. */
function currentEntry(key) {
  const pages = publishedPages();
  const entry = pages.entries.get(key);
  if (!entry) return null;
  const outdated = entry.edition !== null && pages.edition !== null && entry.edition !== pages.edition;
  if (outdated) {
    forget(pages, key);
    return null;
  }
  pages.entries.delete(key);
  pages.entries.set(key, entry);
  return entry;
}

/** Tells the request under way, if one asked, what it is given. */
function given(key, entry) {
  const request = publishedPages().request.getStore();
  if (request && entry.plain) Object.assign(request, { key, entry });
}

/** Keeps what is sent for a stored page at its address beside it, in the same bounded memory. */
export function keepAnswer(key, entry, { address, bytes, answer }) {
  const pages = publishedPages();
  if (pages.entries.get(key) !== entry) return;
  keep(pages, key, { ...entry, bytes: entry.bytes + bytes, address, answer });
  pages.addresses.set(address, key);
}

/** What is sent at an address, while its page is current. */
export function currentAnswer(address) {
  const key = publishedPages().addresses.get(address);
  return key === undefined ? undefined : currentEntry(key)?.answer;
}

async function get(key) {
  const entry = currentEntry(key);
  if (!entry) return null;
  given(key, entry);
  return { lastModified: entry.lastModified, value: entry.value, cacheControl: entry.cacheControl };
}

async function set(key, value, context) {
  const pages = publishedPages();
  if (value === null) return forget(pages, key);
  let edition = null;
  let plain = false;
  if (value.kind === "APP_PAGE" && typeof value.html === "string") {
    const sealed = seal(value);
    if (!sealed.storable) return;
    ({ edition, plain } = sealed);
    // Another process published, and this page was rendered before its notification came.
    if (edition !== null && edition > (pages.edition ?? 0)) pages.edition = edition;
  }
  const entry = {
    value,
    edition,
    plain,
    bytes: sizeOf(value),
    lastModified: Date.now(),
    cacheControl: context?.cacheControl,
  };
  keep(pages, key, entry);
  given(key, entry);
}

/** Nothing published is expired by tag; if another page asks for it, every entry goes. */
async function revalidateTag() {
  const pages = publishedPages();
  pages.entries.clear();
  pages.addresses.clear();
  pages.bytes = 0;
}

/** Called with `new` by Next; the handler itself has no state. */
export default function PublishedPageCache() {
  return { get, set, revalidateTag, resetRequestCache() {} };
}
