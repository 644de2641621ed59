import type { DeviceYear } from "./device-year";
import type { NationOrganisation, Tier } from "./organisations";
import { decimal, type NationFile, periodStart, plainFile } from "./part-file";

type Owner = {
  organisation: NationOrganisation;
  census: string;
  owner: string | null;
  risk: (category: string) => string;
};
type Cell = (year: DeviceYear, of: Owner) => string | number;

/** What was paid for a device, to what it would cost today. */
const PAID = 0.82;

const COLUMNS: readonly (readonly [name: string, leastTier: Tier, cell: Cell])[] = [
  ["period_start", "core", (_, { census }) => periodStart(census)],
  ["period_end", "core", (_, { census }) => census],
  ["organisation_code", "core", (_, { organisation }) => organisation.code],
  ["owner_organisation_code", "full", (_, { owner }) => owner ?? ""],
  ["service_unit", "linked", ({ group }) => group.unit ?? ""],
  ["category", "core", ({ group }) => group.category],
  ["setting", "linked", ({ group }) => group.setting],
  ["risk_class", "full", ({ group }, { risk }) => risk(group.category)],
  ["maintenance_model", "core", ({ group }) => group.maintenance],
  ["device_count_end", "core", ({ end }) => end],
  ["device_count_start", "linked", ({ group }) => group.start],
  ["added", "linked", ({ group }) => group.added],
  ["disposed", "linked", ({ group }) => group.disposed],
  ["transferred_in", "linked", ({ group }) => group.transferredIn],
  ["transferred_out", "linked", ({ group }) => group.transferredOut],
  ["connected_count", "linked", ({ connected }) => connected],
  ["unsupported_os_count", "full", ({ unsupported }) => unsupported],
  ["over_life_count", "linked", ({ overLife }) => overLife],
  ["mean_age_years", "full", ({ meanAgeYears }) => decimal(meanAgeYears, 1)],
  ["acquisition_value_gbp", "full", ({ replacementValueGbp }) => Math.round(PAID * replacementValueGbp)],
  ["replacement_value_gbp", "full", ({ replacementValueGbp }) => replacementValueGbp],
  ["contract_cost_gbp", "full", ({ contractCostGbp }) => contractCostGbp || ""],
  ["parts_cost_gbp", "full", ({ partsCostGbp }) => partsCostGbp || ""],
  ["ppm_interval_months", "linked", ({ planned }) => planned.intervalMonths ?? ""],
  ["ppm_basis", "linked", ({ planned }) => planned.basis],
  ["ppm_due", "core", ({ planned }) => planned.due],
  ["ppm_due_done", "core", ({ planned }) => planned.dueDone],
  ["ppm_on_time", "linked", ({ planned }) => planned.onTime],
  ["ppm_not_found", "full", ({ planned }) => planned.notFound],
  ["ppm_jobs", "linked", ({ planned }) => planned.jobs],
  ["ppm_hours", "linked", (year) => (ownHours(year) ? decimal(year.planned.hours, 1) : "")],
  ["repair_jobs", "linked", ({ repairs }) => repairs.jobs],
  ["repair_hours", "linked", (year) => (ownHours(year) ? decimal(year.repairs.hours, 1) : "")],
  ["backlog_jobs_start", "full", ({ group }) => group.backlogStart],
  ["backlog_jobs_end", "full", ({ group }) => group.backlogEnd],
  [
    "median_days_to_repair",
    "full",
    ({ repairs }) => (repairs.jobs > 0 ? decimal(repairs.medianDays, 1) : ""),
  ],
  ["hours_source", "linked", (year, { organisation }) => (ownHours(year) ? sourceOf(organisation) : "")],
  ["acceptance_jobs", "full", ({ group }) => group.added],
  ["decommission_jobs", "full", ({ group }) => group.disposed],
];
const TIERS: readonly Tier[] = ["core", "linked", "full"];

const ownHours = ({ planned, repairs }: DeviceYear): boolean => planned.hours + repairs.hours > 0;
const SOURCES = ["job_log", "standard_time", "job_log", "estimate"] as const;
const sourceOf = ({ openingPosts }: NationOrganisation): string => SOURCES[openingPosts % 4] as string;

export type Owned = { owner: string | null; devices: readonly DeviceYear[] };

/**
 * The devices files of an organisation: its own devices and those of whom it serves, in one file or one a unit.
 *
 * @param units the units that send files of their own; empty for one file
 */
export function devicesFiles(
  organisation: NationOrganisation,
  census: string,
  owned: readonly Owned[],
  units: readonly string[],
  risk: Owner["risk"],
): NationFile[] {
  const rows = owned.flatMap(({ owner, devices }) =>
    summedWhereCore(organisation.tier, devices)
      .filter(({ end, group }) => end + group.start > 0)
      .map((year) => ({ year, of: { organisation, census, owner, risk } })),
  );
  const needed = (name: string) =>
    (name === "owner_organisation_code" && owned.length > 1) ||
    (name === "service_unit" && organisation.units.length > 0);
  const columns = COLUMNS.filter(
    ([name, least]) => TIERS.indexOf(least) <= TIERS.indexOf(organisation.tier) || needed(name),
  );
  const fileOf = (unit: string, some: typeof rows): NationFile[] => {
    if (some.length === 0) return [];
    const names = columns.map(([name]) => name);
    return [
      plainFile(
        "devices",
        unit,
        names,
        some.map(({ year, of }) => columns.map(([, , cell]) => cell(year, of))),
      ),
    ];
  };
  if (units.length === 0) return fileOf("", rows);
  return units.flatMap((unit) =>
    fileOf(
      unit,
      rows.filter(({ year }) => year.group.unit === unit),
    ),
  );
}

/** Core returns say nothing of settings: a category's groups under one maintenance model are one row. */
function summedWhereCore(tier: Tier, devices: readonly DeviceYear[]): readonly DeviceYear[] {
  if (tier !== "core") return devices;
  const rows = new Map<string, DeviceYear>();
  for (const year of devices) {
    const { group, planned, end } = year;
    const key = `${group.category} ${group.maintenance} ${group.unit}`;
    const same = rows.get(key);
    rows.set(
      key,
      same
        ? {
            ...same,
            group: { ...same.group, start: same.group.start + group.start },
            end: same.end + end,
            planned: {
              ...same.planned,
              due: same.planned.due + planned.due,
              dueDone: same.planned.dueDone + planned.dueDone,
            },
          }
        : year,
    );
  }
  return [...rows.values()];
}
