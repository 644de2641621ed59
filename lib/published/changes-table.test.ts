import { expect, test } from "vitest";
import { CHANGES_TABLE, changeRows } from "./changes-table";
import { figureOf, PLACES, releaseOf } from "./scene.fixture";

const release = releaseOf({ number: 3, replaces: 2 });
const same = figureOf({ place: "Y56", measure: "headcount", value: 120, low: 116, high: 124 });
const before = figureOf({ place: "Y60", measure: "headcount", value: 100, low: 96, high: 104 });
const withheld = figureOf({ place: "Y60", measure: "headcount", symbol: "c" });
const gone = figureOf({ place: "QWE", measure: "vacancy", value: 3 });
const added = figureOf({ place: "QKK", measure: "vacancy", value: 5 });

const rows = changeRows(
  release,
  { places: PLACES, figures: [same, withheld, added] },
  { number: 2, places: PLACES, figures: [same, before, gone] },
);
const cell = (row: number, name: string) =>
  rows[row]?.[CHANGES_TABLE.columns.findIndex((column) => column.name === name)];

test("a figure that is the same is no change; others are changed, added or removed", () => {
  expect(rows.map((_, row) => [cell(row, "place"), cell(row, "change")])).toEqual([
    ["Y60", "changed"],
    ["QKK", "added"],
    ["QWE", "removed"],
  ]);
  expect(rows.every((row) => row.length === CHANGES_TABLE.columns.length)).toBe(true);
});

test("what was and what is stand side by side, and what is not there is empty", () => {
  expect([cell(0, "value_before"), cell(0, "value"), cell(0, "symbol")]).toEqual([100, null, "c"]);
  expect([cell(1, "value_before"), cell(1, "value")]).toEqual([null, 5]);
  expect([cell(2, "value_before"), cell(2, "value")]).toEqual([3, null]);
});

test("a release that corrects none has no changes", () => {
  expect(changeRows(release, { places: PLACES, figures: [same] }, null)).toEqual([]);
});
