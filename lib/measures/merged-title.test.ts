import { expect, test } from "vitest";
import { categoryTitle } from "./dimension";
import { knownDimension } from "./dimensions";

test.each([
  ["age", "under_25+25_34", "Under 35"],
  ["age", "35_44+45_54", "35 to 54"],
  ["age", "55_64+65_plus", "55 and over"],
  ["age", "under_25+25_34+35_44+45_54+55_64+65_plus", "All known ages"],
  ["band", "2+3", "Bands 2 and 3"],
  ["band", "2+3+4", "Bands 2 to 4"],
  ["band", "8c+8d_9", "Bands 8c to 9"],
  ["band", "8a+8b+8c+8d_9+other", "Bands 8a to 9; other pay"],
  ["band", "8d_9+other", "Bands 8d and 9; other pay"],
  ["step", "5_to_6+6_to_7", "One band up, within bands 5 to 7"],
  ["step", "8b_to_8c+8c_to_9+further_up", "One band up, within bands 8b to 9; two bands up or more"],
  ["step", "8c_to_9+further_up", "Band 8c to 8d, or 8d to 9; Two bands up or more"],
  ["step", "down+other_pay", "To a lower band; To or from other pay"],
  ["role", "clinical_scientist+professional_engineer", "Clinical scientists; Professional engineers"],
])("of %s, %s is titled %s", (dimension, category, title) => {
  expect(categoryTitle(knownDimension(dimension), category)).toBe(title);
});

test("every run of neighbours has a title of its own in its dimension", () => {
  for (const id of ["age", "band", "role", "specialism", "step"]) {
    const dimension = knownDimension(id);
    const ids = dimension.categories.map((category) => category.id);
    const runs = ids.flatMap((_, from) =>
      ids.slice(from + 1).map((_, n) => ids.slice(from, from + n + 2).join("+")),
    );
    const titles = [...ids, ...runs].map((run) => categoryTitle(dimension, run));
    expect(new Set(titles).size, id).toBe(titles.length);
  }
});
