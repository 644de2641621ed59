import { formatMonth } from "@/lib/format/date";
import { formatNumber } from "@/lib/format/number";
import { FEWEST_STAFF_FOR_A_RATE, leaverRate } from "@/lib/places/leaver-rate";
import { OFFICIAL_STAFF_GROUP, type TurnoverRow } from "@/lib/places/turnover";

/** A month of an organisation as the official source has it. */
export type OfficialMonth = {
  source: string;
  organisation: string;
  month: string;
  staffGroup: string;
  startWte: number | null;
  endWte: number | null;
  joinersWte: number | null;
  leaversWte: number | null;
};

export type OfficialPanel = {
  staffGroup: string;
  /** "1.0% of WTE left in October 2025"; null where none is given. */
  leaverRate: string | null;
  /** Why no rate is given; null where one is. */
  noRate: string | null;
  months: readonly { month: string; start: string; joiners: string; leavers: string; end: string }[];
};

const FEW = `No leaver rate is given: with less than ${FEWEST_STAFF_FOR_A_RATE} WTE at the start it would say what one or two people did. NHS England publishes the numbers below of every organisation, however few its staff; they stand here as published.`;
const UNKNOWN = "No leaver rate is given: the source does not have every number that it needs.";

const wte = (value: number | null) => (value === null ? "not known" : formatNumber(value, 1));

/**
 * NHS England's turnover of scientific, therapeutic and technical staff in an organisation, of which clinical
 * engineers are a small part. Null where the source has none: absent, never zero.
 */
export function officialPanel(rows: readonly OfficialMonth[]): OfficialPanel | null {
  const own = rows.filter((row) => row.staffGroup === OFFICIAL_STAFF_GROUP);
  if (own.length === 0) return null;
  const months = [...new Set(own.map((row) => row.month.slice(0, 7)))].sort();
  const rate = leaverRate(own.map(asTurnover), months);
  return {
    staffGroup: OFFICIAL_STAFF_GROUP,
    leaverRate: rate && rate.rate !== null ? rate.words : null,
    noRate: rate === null ? UNKNOWN : rate.rate === null ? FEW : null,
    months: months.flatMap((month) => {
      const row = own.find((one) => one.month.startsWith(month));
      if (!row) return [];
      return [
        {
          month: formatMonth(month),
          start: wte(row.startWte),
          joiners: wte(row.joinersWte),
          leavers: wte(row.leaversWte),
          end: wte(row.endWte),
        },
      ];
    }),
  };
}

function asTurnover(row: OfficialMonth): TurnoverRow {
  const count = (value: number | null) => ({ wte: value, headcount: null });
  return {
    organisation: row.organisation,
    name: row.organisation,
    month: row.month.slice(0, 7),
    // The database keeps WTE only. Nobody works more than one, so it is a safe lower bound for the number of people.
    start: { wte: row.startWte, headcount: row.startWte === null ? null : Math.floor(row.startWte) },
    end: count(row.endWte),
    joiners: count(row.joinersWte),
    leavers: count(row.leaversWte),
    source: row.source,
  };
}
