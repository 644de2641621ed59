import { expect, test, vi } from "vitest";
import { statementName } from "./statement-names";

test("a text has one name, in every copy of the code, and no other text has it", async () => {
  vi.resetModules();
  const copy = (await import("./statement-names")).statementName;
  expect(copy).not.toBe(statementName);
  // Asked for in another order, as copies are.
  const texts = Array.from({ length: 40 }, (_, at) => `SELECT ${at}`);
  const names = texts.map(statementName);
  expect(texts.toReversed().map(copy).toReversed()).toEqual(names);
  expect(new Set(names).size).toBe(texts.length);
  expect(names.every((name) => name !== undefined && name.length < 64)).toBe(true);
});

test("beyond very many texts there are no names, and those that have one keep it", () => {
  const [first] = Array.from({ length: 2000 }, (_, at) => statementName(`SELECT 'many', ${at}`));
  expect(statementName("SELECT 'one more'")).toBeUndefined();
  expect(first).toBeDefined();
  expect(statementName("SELECT 'many', 0")).toBe(first);
});
