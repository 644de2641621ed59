import { expect, test } from "vitest";
import { readChartAddress } from "./chart-address";
import { readDataAddress } from "./data-address";
import { readPlaceView } from "./place-address";
import {
  chartHref,
  dataHref,
  measureHref,
  placeHref,
  releaseFileHref,
  subjectHref,
  workbookHref,
} from "./place-href";

test.each([
  ["nothing", [], { measure: null, release: null }],
  ["a measure", ["vacancy-rate"], { measure: "vacancy-rate", release: null }],
  ["a release", ["r3"], { measure: null, release: 3 }],
  ["the latest release", ["latest"], { measure: null, release: "latest" }],
  ["a measure in a release", ["vacancy-rate", "r12"], { measure: "vacancy-rate", release: 12 }],
  [
    "a measure in the latest release",
    ["vacancy-rate", "latest"],
    { measure: "vacancy-rate", release: "latest" },
  ],
  ["a subject", ["pathways"], { measure: null, subject: "pathways", release: null }],
  ["a subject in a release", ["recognition", "r2"], { measure: null, subject: "recognition", release: 2 }],
])("after a place's code: %s", (_, view, expected) => {
  expect(readPlaceView(view)).toEqual({ ok: true, value: { subject: null, ...expected } });
});

test.each([
  ["an unknown measure", ["beds"], "measure"],
  ["a measure that others rest on and has no page", ["ppm-due-timed"], "measure"],
  ["a measure of organisations alone", ["vacancy-band"], "measure"],
  ["release nought", ["r0"], "measure"],
  ["a release before a measure", ["r3", "vacancy-rate"], "measure"],
  ["a release that is none", ["vacancy-rate", "3"], "release"],
  ["one segment too many", ["vacancy-rate", "r3", "x"], "address"],
])("after a place's code, not: %s", (_, view, code) => {
  const read = readPlaceView(view);
  expect(read.ok ? null : read.problem.code).toBe(code);
});

test.each([
  [
    ["r2", "Y56", "vacancy-rate", "wide.svg"],
    { release: 2, place: "Y56", chart: "vacancy-rate", width: "wide", format: "svg" },
  ],
  [
    ["latest", "Y56", "devices-by-risk_class", "narrow.png"],
    { release: "latest", place: "Y56", chart: "devices-by-risk_class", width: "narrow", format: "png" },
  ],
  [["r2", "Y56", "vacancy-rate", "huge.svg"], null],
  [["r2", "Y56", "vacancy-rate", "wide.gif"], null],
  [["r2", "..", "vacancy-rate", "wide.svg"], null],
  [["r2", "Y56", "%", "wide.svg"], null],
  [["2", "Y56", "vacancy-rate", "wide.svg"], null],
  [["r2", "Y56", "wide.svg"], null],
])("a chart's address %j", (segments, expected) => {
  expect(readChartAddress(segments)).toEqual(expected);
});

test.each([
  [["r2", "places", "Y56.csv"], { release: 2, kind: "place", place: "Y56", measure: null, format: "csv" }],
  [
    ["latest", "places", "Y56", "headcount.json"],
    { release: "latest", kind: "place", place: "Y56", measure: "headcount", format: "json" },
  ],
  [["r2", "places", "Y56.xlsx"], { release: 2, kind: "place", place: "Y56", measure: null, format: "xlsx" }],
  [["r2", "places.json"], { release: 2, kind: "table", table: "places", format: "json" }],
  [["r2", "figures.csv-metadata.json"], { release: 2, kind: "metadata", table: "figures" }],
  [["latest", "datapackage.json"], { release: "latest", kind: "package", file: "datapackage.json" }],
  [["r2", "places", "Y56", "beds.csv"], "No measure is called “beds”"],
  [["r2", "places", "Y56", "headcount.xlsx"], "A workbook is of a whole place"],
  [["r2", "places", "Y56"], "A file of a place is"],
  [["r2", "places", "Y56.csv.csv"], "A file of a place is"],
  [["r2", "places", "Y56", "x", "headcount.csv"], "A file of a place is"],
  [["r2", "places", "y56.csv"], "“y56” is not the code of a place"],
  [["r2", "figures", "Y56.csv"], "There are figures, places"],
  [["r2", "figures.xlsx"], "There are figures, places"],
  [["r2", "figures.json-metadata.json"], "There are figures, places"],
  [["r2", "figures.csv.csv-metadata.json"], "There are figures, places"],
  [["r2", "people.csv"], "There are figures, places"],
  [["2", "figures.csv"], "begins with a release"],
  [[], "begins with a release"],
])("a file's address %j", (segments, expected) => {
  const read = readDataAddress(segments);
  if (typeof expected === "string") expect(read.ok ? read.value : read.problem.message).toContain(expected);
  else expect(read).toEqual({ ok: true, value: expected });
});

test("addresses that are printed are read as what they were printed from", () => {
  const after = (href: string, beginning: string) => href.slice(beginning.length).split("/");
  expect(readPlaceView(after(placeHref("Y56", 3), "/places/Y56/"))).toEqual({
    ok: true,
    value: { measure: null, subject: null, release: 3 },
  });
  expect(readPlaceView(after(measureHref("Y56", "headcount", 3), "/places/Y56/"))).toEqual({
    ok: true,
    value: { measure: "headcount", subject: null, release: 3 },
  });
  expect(readPlaceView(after(subjectHref("Y56", "pathways", 3), "/places/Y56/"))).toEqual({
    ok: true,
    value: { measure: null, subject: "pathways", release: 3 },
  });
  expect(readChartAddress(after(chartHref(2, "Y56/headcount-by-age/wide", "png"), "/charts/"))).toEqual({
    release: 2,
    place: "Y56",
    chart: "headcount-by-age",
    width: "wide",
    format: "png",
  });
  expect(readDataAddress(after(dataHref(2, "Y56", "headcount"), "/data/"))).toEqual({
    ok: true,
    value: { release: 2, kind: "place", place: "Y56", measure: "headcount", format: "csv" },
  });
  expect(readDataAddress(after(workbookHref(2, "Y56"), "/data/"))).toMatchObject({
    ok: true,
    value: { kind: "place", place: "Y56", format: "xlsx" },
  });
  expect(readDataAddress(after(releaseFileHref(2, "package.zip"), "/data/"))).toEqual({
    ok: true,
    value: { release: 2, kind: "package", file: "package.zip" },
  });
});
