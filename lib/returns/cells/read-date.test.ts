import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateReadings, isPlainDate } from "./read-date";

/** What the language's own calendar says of a day; the twin of the one by hand. */
function byDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const two = (number: number) => String(number).padStart(2, "0");

describe("a date", () => {
  it("is a day of the calendar, by hand as by the language's own", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 9999 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, day) => {
          const text = `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
          const real = byDate(year, month, day);
          expect(isPlainDate(text)).toBe(real);
          expect(dateReadings(text)).toEqual(real ? [{ iso: text, form: "iso" }] : []);
        },
      ),
    );
  });

  it.each([
    "1900-02-29",
    "2023-02-29",
    "2000-13-01",
    "0099-01-01",
    "2026-3-31",
    "2026-03-3a",
    "2026/03/31",
    "",
  ])("%j is no plain one", (text) => {
    expect(isPlainDate(text)).toBe(false);
  });

  it.each(["2000-02-29", "2024-02-29", "2026-12-31", "0100-01-01"])("%s is a plain one", (text) => {
    expect(isPlainDate(text)).toBe(true);
  });

  it.each([
    [
      "1/2/26",
      [
        { iso: "2026-02-01", form: "day-first" },
        { iso: "2026-01-02", form: "month-first" },
      ],
    ],
    ["3.3.2026", [{ iso: "2026-03-03", form: "certain" }]],
    ["31-Mar-26", [{ iso: "2026-03-31", form: "certain" }]],
    ["46112", [{ iso: "2026-03-31", form: "serial" }]],
  ])("%s is read", (text, readings) => {
    expect(dateReadings(text)).toEqual(readings);
  });
});
