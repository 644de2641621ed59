import type { Line } from "./csv-lines";
import { mayBePooled, ofActivity, ofCategory, type Range } from "./independent-standards";

/** Hours per job over organisations, keyed by activity and by category or unit. */
export type PooledHours = ReadonlyMap<string, Range>;

const FEWEST = 10;
const WEIGHT_OF_DEFAULT = 10;

/**
 * Hours per job pooled over organisations, as docs/method/requirement.md has them: the median of those who sent both
 * hours and jobs, at least ten, shrunk toward the default on the scale of logarithms. Work that a supplier shares and
 * hours made of standard times are left out.
 */
export function pooledHours(devices: readonly Line[], activities: readonly Line[]): PooledHours {
  const sums = new Map<string, Map<string, [jobs: number, hours: number]>>();
  const add = (key: string, organisation = "", jobs = "", hours = ""): void => {
    if (jobs === "" || hours === "") return;
    const here = sums.get(key) ?? new Map();
    const [jobsBefore, hoursBefore] = here.get(organisation) ?? [0, 0];
    sums.set(key, here.set(organisation, [jobsBefore + Number(jobs), hoursBefore + Number(hours)]));
  };
  for (const row of devices) {
    if (row.maintenance_model !== "in_house" || row.hours_source === "standard_time") continue;
    add(`planned_maintenance ${row.category}`, row.organisation_code, row.ppm_jobs, row.ppm_hours);
    add(`repair ${row.category}`, row.organisation_code, row.repair_jobs, row.repair_hours);
  }
  for (const row of activities)
    if (mayBePooled(row.activity ?? "") && row.hours_source !== "standard_time")
      add(`${row.activity} ${row.unit}`, row.organisation_code, row.volume, row.hours);

  const pooled = new Map<string, Range>();
  for (const [key, organisations] of sums) {
    const each = [...organisations.values()].filter(([jobs, hours]) => jobs > 0 && hours > 0);
    if (each.length < FEWEST) continue;
    const sorted = each.map(([jobs, hours]) => hours / jobs).sort((a, b) => a - b);
    const found = medianOf(sorted);
    const toward = defaultHours(key);
    const weight = sorted.length / (sorted.length + WEIGHT_OF_DEFAULT);
    const at = (i: 0 | 1 | 2) => (toward ? found[i] ** weight * toward[i] ** (1 - weight) : found[i]);
    pooled.set(key, [at(0), at(1), at(2)]);
  }
  return pooled;
}

/** Hours of one job or unit by default; none of what is not known. */
export function defaultHours(key: string): Range | null {
  const [activity = "", of = ""] = key.split(" ");
  const column = { planned_maintenance: "ppm_hours", repair: "repair_hours" }[activity];
  return column ? ofCategory(of, column) : ofActivity(activity, of);
}

/** The median, and the order statistics that hold it with 95 % confidence: k the last with 2 P(B(n, ½) < k) ≤ 0.05. */
function medianOf(sorted: readonly number[]): Range {
  const n = sorted.length;
  const choose = (k: number): number => (k === 0 ? 1 : (choose(k - 1) * (n - k + 1)) / k);
  const tail = (k: number) =>
    Array.from({ length: k }, (_, below) => choose(below)).reduce((sum, ways) => sum + ways, 0) / 2 ** n;
  let k = 1;
  while (2 * tail(k + 1) <= 0.05) k += 1;
  const at = (rank: number) => sorted[rank - 1] as number;
  return [(at(Math.ceil(n / 2)) + at(Math.floor(n / 2) + 1)) / 2, at(k), at(n + 1 - k)];
}
