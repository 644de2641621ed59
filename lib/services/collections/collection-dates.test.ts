import { expect, test } from "vitest";
import { datesProblem } from "./collection-dates";

const TODAY = "2026-11-24";

test.each<[string, string, string | null, string | null]>([
  ["the next census", "2027-03-31", "2027-06-30", null],
  ["one without a closing date", "2027-03-31", null, null],
  ["one of last year that closes today", "2025-03-31", TODAY, null],
  ["one that closes on the day of the census", "2027-03-31", "2027-03-31", null],
  ["a day that no month has", "2027-02-30", null, "census-no-date"],
  ["a year in two digits", "27-03-31", null, "census-no-date"],
  ["words", "next spring", null, "census-no-date"],
  ["nothing", "", null, "census-no-date"],
  ["a census four hundred days ahead", "2027-12-29", null, null],
  ["a census beyond that", "2027-12-30", null, "census-too-late"],
  ["a century mistyped", "2126-03-31", null, "census-too-late"],
  ["a century forgotten", "1926-03-31", null, "census-too-early"],
  ["a closing date that is none", "2027-03-31", "2027-06-31", "closes-no-date"],
  ["a closing date before the census", "2027-03-31", "2027-03-30", "closes-before-census"],
  ["a closing date that has passed", "2026-03-31", "2026-11-23", "closes-past"],
  ["a closing date in another decade", "2027-03-31", "2037-06-30", "closes-too-late"],
])("%s", (_, census, closes, code) => {
  expect(datesProblem(census, closes, TODAY)?.code ?? null).toBe(code);
});

test("each is said in a sentence that names the date and how to mend it", () => {
  expect(datesProblem("2126-03-31", null, TODAY)).toEqual({
    code: "census-too-late",
    message: "The census of 31 March 2126 is more than a year ahead.",
    mend: "Choose a date up to 29 December 2027.",
  });
  expect(datesProblem("2027-02-30", null, TODAY)?.message).toBe(
    "“2027-02-30” is not a date of the calendar.",
  );
});
