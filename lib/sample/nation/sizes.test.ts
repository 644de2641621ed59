import { expect, it } from "vitest";
import { committedText } from "@/tests/support/committed-tables";
import { nationSizes } from "./sizes";
import { wholeNation } from "./testing/whole-nation";

it("says how large the nation is, and of what each number is", () => {
  const nation = wholeNation(committedText("categories.csv"));
  const said = nationSizes(nation).join("\n");
  expect(said).toContain("202 fictional organisations; 4 collections: 2023-03-31 (closed), ");
  const states = nation.truth().states.filter(({ census }) => census === "2026-03-31");
  const heads = states.reduce((sum, { headcount }) => sum + headcount, 0);
  expect(heads).toBeGreaterThan(2900);
  expect(said).toContain(`${heads.toLocaleString("en-GB")} staff (people in post`);
  // About six in a hundred, and of the two sums that stand beside it.
  const [, rate, funded, inPost] =
    /and ([\d.]+) % of posts are vacant \(funded: establishment, ([\d,.]+) WTE, less staff in post, ([\d,.]+) WTE/.exec(
      said,
    ) ?? [];
  const [establishment, staff] = [funded, inPost].map((text = "") => Number(text.replaceAll(",", "")));
  expect(Number(rate)).toBeCloseTo(
    (100 * ((establishment as number) - (staff as number))) / (establishment as number),
    1,
  );
  expect(Math.abs(Number(rate) - 6)).toBeLessThan(0.5);
  expect(said).toContain("185 of the 200 asked have answered");
});
