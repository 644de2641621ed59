import { expect, it } from "vitest";
import { formatDate, formatMonth } from "./date";
import { formatCount, formatPercent } from "./number";
import { formatRange } from "./range";

it.each([
  ["a date", formatDate("2026-03-31"), "31 March 2026"],
  ["no leading nought", formatDate("2025-12-01"), "1 December 2025"],
  ["a moment", formatDate("2026-11-24T04:30:00.000Z"), "24 November 2026"],
  ["a month", formatMonth("2025-10"), "October 2025"],
  ["the month of a day", formatMonth("2025-01-31"), "January 2025"],
  ["a range", formatRange(16, 24, formatCount), "16 to 24"],
  ["a range of per cent", formatRange(5.1, 9, (value) => formatPercent(value)), "5.1% to 9%"],
  ["a range of one", formatRange(7, 7, formatCount), "7"],
])("prints %s", (_, printed, expected) => expect(printed).toBe(expected));

it.each(["", "31/03/2026", "2026-13-01", "2026-03", "2026-03-00"])("refuses %j as a date", (text) => {
  expect(() => formatDate(text)).toThrow("is not a");
});
