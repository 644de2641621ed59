import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeCell, safeOwnLine, withoutApostrophe } from "./safe-csv";

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
    ["'=1", "''=1"],
    ["'-4", "'-4"],
    ["'tis", "'tis"],
    ["Ward 7", "Ward 7"],
    ['5" pump', '"5"" pump"'],
  ])("%j is written as %j", (text, written) => {
    expect(safeCell(text)).toBe(written);
  });

  it("means what it meant when it comes back, and none runs on the way", () => {
    const text = fc.oneof(
      fc
        .array(fc.constantFrom("'", "=", "-", "+", "@", "1", ".", "a", "\uff1d"), { maxLength: 6 })
        .map((all) => all.join("")),
      fc.string(),
    );
    fc.assert(
      fc.property(
        text.filter((one) => !/[",;\s|]/.test(one)),
        (value) => {
          const written = safeCell(value);
          expect(withoutApostrophe(written) ?? written).toBe(value);
          // A sender's own cell, given back and read again, is what it was when it was read first.
          const given = safeOwnLine([value]).trimEnd();
          expect(withoutApostrophe(given) ?? given).toBe(withoutApostrophe(value) ?? value);
        },
      ),
    );
  });
});
