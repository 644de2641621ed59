import { expect, test } from "vitest";
import { placesAbove, placesBeside, placesNamedBy, placesUnder } from "./scene";
import { PLACES, placeOf } from "./scene.fixture";

const places = new Map(PLACES.map((place) => [place.code, place]));
const codes = (found: readonly { code: string }[]) => found.map(({ code }) => code);

test("the way up begins at the top", () => {
  expect(codes(placesAbove(places, "ZS001"))).toEqual(["K02000001", "E92000001", "Y56", "QKK"]);
  expect(placesAbove(places, "K02000001")).toEqual([]);
  expect(placesAbove(places, "nowhere")).toEqual([]);
});

test("a loop of parents ends the way up instead of the process", () => {
  const loop = new Map([
    ["A", { ...placeOf("Y56"), code: "A", parent: "B" }],
    ["B", { ...placeOf("Y56"), code: "B", parent: "A" }],
  ]);
  expect(codes(placesAbove(loop, "A"))).toEqual(["A", "B"]);
});

test.each([
  [
    "the United Kingdom beside the regions of England and the other nations",
    "K02000001",
    ["Y56", "Y60", "W92000004"],
  ],
  ["a nation beside its regions", "E92000001", ["Y56", "Y60"]],
  ["a region beside its boards", "Y56", ["QMF", "QKK", "QWE"]],
  ["a board beside the others of its region, itself among them", "QKK", ["QMF", "QKK", "QWE"]],
  ["a nation without regions beside the other nations", "W92000004", ["E92000001", "W92000004"]],
  ["an organisation beside nobody", "ZS001", []],
])("%s", (_, code, beside) => {
  expect(codes(placesBeside(places, placeOf(code)))).toEqual(beside);
});

test("places under one are by name", () => {
  expect(codes(placesUnder(places, "QKK"))).toEqual(["ZS001", "ZS002"]);
});

test("a page names itself, what is above, under and beside it, each once", () => {
  expect(placesNamedBy(places, "QKK").sort()).toEqual(
    ["QKK", "K02000001", "E92000001", "Y56", "ZS001", "ZS002", "QMF", "QWE"].sort(),
  );
});
