import { expect, test } from "vitest";
import { typedDate } from "./typed-date";

test.each<[string, [string, string, string], string | null]>([
  ["whole", ["31", "03", "2027"], "2027-03-31"],
  ["without leading zeros, with spaces", [" 1", "4 ", "2027"], "2027-04-01"],
  ["that no calendar has, for the service to say so", ["31", "2", "2027"], "2027-02-31"],
  ["with a year in two digits", ["31", "3", "27"], "31 3 27"],
  ["in words", ["31", "March", "2027"], "31 March 2027"],
  ["half given", ["", "3", "2027"], "… 3 2027"],
  ["not given", ["", " ", ""], null],
])("a date %s", (_, [day, month, year], expected) => {
  expect(typedDate({ "x-day": day, "x-month": month, "x-year": year }, "x")).toBe(expected);
});
