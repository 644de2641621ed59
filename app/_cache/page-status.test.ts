import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { answerWith, withPageStatus } from "./page-status.mjs";

let server: Server;
afterEach(() => void server.close());

async function serve(listener: Parameters<typeof withPageStatus>[0]): Promise<string> {
  server = createServer(withPageStatus(listener)).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("a page's status is its answer's, whichever way its head is sent", async () => {
  const url = await serve(async (request, response) => {
    await setTimeout(1);
    if (request.url !== "/there") answerWith(404);
    if (request.url === "/at-once") response.writeHead(200, { "x-kept": "yes" });
    response.end("body");
  });
  const answers = await Promise.all(["/there", "/gone", "/at-once"].map((path) => fetch(url + path)));
  expect(answers.map(({ status }) => status)).toEqual([200, 404, 404]);
  expect(answers[2]?.headers.get("x-kept")).toBe("yes");
});

test("outside a request it says nothing to anybody", () => {
  expect(() => answerWith(404)).not.toThrow();
});
