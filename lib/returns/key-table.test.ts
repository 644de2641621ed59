import { describe, expect, it } from "vitest";
import { createKeyTable, createNumberList } from "./key-table";

describe("a key table", () => {
  it("numbers distinct keys in the order in which they come, however many", () => {
    const table = createKeyTable();
    const number = (...parts: (string | null)[]) => {
      table.begin();
      parts.forEach(table.add);
      return table.number();
    };
    for (let key = 0; key < 50_000; key++) expect(number(`P${key}`, "x")).toBe(key);
    for (let key = 0; key < 50_000; key += 997) expect(number(`P${key}`, "x")).toBe(key);
    expect(table.size()).toBe(50_000);
  });

  it("tells parts from their joining", () => {
    const table = createKeyTable();
    const keys = [
      ["ab", "c"],
      ["a", "bc"],
      ["abc", null],
      [null, "abc"],
      ["ab\uffff", "c"],
    ];
    for (const parts of keys) {
      table.begin();
      parts.forEach(table.add);
      table.number();
    }
    expect(table.size()).toBe(keys.length);
  });
});

describe("a number list", () => {
  it("is 0 where nothing was set, and grows", () => {
    const list = createNumberList();
    list.set(5000, 1.5);
    expect([list.get(5000), list.get(4999), list.get(1e6)]).toEqual([1.5, 0, 0]);
  });
});
