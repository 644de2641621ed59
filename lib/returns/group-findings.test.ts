import { describe, expect, it } from "vitest";
import { groupFindings, matchesFilter } from "./group-findings";
import type { Finding } from "./report";

const finding = (code: string, line: number | null, more: Partial<Finding> = {}): Finding => ({
  severity: "error",
  code,
  line,
  column: "afc_band",
  header: "Band",
  position: 6,
  value: "10",
  message: "“10” is not a value of afc_band.",
  mend: "Use one of 2 to 9.",
  ...more,
});
const many = (code: string, count: number, more: Partial<Finding> = {}) =>
  Array.from({ length: count }, (_, index) => finding(code, index + 2, more));
const counted = (code: string, count: number) => ({ code, severity: "error" as const, count });

describe("looking for findings", () => {
  it.each([
    ["a value", { search: "10" }, true],
    ["the sender's header, in any case", { search: "bAND" }, true],
    ["words of the message", { search: "not a value" }, true],
    ["a line by its number", { search: "1204" }, true],
    ["a line by its number in words", { search: "line 1,204" }, true],
    ["another line", { search: "line 12" }, false],
    ["what stands nowhere", { search: "renal" }, false],
    ["what its rule is about", { subject: "cells" }, true],
    ["what another rule is about", { subject: "posts" }, false],
    ["its column", { column: "afc_band" }, true],
    ["another column", { column: "role" }, false],
    ["its severity and another rule", { severity: "error" as const, rule: "required" }, false],
    ["nothing but spaces", { search: "  " }, true],
  ])("by %s", (_, filter, found) => {
    expect(matchesFilter(filter)(finding("not-allowed", 1204))).toBe(found);
  });
});

describe("findings by rule", () => {
  it("give each rule its share of what is shown, and count all", () => {
    const findings = [...many("a", 900), ...many("b", 900), ...many("c", 10)];
    const groups = groupFindings(
      [counted("a", 23_411), counted("b", 900), counted("c", 10)],
      findings,
      {},
      1000,
    );
    expect(
      groups.map(({ code, count, matching, findings: { length } }) => [code, count, matching, length]),
    ).toEqual([
      ["a", 23_411, 23_411, 495],
      ["b", 900, 900, 495],
      ["c", 10, 10, 10],
    ]);
  });

  it("count what matches among those that are kept once words are looked for, and leave out rules without any", () => {
    const findings = [...many("a", 1000), finding("b", 7, { value: "Tech" })];
    const groups = groupFindings([counted("a", 5000), counted("b", 1)], findings, { search: "tech" }, 1000);
    expect(groups.map(({ code, matching }) => [code, matching])).toEqual([["b", 1]]);
  });

  it("say which wrong value stands in several cells, where the value alone is wrong", () => {
    const findings = [
      ...many("not-allowed", 3),
      finding("not-allowed", 9, { value: "12" }),
      ...many("not-allowed", 2, { column: "role", position: 4, value: "Tech" }),
      ...many("band-against-role", 3),
    ];
    const groups = groupFindings(
      [counted("not-allowed", 6), counted("band-against-role", 3)],
      findings,
      {},
      100,
    );
    expect(groups.map(({ same }) => same)).toEqual([
      [
        { column: "afc_band", position: 6, value: "10", cells: 3, more: false },
        { column: "role", position: 4, value: "Tech", cells: 2, more: false },
      ],
      [],
    ]);
  });
});
