import { expect, test } from "vitest";
import { fromOwnPage } from "./from-own-page";

const own = { host: "localhost:3000", origin: "http://localhost:3000" };

test.each([
  ["our own page", own, true],
  ["our own page, said twice", { ...own, "sec-fetch-site": "same-origin" }, true],
  [
    "our own page behind a proxy",
    { host: "10.0.0.7:3000", "x-forwarded-host": "muster.example", origin: "https://muster.example" },
    true,
  ],
  [
    "behind two proxies",
    { host: "a", "x-forwarded-host": "muster.example, inner", origin: "https://muster.example" },
    true,
  ],
  ["another site", { ...own, origin: "https://elsewhere.example" }, false],
  ["another port", { ...own, origin: "http://localhost:3001" }, false],
  ["another site that hides its name", { ...own, origin: "null" }, false],
  ["another site that says so", { ...own, "sec-fetch-site": "cross-site" }, false],
  ["a neighbouring site", { ...own, "sec-fetch-site": "same-site" }, false],
  ["no page at all", { host: "localhost:3000" }, false],
  ["no host", { origin: "http://localhost:3000" }, false],
])("%s", (_, headers, expected) =>
  expect(fromOwnPage(new Headers(headers as Record<string, string>))).toBe(expected),
);
