import { describe, expect, test } from "vitest";
import { indexFigures } from "@/lib/published/figure-index";
import type { PublishedPlace } from "@/lib/published/release";
import { figureOf } from "@/lib/published/scene.fixture";
import type { Base } from "@/lib/supply/fit-base";
import { populationOf } from "@/lib/supply/scenario.fixture";
import { type EffectiveAssumption, EVERY_GROUP } from "./effective-assumptions";
import { type ReleaseBefore, type ReleaseSeen, scoredFigures, scoreLooks } from "./score-looks";
import { scorecardLines } from "./scorecard-lines";

const place = (
  code: string,
  parent: string | null,
  response: PublishedPlace["response"] = null,
): PublishedPlace => ({
  code,
  level: response === null ? "board" : "organisation",
  name: code,
  parent,
  kind: null,
  synthetic: true,
  response,
});
/** Two boards of two organisations each; in the second one of them answers at one census only. */
const placesWhere = (second: PublishedPlace["response"]): PublishedPlace[] => [
  place("QA1", null),
  place("QB1", null),
  place("O1", "QA1", "returned"),
  place("O2", "QA1", "returned"),
  place("O3", "QB1", "returned"),
  place("O4", "QB1", second),
];
const totals = (code: string, inPost: number, establishment: number, share55: number) =>
  [
    ["in-post", inPost],
    ["establishment", establishment],
    ["vacancy", establishment - inPost],
    ["share-55-and-over", share55],
  ].map(([measure, value]) =>
    figureOf({ place: code, measure: String(measure), value: Number(value), level: "board" }),
  );

/** Nobody leaves, nobody retires, nothing is filled: what is there stays, but a year older. */
const NOTHING = (
  [
    ["leave-by-age", { kind: "by-age", steps: [[16, 0]] }],
    ["move", { kind: "by-age", steps: [[16, 0]] }],
    ["retire-by-age", { kind: "by-age", steps: [[16, 0]] }],
    ["fill-hazard", { kind: "fixed", value: 0 }],
  ] as const
).map(
  ([id, distribution]): EffectiveAssumption => ({
    id,
    title: id,
    groups: EVERY_GROUP,
    distribution: distribution as EffectiveAssumption["distribution"],
    unit: "u",
    source: "s",
    reason: "r",
    class: "assumption",
    from: "release",
  }),
);
const fit = {
  population: populationOf({ ages: { 40: 30, 53: 10 }, vacant: 5 }),
  residuals: [],
} as unknown as Base;
const earlier = (number: number, census: string): ReleaseBefore => ({
  release: { number, census },
  places: placesWhere("not_returned"),
  figures: indexFigures([...totals("QA1", 40, 45, 20), ...totals("QB1", 40, 45, 20)]),
  bases: ["QA1", "QB1"].map((code) => ({ place: code, fit })),
  known: NOTHING,
});
const now: ReleaseSeen = {
  release: { number: 9, census: "2026-03-31" },
  places: placesWhere("returned"),
  figures: indexFigures([...totals("QA1", 37, 44, 30), ...totals("QB1", 90, 99, 30)]),
};

