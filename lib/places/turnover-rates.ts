import { FEWEST_STAFF_FOR_A_RATE } from "./leaver-rate";
import { OFFICIAL_STAFF_GROUP } from "./turnover";

/** One month of one organisation, as the official source has it. */
export type TurnoverMonth = {
  organisation: string;
  /** `2025-10`, or a day of it. */
  month: string;
  staffGroup: string;
  startWte: number | null;
  leaversWte: number | null;
};

/**
 * Of each organisation the mean share of its other scientific, therapeutic and technical staff that leaves in a month:
 * leavers' WTE ÷ WTE at the months' starts, over the months not after a day. An organisation of which no month is
 * known, or that has too few such staff for a rate to mean anything, has none: absent, never zero.
 *
 * @param until ISO date
 */
export function turnoverRates(months: readonly TurnoverMonth[], until: string): Map<string, number> {
  const sums = new Map<string, { start: number; leavers: number; months: number }>();
  for (const { organisation, month, staffGroup, startWte, leaversWte } of months) {
    if (staffGroup !== OFFICIAL_STAFF_GROUP || month.slice(0, 7) > until.slice(0, 7)) continue;
    if (startWte === null || leaversWte === null) continue;
    const sum = sums.get(organisation) ?? { start: 0, leavers: 0, months: 0 };
    sums.set(organisation, sum);
    sum.start += startWte;
    sum.leavers += leaversWte;
    sum.months += 1;
  }
  return new Map(
    [...sums].flatMap(([organisation, { start, leavers, months: known }]) =>
      start / known < FEWEST_STAFF_FOR_A_RATE ? [] : [[organisation, leavers / start]],
    ),
  );
}
