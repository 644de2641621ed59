import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CODE_VERSION } from "./version";

test("the code says the version of its package", () => {
  expect(CODE_VERSION).toBe(JSON.parse(readFileSync("package.json", "utf8")).version);
});
