import { formatDate } from "@/lib/format/date";
import { isIsoDate, shiftDays } from "@/lib/places/calendar-day";
import { fail, type Problem } from "@/lib/result";

/** A census is announced some time before it, and never for a year that nobody has planned. */
const DAYS_AHEAD = 400;
/** The oldest census that anybody could still answer from their records. */
const DAYS_BACK = 10 * 366;
/** A collection open for longer than this is a slip of the pen. */
const DAYS_OPEN = 2 * 366;

const noDate = (code: string, text: string): Problem =>
  fail(
    code,
    `“${text}” is not a date of the calendar.`,
    "Give a day that exists, with the year in four digits, such as 31 March 2027 (2027-03-31).",
  ).problem;

/**
 * What stands against a collection's dates, asked on the day `today`; null where nothing does. All are ISO days, and
 * `closes` is the last day on which returns are expected: null where none has been set.
 */
export function datesProblem(census: string, closes: string | null, today: string): Problem | null {
  if (!isIsoDate(census)) return noDate("census-no-date", census);
  const latest = shiftDays(today, DAYS_AHEAD) as string;
  if (census > latest)
    return fail(
      "census-too-late",
      `The census of ${formatDate(census)} is more than a year ahead.`,
      `Choose a date up to ${formatDate(latest)}.`,
    ).problem;
  const earliest = shiftDays(today, -DAYS_BACK) as string;
  if (census < earliest)
    return fail(
      "census-too-early",
      `The census of ${formatDate(census)} is more than ten years ago.`,
      `Choose a date from ${formatDate(earliest)} on.`,
    ).problem;
  if (closes === null) return null;
  if (!isIsoDate(closes)) return noDate("closes-no-date", closes);
  if (closes < census)
    return fail(
      "closes-before-census",
      `The closing date, ${formatDate(closes)}, is before the census of ${formatDate(census)}.`,
      "Choose a later closing date, or leave it empty.",
    ).problem;
  if (closes < today)
    return fail(
      "closes-past",
      `The closing date, ${formatDate(closes)}, has passed.`,
      "Choose a date that is still to come, or leave it empty.",
    ).problem;
  const last = shiftDays(census > today ? census : today, DAYS_OPEN) as string;
  if (closes > last)
    return fail(
      "closes-too-late",
      `The closing date, ${formatDate(closes)}, is more than two years ahead.`,
      `Choose a date up to ${formatDate(last)}, or leave it empty.`,
    ).problem;
  return null;
}
