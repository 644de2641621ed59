import type { Line } from "./csv-lines";
import { ofCategory, ofModel, type Range, specialismOf } from "./independent-standards";
import { defaultHours, type PooledHours } from "./independent-times";

/** Some work of a service: so many units at so many hours each, and whether either is an illustrative default. */
export type Work = {
  activity: string;
  specialisms: readonly string[];
  units: Range;
  hours: Range;
  illustrative: boolean;
};

const surely = (amount: number): Range => [amount, amount, amount];
const ONE = surely(1);
const times = (a: Range, b: Range): Range => [a[0] * b[0], a[1] * b[1], a[2] * b[2]];
const isOff = ([, least, most]: Range): boolean => least !== most;
const said = (cell = ""): number | null => (cell === "" ? null : Number(cell));

/** The work that a line of devices asks of own staff in a year: what should be done, at standard hours. */
export function workOnDevices(row: Line, pooled: PooledHours): Work[] {
  const { category = "", maintenance_model: model = "" } = row;
  const devices = said(row.device_count_end);
  const specialisms = whoseDevices(row);
  const work: Work[] = [];
  const add = (activity: string, units: Range, hours: Range, illustrative: boolean) =>
    work.push({ activity, specialisms, units, hours, illustrative });

  const maintain = (activity: string, volume: Range | null, share: Range, jobs = "", hours = "") => {
    if (share[2] === 0) return;
    const key = `${activity} ${category}`;
    const standard = pooled.get(key) ?? defaultHours(key);
    if (volume && standard) {
      const ofDefaults = !pooled.has(key) || isOff(share) || isOff(volume);
      add(activity, times(volume, share), standard, ofDefaults);
    } else if (!standard && hours !== "") {
      // No time is known but the service's own, which already says what own staff did of each job.
      if (volume && Number(jobs) > 0)
        add(activity, volume, surely(Number(hours) / Number(jobs)), isOff(volume));
      else add(activity, ONE, surely(Number(hours)), false);
    }
  };
  const interval = Number(row.ppm_interval_months || 0);
  const due =
    said(row.ppm_due) ??
    (row.ppm_basis === "none" ? 0 : devices !== null && interval > 0 ? (devices * 12) / interval : null);
  maintain(
    "planned_maintenance",
    due === null ? null : surely(due),
    ofModel(model, "planned_share"),
    row.ppm_jobs,
    row.ppm_hours,
  );

  const [done, before, after] = [row.repair_jobs, row.backlog_jobs_start, row.backlog_jobs_end].map(said);
  const rate = ofCategory(category, "repairs_per_device_year");
  const received =
    done !== null && done !== undefined
      ? surely(
          Math.max(0, done + (typeof before === "number" && typeof after === "number" ? after - before : 0)),
        )
      : devices !== null && rate
        ? times(rate, surely(devices))
        : null;
  maintain("repair", received, ofModel(model, "repair_share"), row.repair_jobs, row.repair_hours);

  for (const [activity, jobs, hours] of [
    ["acceptance", said(row.acceptance_jobs) ?? said(row.added), "acceptance_hours"],
    ["decommission", said(row.decommission_jobs) ?? said(row.disposed), "decommission_hours"],
  ] as const) {
    const standard = ofCategory(category, hours);
    if (jobs !== null && standard) add(activity, surely(jobs), standard, true);
  }
  const oversight = ofModel(model, "oversight_hours");
  if (devices !== null && oversight[2] > 0) add("contract_oversight", surely(devices), oversight, true);
  return work;
}

function whoseDevices({ category = "", setting = "" }: Line): string[] {
  const special = specialismOf(category);
  if (special) return [special];
  if (["", "mixed_unknown"].includes(setting)) return ["equipment_management", "community"];
  return ["community", "home", "virtual_ward", "primary"].includes(setting)
    ? ["community"]
    : ["equipment_management"];
}

/** The work that a line of activities asks for: at standard hours, else the hours as they were sent. */
export function workOfActivity(row: Line, pooled: PooledHours): Work[] {
  const { activity = "", unit = "", specialism = "" } = row;
  const volume = said(row.volume);
  if (volume === null) return [];
  const key = `${activity} ${unit}`;
  const standard = pooled.get(key) ?? defaultHours(key);
  const of = { activity, specialisms: [specialism] };
  if (standard) return [{ ...of, units: surely(volume), hours: standard, illustrative: !pooled.has(key) }];
  return row.hours ? [{ ...of, units: ONE, hours: surely(Number(row.hours)), illustrative: false }] : [];
}
