const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** `2025-10`, or any day of it, as "October 2025". */
export function formatMonth(month: string): string {
  const [, year, number] = /^(\d{4})-(\d{2})/.exec(month) ?? [];
  const name = MONTHS[Number(number) - 1];
  if (year === undefined || name === undefined) throw new Error(`"${month}" is not a month`);
  return `${name} ${year}`;
}

/** `2026-03-31` as "31 March 2026"; of a moment, the day it has in UTC. */
export function formatDate(date: string): string {
  const day = Number(/^\d{4}-\d{2}-(\d{2})/.exec(date)?.[1]);
  if (!(day >= 1 && day <= 31)) throw new Error(`"${date}" is not a date`);
  return `${day} ${formatMonth(date)}`;
}
