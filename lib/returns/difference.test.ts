import { describe, expect, it, test } from "vitest";
import { differenceOf, isNoDifference, NO_ROWS, type RowCounts, type Sides } from "./difference";
import { differenceInWords, removalInWords, unkeyedInWords } from "./difference-words";
import type { PartName } from "./part";
import { removalReason } from "./removal-reason";
import { rowKey } from "./row-keys";
import { changedColumns, changeInWords, changesOf, rowInWords } from "./row-words";

const counts = (changes: Partial<RowCounts>): RowCounts => ({ ...NO_ROWS, ...changes });
const sides = (
  now: readonly PartName[],
  before: readonly PartName[],
  of: Partial<Record<PartName, Partial<RowCounts>>> = {},
  withErrors: readonly PartName[] = [],
): Sides => ({
  now: new Set(now),
  before: new Set(before),
  withErrors: new Set(withErrors),
  counts: new Map(Object.entries(of).map(([part, changes]) => [part as PartName, counts(changes)])),
});
const only = (given: Sides) => {
  const { parts, removals } = differenceOf(given);
  return { state: parts[0]?.state, words: parts[0] && differenceInWords(parts[0]), removals };
};

describe("what two versions of a part differ in", () => {
  const keyed = { now: 20, before: 20, same: 18, changed: 2 };
  test.each([
    ["rows that match", sides(["workforce"], ["workforce"], { workforce: keyed }), "matched"],
    ["a part that was not there", sides(["flows"], [], { flows: { unkeyedNow: 3 } }), "only-now"],
    ["a part that is not there", sides([], ["profile"], { profile: { before: 1, removed: 1 } }), "not-sent"],
    ["devices sent one by one", sides(["assets"], ["devices"], {}), "only-now"],
    [
      "posts whose references were dropped",
      sides(["workforce"], ["workforce"], { workforce: { unkeyedNow: 9, before: 9, removed: 9 } }),
      "not-linked",
    ],
    ["a file with errors", sides(["devices"], ["devices"], {}, ["devices"]), "has-errors"],
  ] as const)("of %s", (_, given, state) => {
    const { parts } = differenceOf(given);
    expect(parts.find(({ part }) => part !== "devices" || state === "has-errors")?.state).toBe(state);
  });

  it("does not take devices for gone that are sent one by one now", () => {
    const { parts, removals } = differenceOf(
      sides(["assets"], ["devices"], {
        devices: { before: 30, removed: 30 },
        assets: { now: 900, added: 900 },
      }),
    );
    expect(parts.map(({ part, state }) => `${part} ${state}`)).toEqual([
      "devices sent-otherwise",
      "assets only-now",
    ]);
    expect(removals).toEqual([]);
  });
});

describe("the guard", () => {
  const gone = (removed: number, before: number, part: PartName = "workforce", now = before - removed) =>
    only(sides([part], [part], { [part]: { before, now, removed, same: now } })).removals;

  test.each([
    ["a tenth exactly", 2, 20, false],
    ["more than a tenth", 3, 20, true],
    ["one of a small team", 1, 3, false],
    ["two of a small team", 2, 3, true],
    ["everything", 5, 5, true],
  ] as const)("%s", (_, removed, before, asked) => {
    expect(gone(removed, before, "workforce", Math.max(1, before - removed)).length > 0).toBe(asked);
  });

  it("asks of posts and devices, and of nothing else", () => {
    for (const part of ["workforce", "devices", "assets"] as const)
      expect(gone(10, 20, part)).toEqual([{ part, missing: 10, of: 20 }]);
    for (const part of ["activities", "profile"] as const) expect(gone(10, 20, part)).toEqual([]);
  });

  it("asks where a whole part is left out, and not where no post has a reference to be found by", () => {
    const all = { before: 20, removed: 20 };
    expect(only(sides([], ["devices"], { devices: all })).removals).toHaveLength(1);
    expect(
      only(sides(["workforce"], ["workforce"], { workforce: { ...all, unkeyedNow: 20 } })).removals,
    ).toEqual([]);
  });

  it("does not take rows for gone that may have lost their key, and says so", () => {
    const lost = { before: 20, now: 12, removed: 8, same: 12, unkeyedBefore: 2, unkeyedNow: 9 };
    const { removals, words } = only(sides(["workforce"], ["workforce"], { workforce: lost }));
    expect(removals).toEqual([]);
    expect(words).toBe("0 added, 0 changed, 1 removed, 7 perhaps there without a post reference");
    const others = only(sides(["workforce"], ["workforce"], { workforce: { ...lost, unkeyedNow: 4 } }));
    expect(others.removals).toEqual([{ part: "workforce", missing: 6, of: 20 }]);
  });

  test.each([
    [null, false],
    ["  ", false],
    ["moved away", false],
    ["1 2 3 4", false],
    [" Renal is now run by RJ2. ", true],
  ] as const)("takes %j for a reason: %j", (typed, taken) => {
    const reason = removalReason(typed);
    expect(reason.ok).toBe(taken);
    if (reason.ok) expect(reason.value).toBe("Renal is now run by RJ2.");
  });
});

