import { once } from "node:events";
import type { RequestListener, Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { createSiteServer } from "./site-server.mjs";

const QUIET = 100;

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(handler: RequestListener): Promise<number> {
  server = createSiteServer(handler, QUIET);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}
const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const HEAD = "PUT / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 12\r\n\r\n";

test("a request may take as long as it needs; its head may not", () => {
  server = createSiteServer(() => {});
  expect(server.requestTimeout).toBe(0);
  expect(server.headersTimeout).toBe(60_000);
  expect(server.timeout).toBe(120_000);
});

test("an upload that keeps coming is taken, though it lasts longer than the silence allowed", async () => {
  const port = await serve(async (request, response) => {
    let text = "";
    for await (const piece of request) text += piece;
    response.end(text);
  });
  const socket = connect(port, "127.0.0.1");
  socket.write(HEAD);
  for (const letter of "twelve bytes") {
    await later(QUIET / 4);
    socket.write(letter);
  }
  let answer = "";
  for await (const piece of socket) answer += piece;
  expect(answer).toMatch(/twelve bytes$/);
});

test("an upload that goes silent half-way is ended, and its handler is told", async () => {
  let told: Promise<unknown> = Promise.resolve();
  const port = await serve((request) => {
    request.resume();
    told = once(request, "error");
  });
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => {});
  socket.write(`${HEAD}half`);
  await once(socket, "close");
  expect(await told).toMatchObject([{ code: "ECONNRESET" }]);
});

test("an answer that is long in the making is waited for", async () => {
  const port = await serve(async (request, response) => {
    for await (const _ of request);
    await later(QUIET * 4);
    response.end("checked");
  });
  const answer = await fetch(`http://127.0.0.1:${port}`, { method: "PUT", body: "a file" });
  expect(await answer.text()).toBe("checked");
});
