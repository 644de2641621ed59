import { DEVICE_MIX } from "../device-mix";
import { randomStream } from "../random";
import { deviceTraits } from "./device-traits";
import type { NationOrganisation } from "./organisations";
import { unitOf } from "./seats";

/** Devices by whole years of age, as far as the oldest there is: age 0 are those bought in the last twelve months. */
export type AgeCounts = readonly number[];

/** Like devices, in one setting, looked after alike: one row of a devices file. */
export type DeviceGroup = {
  category: string;
  setting: string;
  maintenance: string;
  unit: string | null;
  byAge: AgeCounts;
  /** Since the census before. */
  start: number;
  added: number;
  disposed: number;
  transferredIn: number;
  transferredOut: number;
  /** Those disposed of since then, by the age that they had reached. */
  disposedByAge: AgeCounts;
  /** Repairs that wait at the start and at the end of the year: one year's end is the next one's start. */
  backlogStart: number;
  backlogEnd: number;
};

/** What tells a group from the others of its organisation. */
export const groupKey = ({ category, setting, maintenance }: DeviceGroup): string =>
  `${category} ${setting} ${maintenance}`;

export const countOf = ({ byAge }: Pick<DeviceGroup, "byAge">): number =>
  byAge.reduce((sum, n) => sum + n, 0);

/** Two trusts that have said look after 890 and 940 devices a head; the spread is judgement. */
const DEVICES_PER_WTE = { mean: 795, deviation: 105, least: 580, most: 1050 };
/** Where most devices are small and simple, a head looks after more of them: up to some 1,500, by a rule of thumb. */
const SIMPLER: Readonly<Partial<Record<NationOrganisation["kind"]["devices"], number>>> = {
  mental_health: 1.4,
  ambulance: 1.4,
  community: 1.15,
};

/** An organisation's devices a year before the first census: as many as a team of its size looks after. */
export function openingFleet(seed: number, organisation: NationOrganisation): DeviceGroup[] {
  const random = randomStream(seed, `nation fleet ${organisation.code}`);
  const { mean, deviation, least, most } = DEVICES_PER_WTE;
  const perWte = Math.min(most, Math.max(least, random.normal(mean, deviation)));
  const { kind, allStaff, openingPosts, units } = organisation;
  const ofKind = SIMPLER[kind.devices] ?? 1;
  const posts = openingPosts > 0 ? openingPosts * 0.98 : (allStaff / 1000) * kind.postsPerThousandStaff * 0.6;
  const list = kind.devices;
  const whole = DEVICE_MIX.reduce((sum, { perTenThousand }) => sum + (perTenThousand[list] ?? 0), 0);
  const radiation = units.length > 0 || kind.specialisms.includes("radiation");

  return DEVICE_MIX.flatMap(({ category, perTenThousand, maintenance, setting }) => {
    const expected = (posts * perWte * ofKind * (perTenThousand[list] ?? 0)) / whole;
    const total = Math.round(expected * (0.7 + 0.6 * random.uniform()));
    const { elsewhere, lifeYears } = deviceTraits(category);
    if (total === 0 || (category === "linear_accelerator" && !radiation)) return [];
    const settings =
      elsewhere && list === "acute"
        ? [[setting, 1 - elsewhere.share] as const, [elsewhere.setting, elsewhere.share] as const]
        : [[setting, 1] as const];
    return settings.flatMap(([place, part], at) =>
      maintenance
        // The second setting is looked after in the usual way only, so that small rows stay few.
        .slice(0, at === 0 ? undefined : 1)
        .map(([model, share]): DeviceGroup => {
          const count = Math.round(total * part * (at === 0 ? share : 1));
          const byAge = spreadOverAges(count, lifeYears * 1.35, random.uniform());
          return {
            category,
            setting: place,
            maintenance: model,
            unit: unitOfDevices(units, category),
            byAge,
            start: count,
            added: 0,
            disposed: 0,
            transferredIn: 0,
            transferredOut: 0,
            disposedByAge: [],
            backlogStart: 0,
            backlogEnd: Math.round(count * 0.01),
          };
        }),
    );
  }).filter((group) => countOf(group) > 0);
}

/** Renal and rehabilitation units look after their own. */
function unitOfDevices(units: readonly string[], category: string): string | null {
  if (/haemodialysis|dialysis/.test(category)) return unitOf(units, "renal");
  return /wheelchair|assistive/.test(category)
    ? unitOf(units, "rehabilitation")
    : unitOf(units, "equipment_management");
}

/** A number of devices as evenly as whole devices can be over so many years of purchase. */
function spreadOverAges(count: number, years: number, turn: number): number[] {
  const ages = Math.max(2, Math.round(years));
  const upTo = (age: number) => Math.floor((age * count) / ages + turn);
  return Array.from({ length: ages }, (_, age) => upTo(age + 1) - upTo(age));
}

/** Two fleets as one: of the same group the devices are put together. */
export function mergedFleets(one: readonly DeviceGroup[], other: readonly DeviceGroup[]): DeviceGroup[] {
  const groups = new Map(one.map((group) => [groupKey(group), group]));
  for (const group of other) {
    const same = groups.get(groupKey(group));
    const byAge = same ? addedByAge(group.byAge, same.byAge) : group.byAge;
    groups.set(groupKey(group), { ...group, byAge });
  }
  return [...groups.values()];
}

export const addedByAge = (one: AgeCounts, other: AgeCounts): number[] =>
  Array.from({ length: Math.max(one.length, other.length) }, (_, age) => (one[age] ?? 0) + (other[age] ?? 0));
