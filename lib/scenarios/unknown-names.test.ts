import { expect, test } from "vitest";
import { unknownNames } from "./unknown-names";

const known = { places: new Set(["Y56"]), categories: new Set(["ventilator"]) };
const lever = { id: "device-growth", from: 2027, value: 0.02, reason: "r" } as const;

test("levers that name what there is have no fault", () => {
  expect(
    unknownNames({ levers: [lever, { ...lever, place: "Y56", category: "ventilator" }] }, known),
  ).toEqual([]);
});

test("an unknown place and an unknown category are each told by their path", () => {
  expect(
    unknownNames({ levers: [lever, { ...lever, place: "Y99", category: "ventilators" }] }, known),
  ).toEqual([
    { path: "levers[1].place", expected: "the code of a place that there is", found: "Y99" },
    {
      path: "levers[1].category",
      expected: "a category of data/reference/categories.csv",
      found: "ventilators",
    },
  ]);
});
