/** Which of two numbers of a date is the day. */
export type DateOrder = "day-first" | "month-first";

/** `certain` is any written form in which day and month cannot change places. */
export type DateReading = { iso: string; form: "iso" | "serial" | "certain" | DateOrder };

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/;
const NUMBERS = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?: 00:00(?::00)?)?$/;
const NAMED = /^(\d{1,2})(?:st|nd|rd|th)?[-/. ]([a-z]{3,9})[-/., ]+(\d{4}|\d{2})$/i;
const SERIAL = /^\d{5}$/;
const DAY = 86_400_000;

/** Every date that a trimmed cell may mean: none, one, or two where day and month could change places. */
export function dateReadings(text: string): DateReading[] {
  const iso = ISO.exec(text);
  if (iso) return reading("iso", iso[1], iso[2], iso[3]);
  const numbers = NUMBERS.exec(text);
  if (numbers) {
    const [, first, second, year] = numbers;
    const dayFirst = reading("day-first", year, second, first);
    const monthFirst = reading("month-first", year, first, second);
    if (dayFirst[0] && dayFirst[0].iso === monthFirst[0]?.iso) return reading("certain", year, second, first);
    return [...dayFirst, ...monthFirst];
  }
  const named = NAMED.exec(text);
  if (named) {
    const name = (named[2] as string).toLowerCase();
    const month = MONTHS.findIndex((short) => name.startsWith(short) && isMonthName(name, short));
    return month < 0 ? [] : reading("certain", named[3], String(month + 1), named[1]);
  }
  if (SERIAL.test(text)) {
    const serial = Number(text);
    // The 1900 system counts 1 March 1900 as day 61, since it believes in a 29 February 1900.
    if (serial < 20_000 || serial > 80_000) return [];
    return [
      { iso: new Date(Date.UTC(1899, 11, 30) + serial * DAY).toISOString().slice(0, 10), form: "serial" },
    ];
  }
  return [];
}

const FULL = "january february march april may june july august september october november december".split(
  " ",
);
const isMonthName = (name: string, short: string) =>
  name === short || name === "sept" || FULL.some((full) => full === name && full.startsWith(short));

function reading(form: DateReading["form"], year?: string, month?: string, day?: string): DateReading[] {
  const full = Number(year) + (year?.length === 2 ? 2000 : 0);
  const date = new Date(Date.UTC(full, Number(month) - 1, Number(day)));
  const real =
    date.getUTCFullYear() === full &&
    date.getUTCMonth() === Number(month) - 1 &&
    date.getUTCDate() === Number(day);
  return real ? [{ iso: date.toISOString().slice(0, 10), form }] : [];
}
