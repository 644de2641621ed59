import { describe, expect, it } from "vitest";
import { safeCell } from "./safe-csv";

describe("a cell of a file that we write", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+SUM(A1)", "'+SUM(A1)"],
    ["@cmd", "'@cmd"],
    ["-2+3", "'-2+3"],
    ["\uff1d1", "'\uff1d1"],
    ["\t=1", `"'\t=1"`],
    ["=A1,B1", `"'=A1,B1"`],
    ["-12.5", "-12.5"],
    ["+4", "+4"],
    ["-", "-"],
    ["Ward 7", "Ward 7"],
    ['5" pump', '"5"" pump"'],
  ])("%j is written as %j", (text, written) => {
    expect(safeCell(text)).toBe(written);
  });
});
