import { DEVICE_MIX } from "../device-mix";
import { type Random, randomStream } from "../random";
import { deviceTraits } from "./device-traits";
import { type AgeCounts, addedByAge, countOf, type DeviceGroup } from "./fleet";
import type { NationOrganisation } from "./organisations";

const GROWTH = new Map(DEVICE_MIX.map(({ category, growth }) => [category, growth]));

/**
 * The fleet one year on: each category grows at its own pace, the oldest are disposed of and new ones bought, and some
 * move with the care to another setting. Every device of the year before is still there, disposed of or elsewhere:
 * start + added + in − disposed − out = end.
 */
export function fleetYear(
  seed: number,
  organisation: NationOrganisation,
  before: readonly DeviceGroup[],
  census: string,
): DeviceGroup[] {
  const random = randomStream(seed, `nation fleet ${organisation.code} ${census}`);
  const moves = movesBetween(organisation, before);
  return before
    .map((group, index) => groupYear(random, group, moves.out.get(index) ?? 0, moves.in.get(index) ?? []))
    .filter((group) => countOf(group) + group.start > 0);
}

function groupYear(random: Random, group: DeviceGroup, out: number, arriving: AgeCounts): DeviceGroup {
  const start = countOf(group);
  const { lifeYears } = deviceTraits(group.category);
  const growth = (GROWTH.get(group.category) ?? 0.02) + 0.05 * (random.uniform() - 0.5);
  // Newer ones go where the care goes; the oldest are disposed of.
  const stayed = out === 0 ? group.byAge : takenFrom(group.byAge, out, "newest").left;
  const transferredIn = arriving.reduce((sum, n) => sum + n, 0);
  const here = [0, ...(arriving.length === 0 ? stayed : addedByAge(stayed, arriving))];
  const wanted = whole(random, (start / (lifeYears * 1.35)) * (0.8 + 0.4 * random.uniform()));
  const disposed = Math.min(start - out + transferredIn, wanted);
  const kept = takenFrom(here, disposed, "oldest");
  const end = Math.max(0, whole(random, start * (1 + growth)) - out + transferredIn);
  const added = Math.max(0, end - (start - out + transferredIn - disposed));
  const byAge = kept.left;
  byAge[0] = added;
  return {
    ...group,
    byAge: byAge.slice(0, byAge.findLastIndex((count) => count > 0) + 1),
    start,
    added,
    disposed,
    transferredIn,
    transferredOut: out,
    disposedByAge: kept.taken,
    backlogStart: group.backlogEnd,
    backlogEnd: Math.round(start * 0.012 * (0.5 + random.uniform())),
  };
}

/** Rounded up or down by chance, so that small numbers grow too. */
const whole = (random: Random, value: number): number => Math.floor(value + random.uniform());

/** So many devices taken away, the oldest or the newest first: those left and those taken, by age. */
export function takenFrom(
  byAge: AgeCounts,
  count: number,
  first: "oldest" | "newest",
): { left: number[]; taken: number[] } {
  const left = [...byAge];
  const taken = left.map(() => 0);
  let wanted = count;
  for (let step = 0; step < left.length && wanted > 0; step += 1) {
    const age = first === "oldest" ? left.length - 1 - step : step;
    const part = Math.min(wanted, left[age] as number);
    left[age] = (left[age] as number) - part;
    taken[age] = part;
    wanted -= part;
  }
  return { left, taken };
}

/**
 * How many devices go from a category's first setting to its second within the organisation, by position in the fleet.
 * Whoever lists its devices one by one moves none, so that each keeps its reference.
 */
function movesBetween({ sends }: NationOrganisation, groups: readonly DeviceGroup[]) {
  const moves = { out: new Map<number, number>(), in: new Map<number, AgeCounts>() };
  if (sends.devices === "assets") return moves;
  groups.forEach((group, index) => {
    const { elsewhere } = deviceTraits(group.category);
    if (!elsewhere || elsewhere.movesPerYear === 0 || group.setting === elsewhere.setting) return;
    const target = groups.findIndex(
      ({ category, setting, maintenance }) =>
        category === group.category && setting === elsewhere.setting && maintenance === group.maintenance,
    );
    const count = Math.round(countOf(group) * elsewhere.movesPerYear);
    if (target < 0 || count === 0) return;
    moves.out.set(index, count);
    moves.in.set(target, takenFrom(group.byAge, count, "newest").taken);
  });
  return moves;
}
