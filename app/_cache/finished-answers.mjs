import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { currentAnswer, keepAnswer, publishedPages } from "./published-page-cache.mjs";

/**
 * Answers a warm published page from memory, before the framework sees the request: what is sent for a plain page
 * depends on its address alone, and routing, hashing and compressing it anew for each reader costs twenty times as much.
 *
 * The first reader is answered by the framework. What it sent is kept beside the stored page, headers and all, and
 * lives and dies with it, so that there is one rule of freshness and one place for each header.
 * Whatever is out of the ordinary (a query, another method, the framework's own requests) goes to the framework.
 */

/** Requests of the framework's own client, which wants something else than the page. */
const FRAMEWORK_HEADERS = [
  "rsc",
  "next-action",
  "next-router-prefetch",
  "next-router-segment-prefetch",
  "next-router-state-tree",
];

/** Headers of one sending, or of the form of its body. */
const NOT_KEPT = new Set([
  "connection",
  "content-encoding",
  "content-length",
  "date",
  "etag",
  "keep-alive",
  "transfer-encoding",
  "x-nextjs-cache",
]);

/** Whether a request can be one for a finished page, as nearly all are. */
function isPlainRequest({ method, url, headers }) {
  if (method !== "GET" && method !== "HEAD") return false;
  // A letter spelt in another way, a query, a file: the framework decides what is meant.
  if (!/^\/[A-Za-z0-9/_-]*$/.test(url)) return false;
  return FRAMEWORK_HEADERS.every((name) => headers[name] === undefined);
}

/**
 * A listener for a Node server.
 * @param {(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => void} framework
 */
export function answerFinished(framework) {
  return (request, response) => {
    if (!isPlainRequest(request)) return framework(request, response);
    const address = request.url;
    const answer = currentAnswer(address);
    if (answer) return send(request, response, answer);
    const served = {};
    response.on("finish", () => learn(address, served, response));
    return publishedPages().request.run(served, () => framework(request, response));
  };
}

/** Keeps what the framework has just sent, if it was a stored page as it stands. */
function learn(address, { key, entry }, response) {
  if (!entry || entry.answer || response.statusCode !== 200) return;
  const whole = Buffer.from(entry.value.html);
  const zipped = gzipSync(whole, { level: 9 });
  const kept = Object.entries(response.getHeaders())
    .filter(([name]) => !NOT_KEPT.has(name))
    .flatMap(([name, value]) => [name, String(value)]);
  // Weak: one for both forms of the body.
  const fingerprint = `W/"${createHash("sha256").update(whole).digest("base64url").slice(0, 22)}"`;
  const headers = [...kept, "etag", fingerprint, "x-nextjs-cache", "HIT"];
  const answer = {
    // Who was answered by the framework, before this was learned, holds the same bytes under its fingerprint.
    fingerprints: [fingerprint, response.getHeader("etag")].filter(Boolean).map(String),
    headers,
    whole: { body: whole, headers: [...headers, "content-length", whole.length] },
    zipped: {
      body: zipped,
      headers: [...headers, "content-encoding", "gzip", "content-length", zipped.length],
    },
  };
  keepAnswer(key, entry, { address, answer, bytes: whole.length + zipped.length });
}

function send(request, response, answer) {
  if (isKnown(request.headers, answer.fingerprints)) {
    response.writeHead(304, answer.headers);
    response.end();
    return;
  }
  const { body, headers } = takesGzip(request.headers["accept-encoding"]) ? answer.zipped : answer.whole;
  response.writeHead(200, headers);
  response.end(request.method === "HEAD" ? undefined : body);
}

const takesGzip = (accepted) =>
  accepted !== undefined && /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(accepted);

/** Whether the reader holds this very page already; one who reloads without its cache says so. */
function isKnown(headers, fingerprints) {
  const known = headers["if-none-match"];
  if (known === undefined || /\bno-cache\b/.test(headers["cache-control"] ?? "")) return false;
  if (known.trim() === "*") return true;
  const held = known.split(",").map((one) => strong(one.trim()));
  return fingerprints.some((one) => held.includes(strong(one)));
}

const strong = (fingerprint) => fingerprint.replace(/^W\//, "");