describe("looks ahead held against a later census", () => {
  const figures = scoredFigures(earlier(1, "2024-03-31"), now);

  test("are of places in which the same organisations answered both", () => {
    expect(new Set(figures.map((one) => one.place))).toEqual(new Set(["QA1"]));
    expect(
      figures.map(({ measure, before: last, outcome, yearsAhead }) => [measure, last, outcome, yearsAhead]),
    ).toEqual([
      ["in-post", 40, 37, 2],
      ["funded-gap", 5, 7, 2],
      ["share-55-and-over", 20, 30, 2],
    ]);
  });

  test("start from what was published then, by the rates that were known then, and are off by both roundings alone", () => {
    // In every history 40 stay in post of 45; the ten who were 53 are 55 after two years.
    const [inPost, gap, share] = figures.map(({ projected }) => Array.from(projected as Float64Array));
    const mean = (values: readonly number[] = []) =>
      values.reduce((sum, one) => sum + one, 0) / values.length;
    expect(Math.abs(mean(inPost) - 40)).toBeLessThan(0.5);
    expect(Math.abs(mean(share) - 25)).toBeLessThan(1);
    // The same cut point twice: what is left is one cut-off piece less another, each below five.
    expect(Math.max(...(inPost ?? []).map((one) => Math.abs(one - 40)))).toBeLessThan(5);
    expect(Math.max(...(inPost ?? []).map((one) => Math.abs(one - 40)))).toBeGreaterThan(3.5);
    expect(gap).toEqual(inPost?.map((one) => expect.closeTo(45 - one, 9)));
  });

  test("have the later figure's rounding where nothing is left of the start", () => {
    const everybodyGoes = NOTHING.map((one) =>
      one.id === "leave-by-age"
        ? {
            ...one,
            distribution: { kind: "by-age" as const, steps: [[16, 1 - 1e-12]] as [number, number][] },
          }
        : one,
    );
    const [inPost] = scoredFigures({ ...earlier(1, "2025-03-31"), known: everybodyGoes }, now);
    const values = Array.from(inPost?.projected as Float64Array);
    expect(values.length).toBe(200);
    expect(Math.max(...values.map(Math.abs))).toBeLessThan(5);
    const variance = values.reduce((sum, one) => sum + one ** 2, 0) / values.length;
    // A triangle from −5 to 5.
    expect(variance).toBeGreaterThan(3);
    expect(variance).toBeLessThan(5.5);
  });

  test("have scores that a hand works out", () => {
    const [inPost, gap] = scoreLooks([earlier(1, "2024-03-31")], now);
    expect(inPost).toMatchObject({
      measure: "in-post",
      fromRelease: 1,
      fromCensus: "2024-03-31",
      yearsAhead: 2,
      figures: 1,
    });
    // Of a triangle from 35 to 45 half lies within 1.46 of 40, and nine in ten within 3.42: 37 is in the wider one only.
    expect(inPost).toMatchObject({ covered50: 0, covered90: 1, sameBias: 3, sameCrps: 3 });
    expect(Math.abs((inPost?.bias ?? 0) - 3)).toBeLessThan(0.5);
    expect(gap).toMatchObject({ covered50: 0, covered90: 1, sameBias: -2 });
    expect(gap?.bias).toBeCloseTo(1 - (inPost?.bias ?? 0), 9);
  });

  test("are none where the censuses are not whole years apart, or no gap where not all told their establishment", () => {
    expect(scoredFigures(earlier(1, "2025-09-30"), now)).toEqual([]);
    const partly = indexFigures([
      ...totals("QA1", 37, 44, 30).filter(({ measure }) => measure !== "vacancy"),
      ...totals("QA1", 37, 20, 30).filter(({ measure }) => measure === "vacancy"),
    ]);
    expect(
      scoredFigures(earlier(1, "2025-03-31"), { ...now, figures: partly }).map(({ measure }) => measure),
    ).toEqual(["in-post", "share-55-and-over"]);
  });
});

test("the scorecard puts pairs of censuses together, each by how many figures it is of", () => {
  const score = {
    measure: "in-post",
    fromRelease: 1,
    fromCensus: "2024-03-31",
    covered50: 0.5,
    covered90: 1,
    intervalScore90: 9,
    sameBias: 0,
  };
  const lines = scorecardLines([
    { ...score, yearsAhead: 1, figures: 10, bias: 2, crps: 1, sameCrps: 2 },
    { ...score, yearsAhead: 1, figures: 30, bias: -2, crps: 3, sameCrps: 4 },
    { ...score, yearsAhead: 2, figures: 5, bias: 0, crps: 0, sameCrps: 0 },
  ]);
  expect(
    lines.map(({ yearsAhead, pairs, figures, bias, crps, skill }) => [
      yearsAhead,
      pairs,
      figures,
      bias,
      crps,
      skill,
    ]),
  ).toEqual([
    [1, 2, 40, -1, 2.5, 1 - 2.5 / 3.5],
    [2, 1, 5, 0, 0, null],
  ]);
});
