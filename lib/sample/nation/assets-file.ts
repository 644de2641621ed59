import { deviceTraits } from "./device-traits";
import type { DeviceYear } from "./device-year";
import { groupKey } from "./fleet";
import { decimal, type Line, type NationFile, partFile } from "./part-file";

const COLUMNS = [
  "census_date",
  "organisation_code",
  "asset_ref",
  "category",
  "emdn_code",
  "manufacturer",
  "model",
  "setting",
  "maintenance_model",
  "commissioned",
  "disposed",
  "expected_life_years",
  "replacement_value_gbp",
  "connected",
  "unsupported_os",
  "ppm_interval_months",
  "ppm_due",
  "ppm_due_done",
  "ppm_on_time",
  "ppm_not_found",
  "ppm_jobs",
  "ppm_hours",
  "repair_jobs",
  "repair_hours",
] as const;

/** Makers that do not exist. */
const MAKERS = ["Sample Devices Ltd", "Example Medical plc", "Fictional Instruments"];

/** A small organisation's devices one by one, those disposed of in the year included; their sums are the groups'. */
export function assetsFile(
  organisation: string,
  census: string,
  devices: readonly DeviceYear[],
  emdnCodeOf: (category: string) => string,
): NationFile {
  const lines = devices.flatMap((year) => assetsOf(year, census, emdnCodeOf(year.group.category)));
  const common = { census_date: census, organisation_code: organisation };
  return partFile(
    "assets",
    "",
    COLUMNS,
    lines.map((line) => ({ ...common, ...line })),
  );
}

/**
 * The devices of a group. A reference is the group's letters, the year of purchase and a number within it: the last
 * numbers of a year are the first to be disposed of, so that a device keeps its reference as long as it is there.
 */
function assetsOf(deviceYear: DeviceYear, census: string, emdnCode: string): Line[] {
  const { group } = deviceYear;
  const year = Number(census.slice(0, 4));
  const letters = lettersOf(groupKey(group));
  const { lifeYears, priceGbp } = deviceTraits(group.category);
  const asset = (age: number, serial: number): Line => ({
    asset_ref: `${letters}-${year - 1 - age}-${String(serial).padStart(4, "0")}`,
    category: group.category,
    emdn_code: emdnCode,
    manufacturer: MAKERS[(serial + age) % MAKERS.length] as string,
    model: `${letters.slice(0, 2)} ${100 + 10 * ((year - age) % 9)}`,
    setting: group.setting,
    maintenance_model: group.maintenance,
    commissioned: `${year - 1 - age}-${String(4 + (serial % 9)).padStart(2, "0")}-15`,
    expected_life_years: String(lifeYears),
    replacement_value_gbp: String(priceGbp),
  });
  const there = group.byAge.flatMap((count, age) =>
    Array.from({ length: count }, (_, index) => asset(age, index + 1)),
  );
  const gone = group.disposedByAge.flatMap((count, age) =>
    Array.from({ length: count }, (_, index) => ({
      ...asset(age, (group.byAge[age] ?? 0) + index + 1),
      disposed: `${year - 1}-${String(4 + (index % 9)).padStart(2, "0")}-28`,
    })),
  );
  return [...worked(deviceYear, there), ...gone];
}

/** A group's letters: the first two of each word, so that a reference says what it is. */
const lettersOf = (key: string): string =>
  key
    .split(/[ _]/)
    .map((word) => word.slice(0, 2))
    .join("")
    .toUpperCase();

/** The group's counts and work dealt out over its devices, so that they sum to the group's exactly. */
function worked({ planned, repairs, connected, unsupported }: DeviceYear, assets: readonly Line[]): Line[] {
  const n = assets.length;
  const dealt = (total: number, index: number) =>
    Math.floor(((index + 1) * total) / n) - Math.floor((index * total) / n);
  const left = {
    done: planned.dueDone,
    onTime: planned.onTime,
    notFound: planned.notFound,
    overdue: planned.jobs - planned.dueDone,
  };
  const take = (of: keyof typeof left, most: number) => {
    const part = Math.min(left[of], most);
    left[of] -= part;
    return part;
  };
  let [ppmJobsSoFar, repairsSoFar] = [0, 0];
  const hoursOf = (hours: number, jobs: number, from: number, to: number) =>
    jobs === 0
      ? 0
      : (Math.floor((to * hours * 10) / jobs + 1e-6) - Math.floor((from * hours * 10) / jobs + 1e-6)) / 10;
  return assets.map((asset, index) => {
    const due = dealt(planned.due, index);
    const done = take("done", due);
    const onTime = take("onTime", done);
    const notFound = take("notFound", due - done);
    const ppmJobs = done + take("overdue", 1);
    const repairJobs = dealt(repairs.jobs, index);
    const ppmHours = hoursOf(planned.hours, planned.jobs, ppmJobsSoFar, ppmJobsSoFar + ppmJobs);
    const repairHours = hoursOf(repairs.hours, repairs.jobs, repairsSoFar, repairsSoFar + repairJobs);
    ppmJobsSoFar += ppmJobs;
    repairsSoFar += repairJobs;
    return {
      ...asset,
      connected: index < connected ? "yes" : "no",
      unsupported_os: index < unsupported ? "yes" : "no",
      ppm_interval_months: planned.intervalMonths === null ? "" : String(planned.intervalMonths),
      ppm_due: String(due),
      ppm_due_done: String(done),
      ppm_on_time: String(onTime),
      ppm_not_found: String(notFound),
      ppm_jobs: String(ppmJobs),
      ppm_hours: decimal(ppmHours, 1),
      repair_jobs: String(repairJobs),
      repair_hours: decimal(repairHours, 1),
    };
  });
}
