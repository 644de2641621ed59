import type { ValueRange } from "@/lib/statistics/value-range";
import type { ActivityWork } from "./activity-work";
import type { DeviceWork } from "./device-work";
import { medianInterval } from "./median";
import type { Standards } from "./standards";

/** Hours of one unit of an activity, pooled over organisations. */
export type PooledTime = ValueRange & {
  activity: string;
  /** The device category, or the unit of an activity that is not per device. */
  of: string;
  /** How many organisations it rests on. */
  organisations: number;
  /** Their median, before it was shrunk. */
  median: number;
};

/** By activity and category or unit. */
export type PooledTimes = ReadonlyMap<string, PooledTime>;

export const pooledKey = (activity: string, of: string): string => `${activity} ${of}`;

/** With fewer organisations nothing is pooled. */
const LEAST_ORGANISATIONS = 10;

/** The illustrative time counts as so many organisations more (class: assumption). */
const PRIOR_ORGANISATIONS = 10;

type Spent = { activity: string; of: string; organisation: string; units: number; hours: number };

/**
 * The pooled table, from the device and activity rows of all organisations: the median over organisations of hours per
 * job, where at least ten sent both, shrunk toward the illustrative time on the scale of logarithms with weight n/(n + 10).
 * Each organisation counts once. Left out are rows on which a supplier shares the work, and hours that were themselves
 * made of standard times.
 */
export function pooledTimes(
  devices: readonly DeviceWork[],
  activities: readonly ActivityWork[],
  standards: Standards,
): PooledTimes {
  const spent = [
    ...devices.flatMap(spentOnDevices),
    ...activities.flatMap((row): Spent[] =>
      standards.activities.get(row.activity)?.pooled &&
      row.hours !== null &&
      row.hoursSource !== "standard_time"
        ? [{ ...row, of: row.unit, units: row.volume, hours: row.hours }]
        : [],
    ),
  ];
  const byKey = new Map<string, Spent[]>();
  for (const each of spent) {
    const key = pooledKey(each.activity, each.of);
    const rows = byKey.get(key);
    if (rows) rows.push(each);
    else byKey.set(key, [each]);
  }
  return new Map(
    [...byKey].flatMap(([key, rows]): [string, PooledTime][] => {
      const pooled = pooledOf(rows, standards);
      return pooled === null ? [] : [[key, pooled]];
    }),
  );
}

function spentOnDevices(row: DeviceWork): Spent[] {
  if (row.maintenanceModel !== "in_house" || row.hoursSource === "standard_time") return [];
  const { organisation, category: of } = row;
  const kinds = [
    { activity: "planned_maintenance", units: row.ppmJobs, hours: row.ppmHours },
    { activity: "repair", units: row.repairJobs, hours: row.repairHours },
  ];
  return kinds.flatMap(({ activity, units, hours }) =>
    units === null || hours === null ? [] : [{ activity, of, organisation, units, hours }],
  );
}

function pooledOf(rows: readonly Spent[], standards: Standards): PooledTime | null {
  const { activity = "", of = "" } = rows[0] ?? {};
  const perOrganisation = new Map<string, { units: number; hours: number }>();
  for (const { organisation, units, hours } of rows) {
    const before = perOrganisation.get(organisation) ?? { units: 0, hours: 0 };
    perOrganisation.set(organisation, { units: before.units + units, hours: before.hours + hours });
  }
  const rates = [...perOrganisation.values()]
    .filter(({ units, hours }) => units > 0 && hours > 0)
    .map(({ units, hours }) => hours / units);
  if (rates.length < LEAST_ORGANISATIONS) return null;
  const { median, low, high } = medianInterval(rates);
  const prior = illustrativeTime(activity, of, standards);
  const weight = prior === null ? 1 : rates.length / (rates.length + PRIOR_ORGANISATIONS);
  const shrunk = (from: number, toward: number | undefined) =>
    toward === undefined ? from : Math.exp(weight * Math.log(from) + (1 - weight) * Math.log(toward));
  return {
    activity,
    of,
    organisations: rates.length,
    median,
    value: shrunk(median, prior?.value),
    low: shrunk(low, prior?.low),
    high: shrunk(high, prior?.high),
  };
}

/** The illustrative hours of one unit of an activity; null where there is no default. */
export function illustrativeTime(activity: string, of: string, standards: Standards): ValueRange | null {
  const category = standards.categories.get(of);
  switch (activity) {
    case "planned_maintenance":
      return category?.planned ?? null;
    case "repair":
      return category?.repair ?? null;
    case "acceptance":
      return category?.acceptance ?? null;
    case "decommission":
      return category?.decommission ?? null;
    default: {
      const standard = standards.activities.get(activity);
      return standard?.unit === of ? standard.time : null;
    }
  }
}
