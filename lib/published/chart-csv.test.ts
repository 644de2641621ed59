import Papa from "papaparse";
import { expect, test } from "vitest";
import { chartCsv } from "./chart-csv";
import { chartOf } from "./charts-of-place";
import { indexFigures } from "./figure-index";
import { figureOf, placeOf, releaseOf, sceneOf } from "./scene.fixture";

const rowsOf = (csv: string) =>
  Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;
const rate = (place: string, value: number) =>
  ({ place, measure: "registered", value, low: value - 1, high: value + 1 }) as const;

test("a comparison's file has each place's row, with the reason where there is no value", () => {
  const scene = sceneOf([
    rate("Y56", 60),
    rate("QKK", 55),
    { place: "QMF", measure: "registered", symbol: "c" },
  ]);
  const chart = chartOf(scene, placeOf("Y56"), "registered");
  const rows = rowsOf(chart ? chartCsv(releaseOf(), chart) : "");
  const known = rows.filter(({ row }) => row !== "United Kingdom");
  expect(known.map(({ row, value, low, high }) => [row, value, low, high])).toEqual([
    ["South East London", "55", "54", "56"],
    ["North East London", "", "", ""],
    ["London", "60", "59", "61"],
  ]);
  expect(rows[1]?.reason).toMatch(/^Cannot be shown because/);
  expect(rows[0]).toMatchObject({ synthetic: "synthetic: invented sample data", release: "2", reason: "" });
});

test("a line over time has each census's row", () => {
  const scene = sceneOf([rate("Y56", 60)], {
    earlier: [
      {
        release: releaseOf({ number: 1, census: "2025-03-31" }),
        figures: indexFigures([figureOf(rate("Y56", 50))]),
      },
    ],
  });
  const chart = chartOf(scene, placeOf("Y56"), "registered-over-time");
  expect(rowsOf(chart ? chartCsv(releaseOf(), chart) : "").map(({ row, value }) => [row, value])).toEqual([
    ["31 March 2025", "50"],
    ["31 March 2026", "60"],
  ]);
});
