import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { answerFinished } from "./finished-answers.mjs";
import PublishedPageCache, { publishedPages } from "./published-page-cache.mjs";

/** As the framework does it: a page is made once, stored through the handler, and sent with headers of its own. */
let asked: string[] = [];
let newest = 1;
let made = { isPlain: true, status: 200 };

const framework = answerFinished(async (request, response) => {
  asked.push(request.url ?? "");
  const key = `key of ${request.url}`;
  const stored = await new PublishedPageCache().get(key);
  const page = (stored?.value ?? {
    kind: "APP_PAGE",
    status: made.status,
    html: `<html><head>${made.isPlain ? '<meta name="muster-page" content="plain"/>' : ""}<meta name="muster-edition" content="${newest}"/></head><body>${request.url} of ${newest}</body></html>`,
  }) as { html: string; status?: number; headers: Record<string, string> };
  if (!stored) await new PublishedPageCache().set(key, page);
  response.statusCode = page.status ?? 200;
  response.setHeader("x-content-type-options", "nosniff");
  for (const [name, value] of Object.entries(page.headers)) response.setHeader(name, value);
  response.setHeader("x-nextjs-cache", stored ? "HIT" : "MISS");
  response.setHeader("content-length", Buffer.byteLength(page.html));
  response.setHeader("etag", `"framework's of ${request.url} of ${newest}"`);
  response.end(page.html);
});

let server: Server;
beforeAll(
  () =>
    new Promise<void>((resolve) => {
      server = createServer(framework).listen(0, "127.0.0.1", resolve);
    }),
);
afterAll(() => server.close());

beforeEach(async () => {
  const pages = publishedPages();
  await new PublishedPageCache().revalidateTag();
  pages.edition = 1;
  [asked, newest, made] = [[], 1, { isPlain: true, status: 200 }];
});

type Answer = { status: number; headers: Record<string, unknown>; body: Buffer };

const ask = (path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    request({ host: "127.0.0.1", port, path, method, headers }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on("data", (piece) => pieces.push(piece));
      answer.on("end", () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(pieces) }),
      );
    })
      .on("error", reject)
      .end();
  });

test("the second reader of a page is answered without the framework, with the first one's page and headers", async () => {
  const first = await ask("/places/Y56");
  const second = await ask("/places/Y56");
  expect(asked).toEqual(["/places/Y56"]);
  expect(second.status).toBe(200);
  expect(second.body).toEqual(first.body);
  for (const name of ["content-security-policy", "cache-control", "x-content-type-options", "content-length"])
    expect(second.headers[name]).toBe(first.headers[name]);
  expect(second.headers["x-nextjs-cache"]).toBe("HIT");
});

test("a page of an edition that is no longer the newest is made anew, and then kept again", async () => {
  await ask("/places/Y56");
  publishedPages().edition = 2;
  newest = 2;
  expect((await ask("/places/Y56")).body.toString()).toContain("of 2");
  expect((await ask("/places/Y56")).body.toString()).toContain("of 2");
  expect(asked).toHaveLength(2);
});

test("a reader who takes gzip gets the same page in fewer bytes", async () => {
  const { body } = await ask("/");
  const zipped = await ask("/", { "accept-encoding": "br, gzip, deflate" });
  expect(zipped.headers["content-encoding"]).toBe("gzip");
  expect(zipped.headers["content-length"]).toBe(`${zipped.body.length}`);
  expect(gunzipSync(zipped.body)).toEqual(body);
});

test.each(["gzip;q=0", "identity", "br, gzip; q=0.0, deflate"])(
  "a reader who accepts %s gets it as it is",
  async (accepted) => {
    const { body } = await ask("/");
    const again = await ask("/", { "accept-encoding": accepted });
    expect(again.headers["content-encoding"]).toBeUndefined();
    expect(again.body).toEqual(body);
  },
);

test("a reader who holds the page is told so, with the policy; one who reloads without a cache is sent it", async () => {
  await ask("/");
  const { etag } = (await ask("/")).headers as { etag: string };
  const known = await ask("/", { "if-none-match": `"other", ${etag}` });
  expect([known.status, known.body.length]).toEqual([304, 0]);
  expect(known.headers["content-security-policy"]).toContain("script-src 'self'");
  // The first reader was answered by the framework, with the same bytes under another fingerprint.
  expect((await ask("/", { "if-none-match": '"framework\'s of / of 1"' })).status).toBe(304);
  expect((await ask("/", { "if-none-match": '"other"' })).status).toBe(200);
  expect((await ask("/", { "if-none-match": etag, "cache-control": "no-cache" })).status).toBe(200);
});

test("HEAD is answered with the page's headers alone", async () => {
  const { headers } = await ask("/");
  const head = await ask("/", {}, "HEAD");
  expect(head.body.length).toBe(0);
  expect(head.headers["content-length"]).toBe(headers["content-length"]);
  expect(asked).toHaveLength(1);
});

test.each([
  ["another method", ["/", {}, "POST"]],
  ["a query", ["/?q=london", {}, "GET"]],
  ["a letter spelt in another way", ["/%70laces", {}, "GET"]],
  ["the framework's own client", ["/", { rsc: "1" }, "GET"]],
  ["its look ahead", ["/", { "next-router-prefetch": "1" }, "GET"]],
] as const)("%s is the framework's to answer", async (_, [path, headers, method]) => {
  for (let round = 0; round < 3; round += 1) await ask(path, { ...headers }, method);
  expect(asked).toHaveLength(3);
});

test.each([
  ["a page that is not plain", { isPlain: false }],
  ["an address that is no page", { status: 404 }],
])("%s is the framework's to answer each time", async (_, given) => {
  made = { ...made, ...given };
  for (let round = 0; round < 3; round += 1) await ask("/places/ZZZ");
  expect(asked).toHaveLength(3);
});

test("what is kept for a page counts towards the memory allowed, and goes with it", async () => {
  await ask("/");
  const before = publishedPages().bytes;
  await ask("/places/Y56");
  const { body } = await ask("/places/Y56");
  // The text as it was stored, with 512 for its entry, and beside it the two forms that are sent.
  expect(publishedPages().bytes - before).toBeGreaterThan(512 + 2 * body.length);
  await new PublishedPageCache().set("key of /places/Y56", null);
  expect(publishedPages().bytes).toBe(before);
  expect([...publishedPages().addresses.keys()]).toEqual(["/"]);
});
