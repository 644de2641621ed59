import { deviceTraits } from "./device-traits";
import type { DeviceYear } from "./device-year";
import { groupKey } from "./fleet";
import { decimal, type NationFile, plainFile } from "./part-file";

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

type Row = (string | number)[];

/** A small organisation's devices one by one, those disposed of in the year included; their sums are the groups'. */
export function assetsFile(
  organisation: string,
  census: string,
  devices: readonly DeviceYear[],
  emdnCodeOf: (category: string) => string,
): NationFile {
  const rows = devices.flatMap((year) =>
    assetsOf(year, organisation, census, emdnCodeOf(year.group.category)),
  );
  return plainFile("assets", "", COLUMNS, rows);
}

/**
 * The devices of a group. A reference is the group's letters, the year of purchase and a number within it: the last
 * numbers of a year are the first to be disposed of, so that a device keeps its reference as long as it is there.
 */
function assetsOf(deviceYear: DeviceYear, organisation: string, census: string, emdnCode: string): Row[] {
  const { group, connected, unsupported, planned } = deviceYear;
  const year = Number(census.slice(0, 4));
  const letters = lettersOf(groupKey(group));
  const { lifeYears, priceGbp } = deviceTraits(group.category);
  const work = workOf(deviceYear);
  const asset = (age: number, serial: number, disposed: string): Row => {
    const bought = year - 1 - age;
    return [
      census,
      organisation,
      `${letters}-${bought}-${String(serial).padStart(4, "0")}`,
      group.category,
      emdnCode,
      MAKERS[(serial + age) % MAKERS.length] as string,
      `${letters.slice(0, 2)} ${100 + 10 * (bought % 9)}`,
      group.setting,
      group.maintenance,
      `${bought}-${String(4 + (serial % 9)).padStart(2, "0")}-15`,
      disposed,
      lifeYears,
      priceGbp,
    ];
  };
  const rows: Row[] = [];
  group.byAge.forEach((count, age) => {
    for (let serial = 1; serial <= count; serial += 1) {
      const row = asset(age, serial, "");
      const index = rows.length;
      row.push(index < connected ? "yes" : "no", index < unsupported ? "yes" : "no");
      row.push(planned.intervalMonths ?? "", ...work(index));
      rows.push(row);
    }
  });
  group.disposedByAge.forEach((count, age) => {
    for (let gone = 1; gone <= count; gone += 1) {
      const month = String(4 + (gone % 9)).padStart(2, "0");
      const row = asset(age, (group.byAge[age] ?? 0) + gone, `${year - 1}-${month}-28`);
      rows.push([...row, ...Array<string>(COLUMNS.length - row.length).fill("")]);
    }
  });
  return rows;
}

/** A group's letters: the first two of each word, so that a reference says what it is. */
const lettersOf = (key: string): string =>
  key
    .split(/[ _]/)
    .map((word) => word.slice(0, 2))
    .join("")
    .toUpperCase();

/**
 * The group's planned jobs and repairs dealt out over its devices, asked for in order: due, due and done, on time, not
 * found, jobs, hours; repairs, hours. They sum to the group's exactly.
 */
function workOf({ end, planned, repairs }: DeviceYear): (index: number) => (string | number)[] {
  const dealt = (total: number, index: number) =>
    Math.floor(((index + 1) * total) / end) - Math.floor((index * total) / end);
  const left = {
    done: planned.dueDone,
    onTime: planned.onTime,
    notFound: planned.notFound,
    overdue: planned.jobs - planned.dueDone,
  };
  const take = (of: keyof typeof left, most: number): number => {
    const part = Math.min(left[of], most);
    left[of] -= part;
    return part;
  };
  let [jobsSoFar, repairsSoFar] = [0, 0];
  const tenthsUpTo = (hours: number, jobs: number, so: number) => Math.floor((so * hours * 10) / jobs + 1e-6);
  const hoursOf = (hours: number, jobs: number, from: number, to: number) =>
    jobs === 0 ? 0 : (tenthsUpTo(hours, jobs, to) - tenthsUpTo(hours, jobs, from)) / 10;
  return (index) => {
    const due = dealt(planned.due, index);
    const done = take("done", due);
    const onTime = take("onTime", done);
    const notFound = take("notFound", due - done);
    const jobs = done + take("overdue", 1);
    const repaired = dealt(repairs.jobs, index);
    const hours = hoursOf(planned.hours, planned.jobs, jobsSoFar, jobsSoFar + jobs);
    const repairHours = hoursOf(repairs.hours, repairs.jobs, repairsSoFar, repairsSoFar + repaired);
    jobsSoFar += jobs;
    repairsSoFar += repaired;
    return [due, done, onTime, notFound, jobs, decimal(hours, 1), repaired, decimal(repairHours, 1)];
  };
}
