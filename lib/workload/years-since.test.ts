import { expect, it } from "vitest";
import { yearsSince } from "./years-since";

it.each([
  ["2026-03-31", "2026-03-31", 0],
  ["2026-03-31", "2027-03-31", 1],
  ["2024-03-31", "2026-03-31", 2],
  ["2026-03-31", "2026-04-01", 1 / 365],
  ["2027-03-31", "2027-09-30", 183 / 366],
  ["2027-03-31", "2028-01-31", 306 / 366],
])("from %s to %s there are %d years", (from, to, years) => {
  expect(yearsSince(from, to)).toBeCloseTo(years, 12);
});
