import { expect, test } from "vitest";
import { changesOf } from "./changes";
import { compareChart } from "./compare-chart";
import { indexFigures } from "./figure-index";
import { keyFigure } from "./key-figure";
import { requirementChart, requirementSentences } from "./requirement-chart";
import { figureOf, placeOf, releaseOf, sceneOf } from "./scene.fixture";

const scene = (share: number | null) =>
  sceneOf(
    [
      { place: "Y56", measure: "requirement", value: 123, low: 97, high: 181 },
      { place: "Y56", measure: "requirement-compared", value: 111, low: 91, high: 161 },
      { place: "Y56", measure: "in-post-compared", value: 90, low: 86, high: 94 },
      { place: "Y56", measure: "modelled-coverage", value: 64, low: 60, high: 68 },
      ...(share === null ? [] : [{ place: "Y56", measure: "illustrative-share", value: share } as const]),
      { place: "QKK", level: "board", measure: "requirement", value: 33, low: 22, high: 44 } as const,
    ],
    {
      before: {
        release: releaseOf({ number: 1, census: "2025-03-31" }),
        figures: indexFigures([
          figureOf({ place: "Y56", measure: "requirement", value: 117, low: 87, high: 171 }),
        ]),
      },
    },
  );

/** All that is said of the requirement anywhere, in one text. */
const said = (share: number | null) =>
  JSON.stringify([
    keyFigure(scene(share), placeOf("Y56"), "requirement"),
    requirementChart(scene(share), placeOf("Y56")),
    requirementSentences(scene(share), placeOf("Y56")),
    changesOf(scene(share), placeOf("Y56"), ["requirement"]),
    compareChart(scene(share), placeOf("Y56"), "requirement"),
  ]);

test.each([
  ["more than a quarter", 26],
  ["an unknown share", null],
])("where %s of the hours is illustrative, the middle is said nowhere, and it is no evidence", (_, share) => {
  const text = said(share);
  expect(text).not.toMatch(/\b(123|111|117|33)\b/);
  expect(text).toContain("97 to 181");
  expect(text).toContain("between 97 and 181 WTE");
  expect(text).toContain("not evidence of over- or under-staffing");
});

test("up to a quarter the middle is said with its interval", () => {
  const text = said(25);
  expect(text).toContain('"text":"123","range":"97 to 181"');
  expect(text).not.toContain("not evidence");
});

test("how much of the staff it speaks of stands beside it", () => {
  expect(requirementSentences(scene(40), placeOf("Y56")).join(" ")).toContain(
    "The requirement speaks of 64% of the staff",
  );
});

test("a gap below nought is never called spare staff", () => {
  const below = (value: number) =>
    requirementSentences(
      sceneOf([
        { place: "Y56", measure: "requirement", value: 123, low: 97, high: 181 },
        { place: "Y56", measure: "workload-gap", value },
      ]),
      placeOf("Y56"),
    ).join(" ");
  expect(below(-25)).toContain("no measure of spare staff");
  expect(below(25)).not.toContain("spare");
});

test("without a requirement nothing is said of one", () => {
  const none = sceneOf([{ place: "Y56", measure: "requirement", symbol: "c" }]);
  expect(requirementSentences(none, placeOf("Y56"))).toEqual([]);
  expect(requirementChart(none, placeOf("Y56"))).toBeNull();
});
