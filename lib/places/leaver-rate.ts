import { formatMonth } from "@/lib/format/date";
import { formatPercent } from "@/lib/format/number";
import { sumWte, type TurnoverRow } from "./turnover";

/** On fewer people than this a rate would be about single persons, and is not given. */
export const FEWEST_STAFF_FOR_A_RATE = 10;

/** Leavers of one or more months over the staff at the beginning of the first, in WTE, of some organisations together. */
export type LeaverRate = {
  /** How many organisations are in it: those that report each of the months. */
  organisations: number;
  startWte: number;
  leaversWte: number;
  /** A share, not a percentage; null when there are too few staff for a rate to mean anything. */
  rate: number | null;
  /** "1.0% of WTE left in October 2025", or why there is no rate. */
  words: string;
};

/**
 * The official leaver rate of the organisations whose rows are given, together, over the given months (`2025-10`, in
 * order): leavers' WTE ÷ WTE at the start of the first month. It is a rate of those months, not of a year.
 * Null when none of them reports all of the months: absent, never zero.
 */
export function leaverRate(rows: readonly TurnoverRow[], months: readonly string[]): LeaverRate | null {
  const organisations = new Set(rows.map(({ organisation }) => organisation));
  const starts: number[] = [];
  const leavers: number[] = [];
  let people = 0;
  for (const code of organisations) {
    const own = months.map((month) => rows.find((row) => row.organisation === code && row.month === month));
    const start = own[0]?.start;
    const left = own.map((row) => row?.leavers.wte ?? null);
    if (start === undefined || start.wte === null || left.some((wte) => wte === null)) continue;
    starts.push(start.wte);
    leavers.push(...left.filter((wte) => wte !== null));
    people += start.headcount ?? 0;
  }
  if (starts.length === 0) return null;
  const [startWte, leaversWte] = [sumWte(starts), sumWte(leavers)];
  const rate = people < FEWEST_STAFF_FOR_A_RATE || startWte === 0 ? null : leaversWte / startWte;
  const words =
    rate === null
      ? `Fewer than ${FEWEST_STAFF_FOR_A_RATE} staff of this group: no rate is given`
      : `${formatPercent(100 * rate, 1)} of WTE left in ${monthsInWords(months)}`;
  return { organisations: starts.length, startWte, leaversWte, rate, words };
}

/** "October 2025", "October and November 2025", "October 2025 to March 2026". */
export function monthsInWords(months: readonly string[]): string {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return "no month";
  if (first === last) return formatMonth(first);
  const sameYear = first.slice(0, 4) === last.slice(0, 4);
  const start = sameYear ? formatMonth(first).replace(/ \d{4}$/, "") : formatMonth(first);
  return `${start} ${months.length === 2 ? "and" : "to"} ${formatMonth(last)}`;
}
