import { exactly } from "@/lib/statistics/value-range";
import type { DefaultUsed } from "./defaults";
import type { StandardWeek } from "./standards";
import type { WholeService } from "./whole-service";

/** Hours of a whole-time post's week at the census and on the day asked for. */
export type WeekHours = {
  hours: number;
  atCensus: number;
  /** The standard weeks that stand in for the service's own, as at the day asked for. */
  used: DefaultUsed[];
};

/**
 * The standard week on a date. The service's own week holds until its own change (`standard_hours_next`, from
 * `standard_hours_from`), or else until its nation's week changes after the census, as Scotland's did on 1 April 2026.
 */
export function weekHours(
  { numbers, standardHoursFrom }: WholeService,
  nation: string | null,
  weeks: readonly StandardWeek[],
  { census, at }: { census: string; at: string },
): WeekHours {
  const standard = (date: string) => standardWeek(weeks, nation, date);
  const own = numbers.standard_hours_per_week;
  const next = numbers.standard_hours_next;
  const changed = (date: string) => next !== null && standardHoursFrom !== null && date >= standardHoursFrom;
  const ownAt = (date: string) => (changed(date) ? next : own);
  const atCensus = ownAt(census) ?? standard(census).hours;
  const hasOwnChange = next !== null && standardHoursFrom !== null;
  const nationChanges = !hasOwnChange && standard(at).hours !== standard(census).hours;
  const sent = nationChanges ? null : ownAt(at);
  if (sent !== null) return { hours: sent, atCensus, used: [] };
  const { hours, evidence, source } = standard(at);
  return {
    hours,
    atCensus,
    used: [{ id: "standard_hours_per_week", ...exactly(hours), unit: "hours a week", evidence, source }],
  };
}

/** The newest standard week of a nation that is in force on a date; that of all others where it has none of its own. */
function standardWeek(weeks: readonly StandardWeek[], nation: string | null, date: string): StandardWeek {
  const own = weeks.filter((week) => week.nation !== null && week.nation === nation);
  const inForce = (own.length > 0 ? own : weeks.filter((week) => week.nation === null))
    .filter(({ from }) => from === null || from <= date)
    .sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? 1 : -1));
  const newest = inForce[0];
  if (!newest) throw new Error(`No standard week of ${nation ?? "any nation"} is in force on ${date}`);
  return newest;
}
