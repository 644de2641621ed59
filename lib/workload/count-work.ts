import { activitiesNotSent, activityHours } from "./activity-hours";
import type { ActivityWork } from "./activity-work";
import { deviceHours, type Times } from "./device-hours";
import { DEVICE_ACTIVITIES, type DeviceWork } from "./device-work";
import { atPace, type MissingWork, type WorkLine, workLines } from "./work-line";

export type CountedWork = { lines: WorkLine[]; missing: MissingWork[] };

/**
 * All work of a service as lines, and what of it cannot be counted. Null is a part that was not sent.
 * `remaining`: the share of hours that productivity leaves, (1 − p)^t.
 */
export function countWork(
  devices: readonly DeviceWork[] | null,
  activities: readonly ActivityWork[] | null,
  times: Times,
  remaining: number,
): CountedWork {
  const work = [
    ...(devices ?? []).map((row) => deviceHours(row, times)),
    ...(activities ?? []).map((row) => activityHours(row, times)),
  ];
  return {
    lines: workLines(work.flatMap(({ parts }) => parts)).map((line) => atPace(line, remaining)),
    missing: [
      ...work.flatMap(({ missing }) => missing),
      ...(devices === null ? devicesNotSent(times) : []),
      ...activitiesNotSent(activities, times.standards),
    ],
  };
}

function devicesNotSent({ standards }: Times): MissingWork[] {
  const specialisms = [
    ...new Set(["community", "equipment_management", ...standards.categorySpecialisms.values()]),
  ];
  return DEVICE_ACTIVITIES.map(({ value }) => ({
    activity: value,
    category: null,
    specialisms: specialisms.sort(),
    reason: "not_sent",
    devices: null,
  }));
}

/**
 * Devices whose planned maintenance is counted, over all of which own staff do some; null where there are none.
 */
export function deviceCoverage(
  devices: readonly DeviceWork[] | null,
  missing: readonly MissingWork[],
  { standards }: Times,
): number | null {
  const all = (devices ?? [])
    .filter(({ maintenanceModel }) => (standards.models.get(maintenanceModel)?.planned.high ?? 0) > 0)
    .reduce((sum, row) => sum + (row.devices ?? 0), 0);
  if (all === 0) return null;
  const uncounted = missing
    .filter(({ activity }) => activity === "planned_maintenance")
    .reduce((sum, each) => sum + (each.devices ?? 0), 0);
  return 1 - uncounted / all;
}