it("says nothing differs only where every row is the same, those without a key too", () => {
  const same = {
    workforce: { now: 4, before: 4, same: 4, unkeyedNow: 2, unkeyedBefore: 2, unkeyedEqual: 2 },
  };
  const loose = { workforce: { ...same.workforce, unkeyedEqual: 1 } };
  expect(isNoDifference(differenceOf(sides(["workforce"], ["workforce"], same)))).toBe(true);
  expect(isNoDifference(differenceOf(sides(["workforce"], ["workforce"], loose)))).toBe(false);
});

describe("in words", () => {
  it("counts", () => {
    const matched = { now: 21, before: 20, added: 2, changed: 1, removed: 1, same: 18 };
    expect(only(sides(["workforce"], ["workforce"], { workforce: matched })).words).toBe(
      "2 added, 1 changed, 1 removed",
    );
    expect(unkeyedInWords({ unkeyedNow: 1, unkeyedBefore: 1200, unkeyedEqual: 0 })).toBe(
      "1 row without a key now and 1,200 before, 0 of them equal",
    );
    expect(removalInWords({ part: "workforce", missing: 41, of: 120 })).toBe(
      "41 of the 120 posts with a reference are not in the files any more.",
    );
  });

  it("names a row and each cell that is another, and never a person's key", () => {
    const before = {
      post_ref: "CE-1",
      line_type: "person",
      role: "clinical_technologist",
      afc_band: "6",
      person_key: "mk1_a",
      registration: ["rct", "ceng"],
      annex_21: null,
    };
    const now = {
      ...before,
      post_ref: "ce-1",
      afc_band: "7",
      person_key: "mk1_b",
      registration: ["ceng", "rct"],
      annex_21: false,
    };
    expect(rowInWords("workforce", before)).toBe("CE-1, Person, Clinical technologist, Band 6");
    const counted = changedColumns("workforce", [
      { before, now },
      { before: { afc_band: "5" }, now: { afc_band: "6" } },
      { before: null, now },
    ]);
    expect(counted.map(({ column, rows }) => `${column.name} ${rows}`)).toEqual([
      "afc_band 2",
      "person_key 1",
      "annex_21 1",
    ]);
    expect(changesOf("workforce", before, now).map(changeInWords)).toEqual([
      "Person key: another person",
      "Band: Band 6 \u2192 Band 7",
      "Annex 21 trainee: blank \u2192 no",
    ]);
  });
});

test.each([
  ["workforce", { post_ref: "CE-1" }, "ce-1"],
  ["workforce", { post_ref: null }, null],
  [
    "devices",
    { category: "pump", setting: null, maintenance_model: "in_house" },
    "|||pump|mixed_unknown|in_house",
  ],
  ["flows", { direction: "joiner" }, null],
] as const)("a row of %s %j is found by %j", (part, row, key) => {
  expect(rowKey(part, row)).toBe(key);
});
