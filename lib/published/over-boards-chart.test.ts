import { expect, test } from "vitest";
import { indexFigures } from "./figure-index";
import { overBoardsChart } from "./over-boards-chart";
import { quantile } from "./quantile";
import type { PublishedPlace } from "./release";
import { figureOf, PLACES, placeOf, sceneOf } from "./scene.fixture";

const boards = (count: number): PublishedPlace[] =>
  Array.from({ length: count }, (_, at) => ({
    code: `QT${at}`,
    level: "board",
    name: `Board ${at}`,
    parent: "Y56",
    kind: null,
    synthetic: false,
    response: null,
  }));

const sceneWith = (values: readonly number[], measure = "vacancy-rate") =>
  sceneOf([], {
    places: new Map([...PLACES, ...boards(values.length)].map((place) => [place.code, place])),
    figures: indexFigures([
      ...values.map((value, at) => figureOf({ place: `QT${at}`, level: "board", measure, value })),
      figureOf({ place: "Y56", measure, value: 7, low: 6, high: 8 }),
      figureOf({ place: "QKK", level: "board", measure, symbol: "c" }),
    ]),
  });

const TEN = [90, 1, 2, 3, 4, 5, 6, 7, 8, 0];

test("quartiles and median over the boards with a value, and the place itself; never the least, the most or a rank", () => {
  const chart = overBoardsChart(sceneWith(TEN), placeOf("Y56"), "vacancy-rate");
  expect(chart?.rows.map(({ label, text, mark }) => [label, text, mark])).toEqual([
    ["Upper quartile of boards", "7%", undefined],
    ["Median of boards", "5%", undefined],
    ["Lower quartile of boards", "2%", undefined],
    ["London", "7%", "own"],
  ]);
  expect(JSON.stringify(chart)).not.toMatch(/90|Board \d/);
});

test.each([
  ["nine boards have a value", sceneWith(TEN.slice(1)), "vacancy-rate"],
  ["it is a number and no rate", sceneWith(TEN, "headcount"), "headcount"],
  ["it is not published for boards", sceneWith(TEN, "stability"), "stability"],
])("there is none where %s", (_, scene, measure) => {
  expect(overBoardsChart(scene, placeOf("Y56"), measure)).toBeNull();
});

// R 4: quantile(c(7, 15, 36, 39, 40, 41), c(.25, .5, .75))
test.each([
  [0, 7],
  [0.25, 20.25],
  [0.5, 37.5],
  [0.75, 39.75],
  [1, 41],
])("the quantile at %s is as R gives it", (share, expected) => {
  expect(quantile([41, 7, 40, 15, 39, 36], share)).toBe(expected);
});
