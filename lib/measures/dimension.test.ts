import { describe, expect, it } from "vitest";
import { categoryTitle, compareCategories } from "./dimension";
import { knownDimension } from "./dimensions";
import { publishedAge, publishedBand, publishedRegister } from "./return-codes";
import { vacancyBand, vacancyBandTitle } from "./vacancy-band";

describe("categories, merged ones too", () => {
  const band = knownDimension("band");

  it.each([
    ["all", "All"],
    ["8d_9", "Bands 8d and 9"],
    ["2+3", "Bands 2 and 3"],
  ])("%s is titled %s", (category, title) => expect(categoryTitle(band, category)).toBe(title));

  it("stand in the declared order, the total first", () => {
    const order = ["other", "8d_9", "2+3", "10", "4", "all"].filter((id) => id !== "10");
    expect(order.sort((a, b) => compareCategories(band, a, b))).toEqual(["all", "2+3", "4", "8d_9", "other"]);
  });
});

describe("from the codes of a return", () => {
  it.each([
    ["under_25", "under_25"],
    ["25_29", "25_34"],
    ["30_34", "25_34"],
    ["35_39", "35_44"],
    ["40_44", "35_44"],
    ["45_49", "45_54"],
    ["50_54", "45_54"],
    ["55_59", "55_64"],
    ["60_64", "55_64"],
    ["65_69", "65_plus"],
    ["70_plus", "65_plus"],
    ["unknown", "unknown"],
  ])("age %s is published as %s", (code, age) => {
    expect(publishedAge(code)).toBe(age);
    expect(knownDimension("age").categories.map(({ id }) => id)).toContain(age);
  });

  it("refuses an age that a return cannot hold, rather than call it unknown", () => {
    expect(() => publishedAge("25_34")).toThrow("25_34");
  });

  it.each([
    ["8d", "8d_9"],
    ["9", "8d_9"],
    ["8c", "8c"],
    ["other", "other"],
  ])("band %s is published as %s", (code, band) => expect(publishedBand(code)).toBe(band));

  it.each([
    [[], "unknown"],
    [["none"], "none"],
    [["eligible_not_registered"], "none"],
    [["rct", "ieng"], "ieng"],
    [["ahcs", "rct"], "rct"],
    [["engtech", "hcpc_clinical_scientist"], "hcpc"],
  ])("registrations %j are published as %s", (set, register) =>
    expect(publishedRegister(set)).toBe(register),
  );
});

it.each([
  [-3, 1],
  [0, 1],
  [4.999, 1],
  [5, 2],
  [10, 3],
  [19.99, 3],
  [20, 4],
  [140, 4],
])("a vacancy rate of %d%% is in band %i", (rate, band) => {
  expect(vacancyBand(rate)).toBe(band);
  expect(vacancyBandTitle(band)).toContain("%");
});
