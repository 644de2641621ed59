import { describe, expect, test } from "vitest";
import type { LookAhead } from "@/lib/scenarios/look-ahead";
import { gapsAhead } from "./gaps-ahead";
import { GAPS_AHEAD, gapsAheadChart, gapsAheadSentences, WORKLOAD_GAP_AHEAD } from "./gaps-ahead-chart";
import { placeOf, sceneOf } from "./scene.fixture";

/** 200 WTE funded; 180 in post now (posts of a small place are rounded in histories then), 150 in the last year, between 140 and 165. */
const look: LookAhead = {
  years: [
    { year: 0, inPostWte: 180, low: 178, high: 182, establishmentWte: 200, share55: 0.2 },
    { year: 1, inPostWte: 150, low: 140, high: 165, establishmentWte: 200, share55: 0.2 },
  ],
  retired: 10,
  left: 20,
  estimated: false,
  restsOn: ["Leaving", "Time to fill"],
};
const unknown: LookAhead = {
  ...look,
  years: look.years.map((year) => ({ ...year, establishmentWte: null })),
};
const place = placeOf("Y56");
const of = (measure: string, value: number, more = {}) => ({ place: "Y56", measure, value, ...more });
const COVER = [of("temporary-cover", 6), of("vacancy-with-cover", 24)];
const WORK = [
  of("requirement-compared", 130, { low: 110, high: 160 }),
  of("in-post-compared", 90),
  of("illustrative-share", 10),
];
const scene = sceneOf([...COVER, ...WORK]);
const ends = (gap: ReturnType<typeof gapsAhead>["funded"]) =>
  gap.years?.map(({ value, low, high, rate }) => [value, low, high, rate]);

describe("the three gaps of a place in the years ahead", () => {
  const gaps = gapsAhead(scene, place, look);

  test("funded: what is funded and not in post, widest where fewest are", () => {
    expect(ends(gaps.funded)).toEqual([
      [20, 20, 20, 0.1],
      [50, 35, 60, 0.25],
    ]);
  });

  test("unfilled: a quarter of every vacancy is covered, as at the census", () => {
    expect(gaps.coverShare).toBe(0.25);
    expect(ends(gaps.unfilled)).toEqual([
      [15, 15, 15, 0.075],
      [37.5, 26.25, 45, 0.1875],
    ]);
  });

  test("workload: half of the staff do work that is counted, and what it requires stays with its own bounds", () => {
    expect(gaps.coverage).toBe(0.5);
    // 130 − 90; then 130 − 75, from 110 − 82.5 to 160 − 70.
    expect(ends(gaps.workload)).toEqual([
      [40, 20, 70, 40 / 130],
      [55, 27.5, 90, 55 / 130],
    ]);
  });

  test("more in post than funded are no vacancy that is covered, and stay below nought", () => {
    const more = { ...look, years: look.years.map((year) => ({ ...year, establishmentWte: 160 })) };
    const { funded, unfilled } = gapsAhead(scene, place, more);
    expect(funded.years?.[0]).toMatchObject({ value: -20, low: -20, high: -20 });
    expect(unfilled.years?.[0]).toMatchObject({ value: -20, low: -20, high: -20 });
  });

  test("of work that rests on illustrative times the interval alone is said, and that it is no evidence", () => {
    const doubtful = sceneOf([...COVER, ...WORK.slice(0, 2), of("illustrative-share", 60)]);
    expect(ends(gapsAhead(doubtful, place, look).workload)).toEqual([
      [null, 20, 70, null],
      [null, 27.5, 90, null],
    ]);
    const chart = gapsAheadChart(doubtful, place, look, WORKLOAD_GAP_AHEAD);
    expect(chart?.lines[0]?.points.map(({ value, text }) => [value, text])).toEqual([
      [null, "20 to 70"],
      [null, "28 to 90"],
    ]);
    expect(chart?.source).toContain("not evidence of over- or under-staffing");
    expect(chart?.source).toContain("speaks of the work of 50% of the staff in post");
  });
});

describe("a place that lacks something gives the gaps it can, and says of the others why not", () => {
  test.each([
    ["establishment", sceneOf([...COVER, ...WORK]), unknown, ["workload"]],
    ["temporary cover", sceneOf(WORK), look, ["funded", "workload"]],
    [
      "vacancies to be covered",
      sceneOf([of("temporary-cover", 0), of("vacancy-with-cover", 0)]),
      look,
      ["funded"],
    ],
    ["devices", sceneOf(COVER), look, ["funded", "unfilled"]],
    ["everything", sceneOf([]), unknown, []],
  ])("without %s", (_, bare, from, formed) => {
    const gaps = gapsAhead(bare, place, from);
    for (const kind of ["funded", "unfilled", "workload"] as const) {
      expect([kind, gaps[kind].years !== null]).toEqual([kind, (formed as string[]).includes(kind)]);
      if (gaps[kind].years === null) expect(gaps[kind].why).toMatch(/^[A-Z].+\.$/);
    }
    const sentences = gapsAheadSentences(bare, place, from);
    expect(sentences).toHaveLength(4);
    expect(sentences.join(" ")).not.toMatch(/NaN|undefined|null/);
    expect(sentences.filter((one) => one.includes("none can be formed"))).toHaveLength(3 - formed.length);
    expect(gapsAheadChart(bare, place, from, GAPS_AHEAD)?.lines.map(({ key }) => key) ?? []).toEqual(
      (formed as string[]).filter((kind) => kind !== "workload"),
    );
  });
});

test("every gap says that it rests on illustrative defaults, which the look ahead above it names", () => {
  expect(gapsAheadSentences(scene, place, look).at(-1)).toContain("the same illustrative defaults");
  for (const id of [GAPS_AHEAD, WORKLOAD_GAP_AHEAD] as const)
    expect(gapsAheadChart(scene, place, look, id)?.source).toContain(
      "Rests on 2 illustrative defaults, which the place’s page names.",
    );
});

test("where histories hardly differ it is said near what they end, and not between a number and itself", () => {
  const covered = sceneOf([of("temporary-cover", 24), of("vacancy-with-cover", 24)]);
  expect(gapsAheadSentences(covered, place, look)[1]).toContain(
    "0 expected in 2027, 0% of the establishment; nine in ten histories end near 0.",
  );
});
