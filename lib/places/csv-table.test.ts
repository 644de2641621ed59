import { describe, expect, test } from "vitest";
import { delimiterOf, readTable } from "./csv-table";

describe("the separator of a table", () => {
  test.each<[string, string, string]>([
    ["commas, with lists in a cell", "code,sent,groups\nA,1,x;y;z\n", ","],
    ["semicolons, with decimal commas", "code;sent;wte\nA;1;0,5\n", ";"],
    ["tabs", "code\tsent\nA\t1\n", "\t"],
    ["one column", "code\nA;B\n", ","],
  ])("is told by the header: %s", (_name, text, separator) => {
    expect(delimiterOf(text)).toBe(separator);
  });

  test("so that a row of lists keeps its cells", () => {
    const rows = readTable("code,groups,sites\nA,iso_9001;iso_13485;a;b;c,4\n", "profile.csv", ["code"]);
    if (!rows.ok) throw new Error(rows.problem.message);
    expect(rows.value[0]?.cell("groups")).toBe("iso_9001;iso_13485;a;b;c");
    expect(rows.value[0]?.cell("sites")).toBe("4");
  });
});
