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

const DASH = 45;
const digit = (text: string, at: number): number => {
  const value = text.charCodeAt(at) - 48;
  return value >= 0 && value <= 9 ? value : Number.NaN;
};

/** Whether a cell is a day of the calendar as `YYYY-MM-DD` and nothing else: most are, and then nothing is to be read. */
export function isPlainDate(text: string): boolean {
  if (text.length !== 10 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return false;
  const year = digit(text, 0) * 1000 + digit(text, 1) * 100 + digit(text, 2) * 10 + digit(text, 3);
  const month = digit(text, 5) * 10 + digit(text, 6);
  return year >= 100 && isDayOf(year, month, digit(text, 8) * 10 + digit(text, 9));
}

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
  // The calendar by hand: a Date for each cell is a third of the time that a large file takes.
  if (full < 100 || !isDayOf(full, Number(month), Number(day))) return [];
  return [{ iso: `${String(full).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(day)}`, form }];
}

const twoDigits = (text = ""): string => (text.length === 1 ? `0${text}` : text);

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDayOf(year: number, month: number, day: number): boolean {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= (LENGTHS[month - 1] ?? 0) + (leap ? 1 : 0);
}
