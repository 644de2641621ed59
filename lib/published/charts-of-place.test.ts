import { expect, test } from "vitest";
import { breakdownChart } from "./breakdown-chart";
import { chartOf, chartsOfMeasure, chartsOfSections } from "./charts-of-place";
import { compareChart } from "./compare-chart";
import { indexFigures } from "./figure-index";
import { figureOf, placeOf, releaseOf, sceneOf } from "./scene.fixture";
import { postsOverTime } from "./series-chart";

const rates = [
  { place: "K02000001", level: "united_kingdom", measure: "vacancy-rate", value: 6.4, low: 6.1, high: 6.7 },
  { place: "Y56", measure: "vacancy-rate", value: 7, low: 6, high: 8 },
  { place: "QKK", level: "board", measure: "vacancy-rate", value: 5, low: 3, high: 7 },
  { place: "QMF", level: "board", measure: "vacancy-rate", symbol: "c" },
] as const;

test("a place is compared part by part, greatest first, without a value last, then itself and the whole", () => {
  const chart = compareChart(
    sceneOf([...rates, { place: "QWE", level: "board", measure: "vacancy-rate", value: 9 }]),
    placeOf("Y56"),
    "vacancy-rate",
  );
  expect(chart?.rows.map(({ label, text, mark }) => [label, text, mark])).toEqual([
    ["South West London", "9%", undefined],
    ["South East London", "5%", undefined],
    ["North East London", "cannot be shown", undefined],
    ["London", "7%", "own"],
    ["United Kingdom", "6.4%", "whole"],
  ]);
});

test("a part of which the release says nothing is named under the chart, not drawn as nought", () => {
  const chart = compareChart(sceneOf(rates), placeOf("Y56"), "vacancy-rate");
  expect(chart?.rows.map(({ key }) => key)).not.toContain("QWE");
  expect(chart?.source).toContain("No organisation of the sample is in South West London.");
});

test("a board is compared with the others of its region", () => {
  const chart = compareChart(sceneOf(rates), placeOf("QKK"), "vacancy-rate");
  expect(chart?.rows.map(({ key, mark }) => [key, mark])).toEqual([
    ["QMF", undefined],
    ["QKK", "own"],
    ["K02000001", "whole"],
  ]);
});

test("a breakdown is in its declared order, merged categories too, whatever the order of the figures", () => {
  const age = (category: string, value: number) =>
    ({
      place: "Y56",
      measure: "headcount",
      dimension: "age",
      category,
      value,
      low: value - 4,
      high: value + 4,
    }) as const;
  const chart = breakdownChart(
    sceneOf([age("unknown", 5), age("55_64+65_plus", 40), age("under_25", 10)]),
    placeOf("Y56"),
    "headcount",
    "age",
  );
  expect(chart?.rows.map(({ label }) => label)).toEqual(["Under 25", "55 and over", "Age not known"]);
  expect(chart?.source).toContain("parts may not add up");
});

test("a line over time needs two censuses with a value", () => {
  const now = [{ place: "Y56", measure: "establishment", value: 300 }] as const;
  expect(postsOverTime(sceneOf(now), placeOf("Y56"))).toBeNull();
  const past = {
    release: releaseOf({ number: 1, census: "2025-03-31" }),
    figures: indexFigures([figureOf({ place: "Y56", measure: "establishment", value: 290 })]),
  };
  const chart = postsOverTime(sceneOf(now, { earlier: [past] }), placeOf("Y56"));
  expect(chart?.dates).toEqual(["31 March 2025", "31 March 2026"]);
  expect(chart?.lines[0]?.points.map(({ text }) => text)).toEqual(["290", "300"]);
});

test("every chart of a synthetic release is marked so, and of another none", () => {
  expect(chartsOfSections(sceneOf(rates), placeOf("Y56")).every(({ synthetic }) => synthetic)).toBe(true);
  const real = sceneOf(rates, { release: releaseOf({ synthetic: false }) });
  expect(chartsOfSections(real, placeOf("Y56")).some(({ synthetic }) => synthetic)).toBe(false);
});

test("an organisation and a place without figures have no chart", () => {
  expect(chartsOfSections(sceneOf(rates), placeOf("ZS001"))).toEqual([]);
  expect(chartsOfSections(sceneOf(rates), placeOf("W92000004"))).toEqual([]);
});

test("each chart of a measure is found again by the segment of its address, and is the same", () => {
  const age = { place: "Y56", measure: "headcount", dimension: "age", category: "25_34", value: 20 } as const;
  const now = [{ place: "QKK", level: "board", measure: "headcount", value: 40 }, age] as const;
  const past = {
    release: releaseOf({ number: 1, census: "2025-03-31" }),
    figures: indexFigures([figureOf({ place: "Y56", measure: "headcount", value: 290 })]),
  };
  const scene = sceneOf([...now, { place: "Y56", measure: "headcount", value: 300 }], { earlier: [past] });
  const charts = chartsOfMeasure(scene, placeOf("Y56"), "headcount");
  expect(charts.map(({ id }) => id)).toEqual(["headcount", "headcount-over-time", "headcount-by-age"]);
  for (const chart of charts) expect(chartOf(scene, placeOf("Y56"), chart.id)).toEqual(chart);
});

test.each([
  "headcount-by-shoe-size",
  "headcount-by-constructor",
  "beds",
  "beds-over-time",
  "organisations",
  "vacancy-band",
  "-over-time",
])("no page has a chart %s", (id) => {
  expect(chartOf(sceneOf(rates), placeOf("Y56"), id)).toBeNull();
});

test("a chart says why a value is not there: each row for its table, and each reason once under the picture", () => {
  const scene = sceneOf([
    { place: "Y56", measure: "registered", value: 60 },
    { place: "QKK", measure: "registered", symbol: "c" },
    { place: "QMF", measure: "registered", symbol: "c" },
    { place: "QWE", measure: "registered", symbol: ":" },
  ]);
  const chart = chartOf(scene, placeOf("Y56"), "registered");
  const rows = chart?.kind === "dots" ? chart.rows : [];
  const why = Object.fromEntries(rows.map((row) => [row.key, row.why]));
  expect(why.Y56).toBeUndefined();
  expect(why.QKK).toMatch(/^Cannot be shown because .* is under 50/);
  expect(why.QMF).toBe(why.QKK);
  expect(why.QWE).toMatch(/^No organisation here/);
  expect(chart?.source.split(why.QKK ?? "?")).toHaveLength(2);
  expect(chart?.source).toContain(why.QWE);
});

test("the groups of a measure that is nothing but groups stand under their own name, and their values under what they are", () => {
  const onCall = (category: string, value: number) =>
    ({ place: "Y56", measure: "on-call", dimension: "on_call", category, value }) as const;
  const chart = breakdownChart(
    sceneOf([onCall("none", 40), onCall("full", 60)]),
    placeOf("Y56"),
    "on-call",
    "on_call",
  );
  expect([chart?.rowHeading, chart?.valueHeading]).toEqual(["On call", "Share of services"]);
});
