import { createHash } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import PublishedPageCache, { publishedPages } from "./published-page-cache.mjs";

type Page = {
  kind: string;
  html: string;
  status?: number;
  headers?: Record<string, string>;
  rscData?: Buffer;
};

const page = (head: string, body = "", status?: number): Page => ({
  kind: "APP_PAGE",
  html: `<html><head>${head}</head><body>${body}<script>boot()</script></body></html>`,
  ...(status ? { status } : {}),
});
const PLAIN = '<meta name="muster-page" content="plain"/>';
const edition = (name: number) => `<meta name="muster-edition" content="${name}"/>`;
const hit = async (key: string) => (await new PublishedPageCache().get(key)) !== null;

beforeEach(() => {
  const pages = publishedPages();
  pages.entries.clear();
  pages.bytes = 0;
  pages.edition = null;
});

test("a plain page is stored without a script, under a policy that allows none inline", async () => {
  const sent = page(PLAIN + edition(1));
  await new PublishedPageCache().set("/places/Y56", sent);
  expect(sent.html).not.toContain("<script");
  expect(sent.headers?.["content-security-policy"]).toContain("script-src 'self'");
  expect(sent.headers?.["content-security-policy"]).not.toContain("sha256");
  expect(sent.headers?.["cache-control"]).toBe("public, max-age=0, must-revalidate");
});

test("the page that a later reader gets is the very page that the first got, with the same policy", async () => {
  const sent = page(PLAIN + edition(1));
  await new PublishedPageCache().set("/", sent);
  expect((await new PublishedPageCache().get("/"))?.value).toBe(sent);
});

test("another page keeps its scripts, each hashed into the policy", async () => {
  const sent = page("");
  await new PublishedPageCache().set("/sign-in", sent);
  const hash = createHash("sha256").update("boot()").digest("base64");
  expect(sent.html).toContain("<script>boot()</script>");
  expect(sent.headers?.["content-security-policy"]).toContain(`script-src 'self' 'sha256-${hash}'`);
  expect(await hit("/sign-in")).toBe(true);
});

test.each([
  ["the edition it was made from is the newest known", 1, 1, true],
  ["no edition was known when it came", 1, null, true],
  ["another edition has been published since", 1, 2, false],
  ["the database has been put back to an earlier edition", 2, 1, false],
])("a stored page where %s", async (_, made, known, served) => {
  await new PublishedPageCache().set("/", page(PLAIN + edition(made)));
  publishedPages().edition = known;
  expect(await hit("/")).toBe(served);
});

test("a page newer than this process has heard of makes the older ones outdated", async () => {
  const cache = new PublishedPageCache();
  await cache.set("/old", page(PLAIN + edition(1)));
  await cache.set("/new", page(PLAIN + edition(2)));
  expect([await hit("/old"), await hit("/new")]).toEqual([false, true]);
});

test("a render begun before a publish and stored after it is not served", async () => {
  const begunBefore = page(PLAIN + edition(1));
  publishedPages().edition = 2;
  await new PublishedPageCache().set("/", begunBefore);
  expect(await hit("/")).toBe(false);
});

test.each([
  ["a 404 of the framework", page("", "", 404), "Page not found"],
  [
    "a plain page that says it is missing",
    page(`${PLAIN}${edition(1)}<meta name="muster-status" content="404"/>`, "No place has the code ZZZ"),
    "No place has the code ZZZ",
  ],
])("%s is a finished document, sent and not stored", async (_, sent, text) => {
  await new PublishedPageCache().set("/places/ZZZ", sent);
  expect(sent.status).toBe(404);
  expect(sent.html).toContain(text);
  expect(sent.html).not.toContain("<script");
  expect(sent.headers?.["cache-control"]).toBe("no-store");
  expect(await hit("/places/ZZZ")).toBe(false);
});

test.each([
  ["a redirect", page("", "", 307)],
  ["a plain page without an edition", page(PLAIN)],
])("%s is not stored", async (_, sent) => {
  await new PublishedPageCache().set("/x", sent);
  expect(sent.headers?.["cache-control"]).toBe("no-store");
  expect(await hit("/x")).toBe(false);
});

test("a redirect is sent without the framework, and its address once", async () => {
  const sent = { ...page("", "", 307), headers: { location: "/places/Y56/r2" } };
  await new PublishedPageCache().set("/places/Y56/latest", sent);
  expect(sent.html).not.toContain("<script");
  expect(sent.headers).not.toHaveProperty("location");
  expect((sent.headers as Record<string, string>)["content-security-policy"]).not.toContain("sha256");
});

test("memory is bounded, and the least recently used page goes first", async () => {
  const large = Buffer.alloc(40 * 1024 * 1024);
  const cache = new PublishedPageCache();
  await cache.set("/a", { ...page(PLAIN + edition(1)), rscData: large });
  await cache.set("/b", { ...page(PLAIN + edition(1)), rscData: large });
  await cache.get("/a");
  await cache.set("/c", { ...page(PLAIN + edition(1)), rscData: large });
  expect([await hit("/a"), await hit("/b"), await hit("/c")]).toEqual([true, false, true]);
  expect(publishedPages().bytes).toBeLessThan(96 * 1024 * 1024);
});

test("a page that Next drops is dropped", async () => {
  await new PublishedPageCache().set("/", page(PLAIN + edition(1)));
  await new PublishedPageCache().set("/", null);
  expect(await hit("/")).toBe(false);
  expect(publishedPages().bytes).toBe(0);
});
