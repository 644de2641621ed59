import { expect, test } from "vitest";
import { tableCsv } from "@/lib/reports/table-csv";
import { chartCsv } from "./chart-csv";
import { chartOf } from "./charts-of-place";
import { coverageOf } from "./coverage";
import { fewAnsweredOf } from "./few-answered";
import { figuresTable } from "./figures-table";
import { fewAnswered } from "./response-words";
import { figureOf, placeOf, releaseOf, sceneOf } from "./scene.fixture";

const answers = (place: string, answered: number, asked = 29) => [
  { place, measure: "organisations", value: asked },
  { place, measure: "organisations-responded", value: answered },
];
const posts = (place: string) => [
  { place, measure: "headcount", value: 120, low: 116, high: 124 },
  { place, measure: "headcount", dimension: "age", category: "25_34", value: 60, low: 56, high: 64 },
  { place, measure: "vacancy-rate", value: 6, low: 5, high: 7 },
];
const weak = [...answers("Y56", 11), ...posts("Y56")];
const strong = [...answers("Y60", 27), ...posts("Y60")];
const STRONGLY =
  /11 of the 29 organisations asked\. Figures are of those alone.* Nothing is estimated for the others/;

test.each([
  [11, 29, true],
  [14, 29, true],
  [15, 30, false],
  [27, 29, false],
  [0, 0, false],
])("%i answers of %i are few: %s", (answered, asked, few) => {
  expect(fewAnswered({ asked, answered }) !== null).toBe(few);
});

test("a page, its charts, their files and its figures say alike that few have answered", () => {
  const scene = sceneOf([...weak, ...strong]);
  const said = fewAnswered({ asked: 29, answered: 11 }) as string;
  expect(said).toMatch(/^Few have answered: 11 of the 29/);
  expect(coverageOf(scene, placeOf("Y56"))?.sentence).toBe(said);
  const chart = chartOf(scene, placeOf("Y56"), "headcount-by-age");
  expect(chart?.source).toContain(said);
  expect(chartCsv(releaseOf(), chart as never)).toContain(said);
  const csv = tableCsv(figuresTable(releaseOf(), placeOf("Y56"), weak.map(figureOf)));
  for (const line of csv.trimEnd().split(/\r?\n/).slice(1)) expect(line).toContain(said);
});

test("nobody else's page, charts or file do, but for a chart that has the place beside others", () => {
  const scene = sceneOf([...weak, ...strong]);
  expect(coverageOf(scene, placeOf("Y60"))?.sentence).toMatch(/^27 of the 29 .* zero\.$/);
  expect(tableCsv(figuresTable(releaseOf(), placeOf("Y60"), strong.map(figureOf)))).not.toMatch(STRONGLY);
  const beside = chartOf(scene, placeOf("Y60"), "vacancy-rate");
  expect(beside?.source).toMatch(
    /Few have answered in London \(11 of 29 organisations\): figures are of those alone\.$/,
  );
});

test("a line over censuses names the census for which few had answered", () => {
  const earlier = [
    { release: releaseOf({ number: 1, census: "2025-03-31" }), figures: sceneOf(weak).figures },
  ];
  const scene = sceneOf([...answers("Y56", 28), ...posts("Y56")], { earlier });
  const line = chartOf(scene, placeOf("Y56"), "vacancy-rate-over-time");
  expect(line?.source).toMatch(/For the census of 31 March 2025, few have answered: 11 of the 29/);
  expect(coverageOf(scene, placeOf("Y56"))?.sentence).toMatch(/^28 of the 29/);
});

test("of several places those in which few have answered are named, each with how many, and no others", () => {
  const scene = sceneOf([...weak, ...strong, ...answers("QKK", 1, 4), ...answers("QMF", 0, 5)]);
  const said = (...codes: string[]) => fewAnsweredOf(scene, codes.map(placeOf));
  expect(said("Y56", "Y60")).toBe(
    "Few have answered in London (11 of 29 organisations): figures are of those alone.",
  );
  expect(said("Y60", "QKK", "Y56")).toMatch(
    /^Few have answered in .*South East London.* \(1 of 4 organisations\); London \(11 of 29 organisations\): /,
  );
  // Of a place where nobody answered there is no figure to be wary of; of one that is not told, nothing is known.
  expect(said("Y60", "QMF", "QWE")).toBeNull();
  expect(said()).toBeNull();
});
