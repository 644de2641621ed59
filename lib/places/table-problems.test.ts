import { describe, expect, test } from "vitest";
import { committedTables } from "@/tests/support/committed-tables";
import type { Place, PlaceMembership } from "./place";
import type { ReferenceTables } from "./reference-tables";
import { tableProblems } from "./table-problems";

const place = (
  code: string,
  level: Place["level"],
  opens: string | null = null,
  closes: string | null = null,
): Place => ({
  code,
  level,
  name: code,
  kind: null,
  benchmarkGroup: null,
  postcode: null,
  onsCode: null,
  opens,
  closes,
  synthetic: false,
});
const row = (
  child: string,
  parent: string,
  from: string | null = null,
  to: string | null = null,
): PlaceMembership => ({
  child,
  parent,
  from,
  to,
  evidence: "fact",
  note: null,
});
const tables = (organisation: Place, memberships: PlaceMembership[]): ReferenceTables => ({
  places: [
    place("KKK", "united_kingdom"),
    place("AAA", "nation"),
    place("BBB", "nation", "2026-04-01"),
    organisation,
  ],
  memberships: [row("AAA", "KKK"), row("BBB", "KKK", "2026-04-01"), ...memberships],
  names: [],
  successions:
    organisation.closes === null ? [] : [{ from: "OOO", to: null, date: null, kind: "closure", note: null }],
  formerCodes: [],
});
const open = place("OOO", "organisation");

describe("the reference tables agree with one another", () => {
  test("the committed ones do", () => {
    expect(tableProblems(committedTables())).toEqual([]);
  });

  test.each<[string, ReferenceTables, RegExp | null]>([
    ["one parent for always", tables(open, [row("OOO", "AAA")]), null],
    [
      "a dated move",
      tables(open, [row("OOO", "AAA", null, "2026-03-31"), row("OOO", "BBB", "2026-04-01")]),
      null,
    ],
    ["a move without its date", tables(open, [row("OOO", "AAA"), row("OOO", "BBB")]), /two parents/],
    [
      "a move whose end is blank",
      tables(open, [row("OOO", "AAA"), row("OOO", "BBB", "2026-04-01")]),
      /two parents/,
    ],
    [
      "overlapping days",
      tables(open, [row("OOO", "AAA", null, "2026-04-01"), row("OOO", "BBB", "2026-04-01")]),
      /two parents/,
    ],
    [
      "a day between",
      tables(open, [row("OOO", "AAA", null, "2026-03-30"), row("OOO", "BBB", "2026-04-01")]),
      /no parent from/,
    ],
    ["no parent at all", tables(open, []), /no parent/],
    ["a parent not yet open", tables(open, [row("OOO", "BBB")]), /days when BBB is not open/],
    ["an unknown parent", tables(open, [row("OOO", "XXX")]), /XXX, which is not in the places/],
    ["a parent of the same level", tables(open, [row("OOO", "OOO")]), /not of a higher level/],
    [
      "a membership beyond its closing",
      tables(place("OOO", "organisation", null, "2020-01-01"), [row("OOO", "AAA")]),
      /too many/,
    ],
    [
      "a place given twice",
      { ...tables(open, [row("OOO", "AAA")]), places: [...tables(open, []).places, open] },
      /OOO is given twice/,
    ],
    [
      "a closed place without succession",
      {
        ...tables(place("OOO", "organisation", null, "2020-01-01"), [row("OOO", "AAA", null, "2020-01-01")]),
        successions: [],
      },
      /has no succession/,
    ],
    [
      "a name of no place",
      { ...tables(open, [row("OOO", "AAA")]), names: [{ code: "ZZZ", name: "Old", until: null }] },
      /ZZZ is named but is not in the places/,
    ],
  ])("%s", (_, given, expected) => {
    const problems = tableProblems(given).join("\n");
    if (expected === null) expect(problems).toBe("");
    else expect(problems).toMatch(expected);
  });
});
