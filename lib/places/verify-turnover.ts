import { formatMonth } from "@/lib/format/date";
import { formatNumber, formatPercent } from "@/lib/format/number";
import { counted } from "./counted";
import { leaverRate } from "./leaver-rate";
import type { TurnoverRow } from "./turnover";
import { mergeTurnover } from "./turnover-table";
import { PUBLISHED_TOTALS, type TurnoverTotals, totalsOf } from "./turnover-totals";

/** One thing that was checked, in words, and whether it holds. */
export type Verified = { holds: boolean; words: string };

/**
 * Holds the rows of whole turnover files against the published totals, against our table row by row, and against one
 * another: a month ends with what the next begins with. A month whose totals are not known does not hold.
 */
export function verifyTurnover(rows: readonly TurnoverRow[], table: readonly TurnoverRow[]): Verified[] {
  const months = [...new Set(rows.map(({ month }) => month))].sort();
  return months.flatMap((month, index) => {
    const ofMonth = rows.filter((row) => row.month === month);
    const next = months[index + 1];
    return [
      totalsHold(ofMonth, month),
      tableHolds(
        ofMonth,
        table.filter((row) => row.month === month),
        month,
      ),
      ...(next === undefined
        ? []
        : [
            chainHolds(
              ofMonth,
              rows.filter((row) => row.month === next),
              month,
              next,
            ),
          ]),
    ];
  });
}

function totalsHold(rows: readonly TurnoverRow[], month: string): Verified {
  const totals = totalsOf(rows, month);
  const rate = leaverRate(rows, [month])?.rate ?? null;
  const share = rate === null ? "" : ` (${formatPercent(100 * rate, 3)} of the WTE at its start)`;
  const words = `${formatMonth(month)}: ${inWords(totals)}${share}.`;
  const published = PUBLISHED_TOTALS[month];
  if (published === undefined)
    return { holds: false, words: `${words} No published totals are known for this month.` };
  const holds = (Object.keys(published) as (keyof TurnoverTotals)[]).every(
    (key) => published[key] === totals[key],
  );
  return { holds, words: holds ? `${words} As published.` : `${words} Published: ${inWords(published)}.` };
}

function inWords({ organisations, start, end, joiners, leavers }: TurnoverTotals): string {
  const wte = (value: number | null) => (value === null ? "not known" : formatNumber(value, 5));
  return `${counted(organisations, "organisation")}, ${wte(start)} WTE at its start, ${wte(end)} at its end, ${wte(joiners)} joined, ${wte(leavers)} left`;
}

function tableHolds(rows: readonly TurnoverRow[], table: readonly TurnoverRow[], month: string): Verified {
  const { added, changed } = mergeTurnover(table, rows);
  const gone = table.filter((row) => !rows.some(({ organisation }) => organisation === row.organisation));
  const wrong = [...added, ...changed.map(({ after }) => after), ...gone].map(
    ({ organisation }) => organisation,
  );
  const words =
    wrong.length === 0
      ? `turnover.csv says the same for ${counted(rows.length, "organisation")} in ${formatMonth(month)}.`
      : `turnover.csv says otherwise, or nothing, for ${counted(wrong.length, "organisation")} in ${formatMonth(month)}: ${wrong.slice(0, 10).join(", ")}.`;
  return { holds: wrong.length === 0, words };
}

function chainHolds(
  rows: readonly TurnoverRow[],
  following: readonly TurnoverRow[],
  month: string,
  next: string,
): Verified {
  const starts = new Map(following.map(({ organisation, start }) => [organisation, start.wte]));
  const broken = rows.filter(({ organisation, end }) => starts.get(organisation) !== end.wte);
  const whole = broken.length === 0 && following.length === rows.length;
  const words = whole
    ? `Each organisation ends ${formatMonth(month)} with the WTE with which it begins ${formatMonth(next)}.`
    : `Not all organisations begin ${formatMonth(next)} with what they had at the end of ${formatMonth(month)} (${broken.length} of ${rows.length} do not): ${broken
        .slice(0, 10)
        .map(({ organisation }) => organisation)
        .join(", ")}.`;
  return { holds: whole, words };
}
