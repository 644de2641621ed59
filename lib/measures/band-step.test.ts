import { expect, test } from "vitest";
import { AFC_BANDS } from "@/lib/returns/codes/afc-band";
import { bandStep } from "./band-step";
import { knownDimension } from "./dimensions";

test.each([
  ["2", "3", "2_to_3"],
  ["7", "8a", "7_to_8a"],
  ["8b", "8c", "8b_to_8c"],
  ["8c", "8d", "8c_to_9"],
  ["8d", "9", "8c_to_9"],
  ["5", "7", "further_up"],
  ["8c", "9", "further_up"],
  ["6", "5", "down"],
  ["other", "7", "other_pay"],
  ["8a", "other", "other_pay"],
  ["6", "6", "unknown"],
  [null, "6", "unknown"],
  ["6", null, "unknown"],
])("a move from band %s to %s is published as %s", (from, to, step) => expect(bandStep(from, to)).toBe(step));

test("every pair of bands of a return has a category", () => {
  const ids = knownDimension("step").categories.map(({ id }) => id);
  for (const from of AFC_BANDS)
    for (const to of AFC_BANDS) expect(ids).toContain(bandStep(from.value, to.value));
});

test("refuses a band that a return cannot hold, rather than call it unknown", () => {
  expect(() => bandStep("8", "9")).toThrow("8");
});
