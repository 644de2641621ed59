import { sumWte, TURNOVER_FLOWS, type TurnoverFlow, type TurnoverRow } from "./turnover";

/** A month's totals over all organisations, in WTE to five decimals; null where an organisation's figure is not known. */
export type TurnoverTotals = { organisations: number } & Record<TurnoverFlow, number | null>;

/** Adds up one month (`2025-10`). A figure that one organisation does not give makes the total not known. */
export function totalsOf(rows: readonly TurnoverRow[], month: string): TurnoverTotals {
  const ofMonth = rows.filter((row) => row.month === month);
  const total = (flow: TurnoverFlow) => {
    const known = ofMonth.map((row) => row[flow].wte).filter((wte) => wte !== null);
    return known.length === ofMonth.length ? sumWte(known) : null;
  };
  const [start = null, end = null, joiners = null, leavers = null] = TURNOVER_FLOWS.map(total);
  return { organisations: ofMonth.length, start, end, joiners, leavers };
}

/** The totals of scientific, therapeutic and technical staff in NHS England's files, against which files are verified. */
export const PUBLISHED_TOTALS: Readonly<Record<string, TurnoverTotals>> = {
  "2025-10": {
    organisations: 246,
    start: 186_058.88768,
    end: 187_053.53528,
    joiners: 2_270.86042,
    leavers: 1_783.74191,
  },
  "2025-11": {
    organisations: 246,
    start: 187_053.53528,
    end: 187_677.91263,
    joiners: 1_957.93557,
    leavers: 1_699.34061,
  },
};
