import { expect, test } from "vitest";
import { compareHref, readCompared } from "./compare-address";
import { comparisonOf } from "./comparison";
import { placeOf, sceneOf } from "./scene.fixture";

test.each([
  ["two places", ["Y56", "Y60"], { codes: ["Y56", "Y60"], release: null }],
  [
    "a place twice, in small letters, and fields left open",
    ["Y56", "", "y56", ""],
    { codes: ["Y56"], release: null },
  ],
  ["a release at the end", ["Y56", "Y60", "r3"], { codes: ["Y56", "Y60"], release: 3 }],
  ["nothing", [], { codes: [], release: null }],
])("an address of comparison: %s", (_, given, value) => {
  expect(readCompared(given)).toEqual({ ok: true, value });
});

test("more places than a table takes are a problem that says so", () => {
  const read = readCompared(["A", "B", "C", "D", "E"]);
  expect(read.ok ? null : read.problem.message).toBe("Compare up to 4 places; 5 were given.");
});

test("an address that is printed is read as what it was printed for", () => {
  expect(readCompared(compareHref(["Y56", "QKK"], 2).split("/").slice(2))).toEqual({
    ok: true,
    value: { codes: ["Y56", "QKK"], release: 2 },
  });
});

const rate = (place: string, value: number, low: number, high: number) =>
  ({ place, measure: "vacancy-rate", value, low, high }) as const;

test.each([
  ["ranges apart, above", rate("Y60", 12, 11, 13), "Higher than in London"],
  ["ranges apart, below", rate("Y60", 3, 2, 4), "Lower than in London"],
  ["ranges that meet at one value", rate("Y60", 10, 8, 11), "Cannot be told apart from London"],
])("a rate is told from the first place's by its range: %s", (_, other, wanted) => {
  const scene = sceneOf([rate("Y56", 7, 6, 8), other]);
  const places = [placeOf("Y56"), placeOf("Y60")];
  const rows = comparisonOf(scene, places).flatMap((topic) => topic.rows);
  const row = rows.find(({ measure }) => measure === "vacancy-rate");
  expect(row?.cells.map(({ against }) => against)).toEqual([null, wanted]);
});

test("of totals, and of what is missing, nothing is said of more or less", () => {
  const people = (place: string, value: number) => ({ place, measure: "headcount", value }) as const;
  const scene = sceneOf([people("Y56", 100), people("Y60", 300), rate("Y56", 7, 6, 8)]);
  const rows = comparisonOf(scene, [placeOf("Y56"), placeOf("Y60")]).flatMap((topic) => topic.rows);
  for (const { cells } of rows) expect(cells.map(({ against }) => against)).toEqual([null, null]);
  const missing = rows.find(({ measure }) => measure === "vacancy-rate")?.cells[1]?.figure;
  expect(missing?.why).toMatch(/./);
});

test("what is published for nations and regions alone is a row where one of them is compared, and none of boards", () => {
  const scene = sceneOf([{ place: "Y56", measure: "stability", value: 80 }]);
  const has = (...codes: string[]) =>
    comparisonOf(scene, codes.map(placeOf)).some(({ rows }) =>
      rows.some(({ measure }) => measure === "stability"),
    );
  expect(has("Y56", "QKK")).toBe(true);
  expect(has("QMF", "QKK")).toBe(false);
});

test("a code with what means something in an address stays one segment", () => {
  expect(compareHref(["../..", "A?B/C"])).toBe("/compare/..%2F../A%3FB%2FC");
});
