import type { Department } from "./department";
import { DEVICE_MIX } from "./device-mix";
import { type Random, randomStream } from "./random";

/** The usual months between two planned jobs, by category code; null where there is no usual interval. */
export type UsualIntervals = ReadonlyMap<string, number | null>;

/** Like devices, looked after alike: one row of a devices file. */
export type DeviceGroup = {
  category: string;
  setting: string;
  maintenance: string;
  devices: number;
  ppmDue: number;
  ppmDueDone: number;
  ppmOnTime: number;
};

/** An organisation's devices at a census, and the planned maintenance of the twelve months before it. */
export type Fleet = { organisation: string; groups: readonly DeviceGroup[] };

/** Two trusts that have said look after 890 and 940 devices a head; the spread is judgement. */
const DEVICES_PER_WTE = { mean: 850, deviation: 120, least: 600, most: 1100 };

/** The devices at the first census: as many as a team of its establishment looks after. */
export function openingFleet(
  seed: number,
  department: Department,
  census: string,
  intervals: UsualIntervals,
): Fleet {
  const { organisation } = department;
  const random = randomStream(seed, `fleet ${organisation.code}`);
  const establishment = department.posts.reduce((sum, post) => sum + post.establishmentWte, 0);
  const { mean, deviation, least, most } = DEVICES_PER_WTE;
  const devices = establishment * Math.min(most, Math.max(least, random.normal(mean, deviation)));
  const list = organisation.kind.devices;
  const whole = DEVICE_MIX.reduce((sum, { perTenThousand }) => sum + (perTenThousand[list] ?? 0), 0);

  const counts = DEVICE_MIX.flatMap(({ category, perTenThousand, maintenance, setting }) => {
    const expected = (devices * (perTenThousand[list] ?? 0)) / whole;
    const total = Math.round(expected * (0.6 + 0.8 * random.uniform()));
    return maintenance.map(([model, part]) => ({
      category,
      setting,
      maintenance: model,
      devices: Math.round(total * part),
    }));
  });
  return {
    organisation: organisation.code,
    groups: plannedMaintenance(seed, department, census, intervals, counts),
  };
}

/** The fleet one year later: each category grows at its own pace, and its planned maintenance falls due anew. */
export function fleetYearOn(
  seed: number,
  before: Fleet,
  department: Department,
  census: string,
  intervals: UsualIntervals,
): Fleet {
  const random = randomStream(seed, `fleet ${before.organisation} ${census}`);
  const growth = new Map(DEVICE_MIX.map((share) => [share.category, share.growth]));
  const counts = before.groups.map((group) => ({
    ...group,
    devices: Math.max(
      0,
      Math.round(group.devices * (1 + random.normal(growth.get(group.category) ?? 0, 0.02))),
    ),
  }));
  return { ...before, groups: plannedMaintenance(seed, department, census, intervals, counts) };
}

type Counted = Pick<DeviceGroup, "category" | "setting" | "maintenance" | "devices">;

/** Jobs that fell due by the usual interval, and how many were done, and on time: fewer where posts stand vacant. */
function plannedMaintenance(
  seed: number,
  department: Department,
  census: string,
  intervals: UsualIntervals,
  counted: readonly Counted[],
): DeviceGroup[] {
  const random = randomStream(seed, `maintenance ${department.organisation.code} ${census}`);
  const posts = department.posts.length;
  const vacancy = posts === 0 ? 0 : department.posts.filter((post) => post.holder === null).length / posts;
  const done = within(random.normal(0.94, 0.03) - 0.4 * vacancy, 0.7, 0.99);
  const onTime = within(random.normal(0.91, 0.04) - 0.4 * vacancy, 0.6, 0.99);
  return counted
    .filter(({ devices }) => devices > 0)
    .map((group) => {
      const ppmDue = jobsDue(random, group, intervals);
      const ppmDueDone = Math.min(ppmDue, Math.round(ppmDue * within(done + random.normal(0, 0.02), 0, 1)));
      const ppmOnTime = Math.min(
        ppmDueDone,
        Math.round(ppmDueDone * within(onTime + random.normal(0, 0.03), 0, 1)),
      );
      const { category, setting, maintenance, devices } = group;
      return { category, setting, maintenance, devices, ppmDue, ppmDueDone, ppmOnTime };
    });
}

function jobsDue(
  random: Random,
  { category, maintenance, devices }: Counted,
  intervals: UsualIntervals,
): number {
  const interval = intervals.get(category) ?? null;
  if (maintenance === "none" || interval === null) return 0;
  return Math.round(((devices * 12) / interval) * (0.94 + 0.1 * random.uniform()));
}

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
