/** Whether the text is a day of the calendar, written `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && shiftDays(text, 0) === text;
}

/** The day so many days later (or earlier, when negative); null when the text is no day. */
export function shiftDays(date: string, days: number): string | null {
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) ? null : new Date(time + days * 86_400_000).toISOString().slice(0, 10);
}

/** How many days the second ISO day is after the first; negative when it is before. */
export const daysBetween = (first: string, second: string): number =>
  Math.round((Date.parse(`${second}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / 86_400_000);

/** The last day of a month (`2025-10`); null when the text is no month. */
export function lastDayOf(month: string): string | null {
  const [year = 0, number = 0] = month.split("-").map(Number);
  const next =
    number === 12 ? `${year + 1}-01` : `${month.slice(0, 4)}-${String(number + 1).padStart(2, "0")}`;
  return shiftDays(`${next}-01`, -1);
}
