import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { atLeast, atMost, benchTable, median } from "./bench-row";
import { measureLoad } from "./measure-load";

describe("a row of the bench", () => {
  it.each([
    ["at the limit, above", atMost(50, { name: "p99", value: 50, unit: "ms" }), "≤ 50", true],
    ["over the limit", atMost(50, { name: "p99", value: 50.4, unit: "ms" }), "≤ 50", false],
    ["at the limit, below", atLeast(0.7, { name: "ratio", value: 0.7, unit: "×" }), "≥ 0.7", true],
    ["under the limit", atLeast(0.7, { name: "ratio", value: 0.6999, unit: "×" }), "≥ 0.7", false],
  ])("judges the measured value %s, not the rounded one", (_description, row, budget, holds) => {
    expect(row).toMatchObject({ budget, holds });
  });

  it("says in the table what does not hold", () => {
    const table = benchTable([atMost(5, { name: "warm start", value: 7, unit: "s" })]);
    expect(table).toMatch(/^warm start {2}7 s +≤ 5 s {3}DOES NOT HOLD$/m);
  });
});

describe("median", () => {
  it.each([
    [[3], 3],
    [[9, 1], 5],
    [[9, 1, 4], 4],
    [[9, 1, 4, 6], 5],
  ])("of %j is %d", (values, expected) => {
    expect(median(values)).toBe(expected);
  });
});

describe("measureLoad", () => {
  let server: Server;
  const serve = (handler: Parameters<typeof createServer>[1]): Promise<string> => {
    server = createServer(handler as never);
    return new Promise((resolve) =>
      server.listen(0, "127.0.0.1", () =>
        resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/page`),
      ),
    );
  };
  afterEach(() => server.close());

  it.each(["with its length", "in chunks"])("counts every answer that the server gave %s", async (how) => {
    let answered = 0;
    const url = await serve((_request, response) => {
      answered += 1;
      const body = "x".repeat(20_000);
      if (how === "in chunks") {
        response.write(body);
        setTimeout(() => response.end("end"), 1);
      } else response.setHeader("content-length", body.length).end(body);
    });
    const load = await measureLoad(url, { connections: 4, seconds: 0.3 });
    expect(load.requestsPerSecond).toBeGreaterThan(0);
    // Each of the four connections finishes the answer that it is waiting for.
    expect(Math.round(load.requestsPerSecond * 0.3)).toBeLessThanOrEqual(answered);
    expect(load.p99).toBeGreaterThanOrEqual(load.p50);
  });

  it("is an error when the server answers anything but 200", async () => {
    const url = await serve((_request, response) => {
      response.statusCode = 503;
      response.end("busy");
    });
    await expect(measureLoad(url, { connections: 1, seconds: 0.1 })).rejects.toThrow(/status 503/);
  });
});
