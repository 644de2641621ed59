import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { sendFile } from "./send-file";

type Ending =
  | { kind: "answer"; status: number; body: string }
  | { kind: "cut"; allGone: boolean }
  /** Sent, whole or in part, and then whatever the test does. */
  | { kind: "under way"; allGone: boolean };

let ending: Ending;
let sent: { method: string; address: string; headers: Record<string, string>; body: unknown } | null;

/** As much of a browser's XMLHttpRequest as is used: a body that is no JSON is no response, as `responseType` has it. */
class FakeRequest extends EventTarget {
  upload = new EventTarget();
  responseType = "";
  status = 0;
  response: unknown = null;
  #opened = { method: "", address: "" };
  #headers: Record<string, string> = {};

  open(method: string, address: string) {
    this.#opened = { method, address };
  }
  setRequestHeader(name: string, value: string) {
    this.#headers[name] = value;
  }
  send(body: unknown) {
    sent = { ...this.#opened, headers: this.#headers, body };
    this.upload.dispatchEvent(Object.assign(new Event("progress"), { loaded: 3 }));
    if (ending.kind === "answer" || ending.allGone) this.upload.dispatchEvent(new Event("load"));
    if (ending.kind === "cut") this.dispatchEvent(new Event("error"));
    if (ending.kind !== "answer") return;
    this.status = ending.status;
    expect(this.responseType).toBe("json");
    try {
      this.response = JSON.parse(ending.body);
    } catch {
      this.response = null;
    }
    this.dispatchEvent(new Event("load"));
  }
  abort() {
    this.dispatchEvent(new Event("abort"));
  }
}

const file = new File(["a,b\n"], "workforce.csv");
let progress: number[];
const send = (signal = new AbortController().signal) =>
  sendFile({
    address: "/returns/ZS001/parts/workforce",
    file,
    signal,
    onProgress: (at) => progress.push(at),
  });

beforeEach(() => {
  sent = null;
  progress = [];
  vi.stubGlobal("XMLHttpRequest", FakeRequest);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const PAGE = "<html><head><title>An error</title></head><body><h1>nginx</h1></body></html>";
const answer = (status: number, body: string): Ending => ({ kind: "answer", status, body });

test("a file that is taken is sent whole, by its address, with how much has been sent", async () => {
  ending = answer(201, '{"part":"1"}');
  expect(await send()).toEqual({ ok: true });
  expect(sent).toMatchObject({ method: "PUT", address: "/returns/ZS001/parts/workforce", body: file });
  expect(sent?.headers["content-type"]).toBe("text/csv");
  expect(progress).toEqual([3]);
});

test.each<[string, Ending, RegExp]>([
  [
    "our own refusal, with what to do",
    answer(422, '{"problem":{"code":"empty-file","message":"The file is empty.","mend":"Send another."}}'),
    /^The file is empty\. Send another\.$/,
  ],
  [
    "our own refusal that has no more to say",
    answer(409, '{"problem":{"code":"x","message":"The collection is closed."}}'),
    /^The collection is closed\.$/,
  ],
  [
    "a proxy's page for a file that is too large",
    answer(413, PAGE),
    /^The file is larger than this address takes, so nothing of it was stored\. Tell whoever runs Muster\.$/,
  ],
  [
    "a proxy's page while the site is away",
    answer(502, PAGE),
    /^The file was not taken, and the answer says only “status 502”\. Open the return again to see what is stored, then send it again/,
  ],
  ["an answer with no body at all", answer(504, ""), /“status 504”/],
  ["JSON that is not ours", answer(503, '{"error":"unavailable"}'), /“status 503”/],
  ["JSON that is nothing", answer(500, "null"), /“status 500”/],
  [
    "a connection that is cut",
    { kind: "cut", allGone: false },
    /^The connection was cut before the file had been received, so nothing of it was stored\. Send it again\.$/,
  ],
  [
    "a connection that is cut before the answer",
    { kind: "cut", allGone: true },
    /^The file was sent, and no answer came, so it may have been stored or not\. Open the return again to see/,
  ],
])("%s becomes a sentence, and no page of another's", async (_, how, words) => {
  ending = how;
  const result = await send();
  expect(result.ok).toBe(false);
  if (result.ok) return;
  expect(result.text).toMatch(words);
  expect(result.text).not.toMatch(/[<>]|undefined|null/);
});

test("one that is stopped once all of it has gone is not said to have left nothing", async () => {
  ending = { kind: "under way", allGone: true };
  const stop = new AbortController();
  const sending = send(stop.signal);
  stop.abort();
  expect(await sending).toMatchObject({ ok: false, text: expect.stringContaining("may have been stored") });
});

test("one that is stopped while it is sent says so, and one stopped before is not sent", async () => {
  ending = { kind: "under way", allGone: false };
  const stop = new AbortController();
  const sending = send(stop.signal);
  stop.abort();
  expect(await sending).toMatchObject({ ok: false, text: expect.stringContaining("You stopped the upload") });
  sent = null;
  expect(await send(stop.signal)).toEqual({ ok: false, text: "You stopped before this file was sent." });
  expect(sent).toBeNull();
});
