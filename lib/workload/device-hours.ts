import { exactly, product, type ValueRange } from "@/lib/statistics/value-range";
import { DEVICE_ACTIVITIES, type DeviceActivity, type DeviceWork } from "./device-work";
import { jobVolume } from "./job-volume";
import { illustrativeTime, type PooledTimes, pooledKey } from "./pooled-times";
import type { Standards } from "./standards";
import { hoursAsSent, hoursOfUnits } from "./swing";
import { type UnitTime, unitTime } from "./unit-time";
import type { Work, WorkPart } from "./work-line";

/** Which times count: the standard ones, or the service's own first, for itself alone. */
export type TimesAsked = "standard" | "own";

export type Times = { standards: Standards; pooled: PooledTimes; asked: TimesAsked };

const JOBS = DEVICE_ACTIVITIES.map(({ value }) => value).filter((value) => value !== "contract_oversight");
const WHOLE = exactly(1);
const COMMUNITY = new Set(["community", "home", "virtual_ward", "primary"]);

/** The work that one row of devices asks of own staff in a year. */
export function deviceHours(row: DeviceWork, times: Times): Work {
  const model = times.standards.models.get(row.maintenanceModel);
  if (!model) throw new Error(`There is no standard of the maintenance model ${row.maintenanceModel}`);
  const work: Work = { parts: [], missing: [] };
  const specialisms = specialismsOf(row, times.standards);
  const { category, devices } = row;
  for (const activity of JOBS) {
    const share = ownShare(activity, model);
    // All of it is the supplier's: nothing is asked of own staff, and nothing is missing.
    if (share.high === 0) continue;
    const volume = jobVolume(
      activity,
      row,
      times.standards.categories.get(category)?.repairsPerDevice ?? null,
    );
    const own = ownHours(activity, row);
    const time = timeOf(activity, category, own, times);
    const about = { activity, category, unit: "job", specialisms };
    if (volume === null || (time === null && volume.jobs.high > 0)) {
      // No default, and no jobs to divide them by: the hours count as they were sent.
      if (own.hours !== null && (time === null || time.basis === "sent"))
        work.parts.push({
          ...about,
          volume: null,
          volumeFrom: "sent",
          perUnit: null,
          time: "sent",
          ...hoursAsSent(own.hours),
        });
      else
        work.missing.push({
          activity,
          category,
          specialisms,
          reason: volume === null ? "volume" : "time",
          devices,
        });
      continue;
    }
    // Own hours over all jobs already say how much of each job falls to own staff.
    const itself = time?.basis === "own" || time?.basis === "sent";
    const jobs = itself ? volume.jobs : product(volume.jobs, share);
    work.parts.push({
      ...about,
      volume: jobs,
      volumeFrom: itself || share.low === share.high ? volume.from : "illustrative",
      perUnit: time?.hours.value ?? null,
      time: time?.basis ?? "sent",
      ...(time === null ? hoursAsSent(0) : hoursOfUnits(jobs, time.hours)),
    });
  }
  const oversight = oversightOf(row, model.oversight, specialisms);
  if (oversight) work.parts.push(oversight);
  return work;
}

function ownShare(
  activity: (typeof JOBS)[number],
  model: { planned: ValueRange; repair: ValueRange },
): ValueRange {
  if (activity === "planned_maintenance") return model.planned;
  // Whoever maintains a device, the trust's own people take it in and let it go.
  return activity === "repair" ? model.repair : WHOLE;
}

function ownHours(
  activity: DeviceActivity,
  row: DeviceWork,
): { hours: number | null; perJob: number | null } {
  const [hours, jobs] =
    activity === "planned_maintenance"
      ? [row.ppmHours, row.ppmJobs]
      : activity === "repair"
        ? [row.repairHours, row.repairJobs]
        : [null, null];
  return { hours, perJob: hours === null || jobs === null || jobs === 0 ? null : hours / jobs };
}

function timeOf(
  activity: DeviceActivity,
  category: string,
  { perJob }: { perJob: number | null },
  { pooled, standards, asked }: Times,
): UnitTime | null {
  return unitTime({
    pooled: pooled.get(pooledKey(activity, category)) ?? null,
    illustrative: illustrativeTime(activity, category, standards),
    sent: perJob,
    preferOwn: asked === "own",
  });
}

function oversightOf(
  { category, devices }: DeviceWork,
  perDevice: ValueRange,
  specialisms: readonly string[],
): WorkPart | null {
  if (devices === null || perDevice.high === 0) return null;
  return {
    activity: "contract_oversight",
    category,
    unit: "device",
    specialisms,
    volume: exactly(devices),
    volumeFrom: "sent",
    perUnit: perDevice.value,
    time: "illustrative",
    ...hoursOfUnits(exactly(devices), perDevice),
  };
}

/** Whose work a row is: the category's specialism, else by setting. Where the setting is not told, community's or equipment management's. */
function specialismsOf({ category, setting }: DeviceWork, standards: Standards): readonly string[] {
  const special = standards.categorySpecialisms.get(category);
  if (special) return [special];
  if (setting === null || setting === "mixed_unknown") return ["community", "equipment_management"];
  return COMMUNITY.has(setting) ? ["community"] : ["equipment_management"];
}
