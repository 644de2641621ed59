import { expect, test } from "vitest";
import { sceneOf } from "./scene.fixture";
import { classesOf, tileMap } from "./tile-map";

test.each([
  ["few per cent", [6, 8], { from: 6, step: 0.5 }],
  ["from nought", [0, 9], { from: 0, step: 2 }],
  ["one value", [7], { from: 7, step: 0.5 }],
  ["counts", [40, 980], { from: 0, step: 200 }],
  ["large counts", [100, 90_000], { from: 0, step: 32_000 }],
  ["below nought", [-3, 4], { from: -4, step: 2 }],
])("five classes in round numbers: %s", (_, values, expected) => {
  expect(classesOf(values)).toEqual(expected);
});

test("classes of what is published in fives are fives, and those above the greatest are not in the legend", () => {
  expect(classesOf([5, 10], 5)).toEqual({ from: 5, step: 5 });
  const trainees = (place: string, value: number) => ({
    place,
    level: "board" as const,
    measure: "trainees",
    value,
  });
  const { legend } = tileMap(sceneOf([trainees("QKK", 5), trainees("QMF", 10)]), TILES, "trainees");
  expect(legend.map(({ words, count }) => [words, count])).toEqual([
    ["5 to under 10", 1],
    ["10 to under 15", 1],
  ]);
});

test.each([[[0, 10]], [[5, 5]], [[0.1, 99.9]], [[-50, 3]], [[1, 1_000_000]]])(
  "classes of %j hold every value",
  (values) => {
    const { from, step } = classesOf(values);
    for (const value of values) {
      expect(value).toBeGreaterThanOrEqual(from);
      expect(value).toBeLessThan(from + 5 * step);
    }
  },
);

const TILES = [
  { code: "QKK", label: "SEL", column: 1, row: 1 },
  { code: "QMF", label: "NEL", column: 3, row: 1 },
  { code: "QWE", label: "SWL", column: 5, row: 1 },
  { code: "W92000004", label: "Wales", column: 7, row: 1 },
];

test("a tile tells its value, its withholding, or that nobody is there, in words", () => {
  const scene = sceneOf([
    { place: "QKK", level: "board", measure: "vacancy-rate", value: 6 },
    { place: "QMF", level: "board", measure: "vacancy-rate", value: 9 },
    { place: "QWE", level: "board", measure: "vacancy-rate", symbol: "c" },
    { place: "QWE", level: "board", measure: "organisations-with-establishment", value: 2 },
  ]);
  const map = tileMap(scene, TILES, "vacancy-rate");
  expect(map.tiles.map(({ label, text, shade }) => [label, text, shade])).toEqual([
    ["SEL", "6%", 1],
    ["NEL", "9%", 4],
    ["SWL", "c", null],
    ["Wales", "–", null],
  ]);
  expect(map.tiles[2]?.words).toBe("cannot be shown");
  expect(map.tiles[2]?.why).toMatch(/fewer than three organisations/);
  expect(map.tiles[3]?.words).toBe("no organisation of the sample is here");
  expect(map.without.map(({ kind, text, count }) => [kind, text, count])).toEqual([
    ["withheld", "c", 1],
    ["nobody", "–", 1],
  ]);
  expect(map.legend.map(({ words, count }) => [words, count])[3]).toEqual(["9% to under 10%", 1]);
});

test("too few to show is told apart from what cannot be shown, was not returned or has nobody", () => {
  const figure = (place: string, of: { value?: number; symbol?: "<5" | "c" | ":" }) => ({
    place,
    level: "board" as const,
    measure: "trainees",
    ...of,
  });
  const map = tileMap(
    sceneOf([
      figure("QKK", { symbol: "<5" }),
      figure("QMF", { symbol: ":" }),
      figure("QWE", { symbol: "c" }),
    ]),
    TILES,
    "trainees",
  );
  expect(map.without).toEqual([
    { kind: "few", text: "<5", words: "Too few to show a number", count: 1 },
    { kind: "withheld", text: "c", words: "Cannot be shown", count: 1 },
    { kind: "unsaid", text: ":", words: "Not returned", count: 1 },
    { kind: "nobody", text: "–", words: "No organisation here", count: 1 },
  ]);
});

test("a map without a value has no legend and still every tile", () => {
  const map = tileMap(sceneOf([]), TILES, "vacancy-rate");
  expect(map.legend).toEqual([]);
  expect(map.tiles).toHaveLength(4);
});

test("tiles go to the measure's page, in the release that the page holds", () => {
  expect(tileMap(sceneOf([]), TILES, "headcount").tiles[0]?.href).toBe("/places/QKK/headcount");
  expect(tileMap(sceneOf([], { held: true }), TILES, "headcount").tiles[0]?.href).toBe(
    "/places/QKK/headcount/r2",
  );
});
