import { SAME_WORK, type WorkChange } from "@/lib/workload/work-change";
import { type EffectiveAssumption, numberOf } from "./effective-assumptions";
import type { Lever } from "./scenario";

/**
 * How work differs from the census in each projection year, year 0 first. Growth and productivity add up year by year; the
 * others hold while they hold.
 */
export function workOfScenario(
  assumptions: readonly EffectiveAssumption[],
  levers: readonly Lever[],
  { places, censusYear, years }: { places: readonly string[]; censusYear: number; years: number },
): WorkChange[] {
  const set = (id: "productivity" | "device-growth") => {
    const one = assumptions.find((assumption) => assumption.id === id);
    return one === undefined ? 0 : numberOf(one);
  };
  const always = { growth: set("device-growth"), productivity: set("productivity") };
  const path: WorkChange[] = [SAME_WORK];
  for (let year = 1; year <= years; year += 1) {
    const before = path[year - 1] as WorkChange;
    const now = levers.filter(
      ({ place, from, to }) =>
        (place === undefined || places.includes(place)) &&
        from <= censusYear + year &&
        censusYear + year <= (to ?? Infinity),
    );
    const value = (id: Lever["id"], otherwise: number) =>
      now.find((lever) => lever.id === id && !isOfSomeDevices(lever))?.value ?? otherwise;
    path.push({
      devices: before.devices * (1 + value("device-growth", always.growth)),
      pace: before.pace * (1 - value("productivity", always.productivity)),
      growing: grownOn(before.growing, now.filter(isOfSomeDevices)),
      planned: value("planned-maintenance", 1),
      inHouse: value("in-sourcing", 0),
    });
  }
  return path;
}

/** Whether a lever is of the devices of one category or setting alone. */
const isOfSomeDevices = ({ category, setting }: Lever): boolean =>
  category !== undefined || setting !== undefined;

/** Growth by category and setting, a year on; the very same where none is. */
function grownOn(before: WorkChange["growing"], now: readonly Lever[]): WorkChange["growing"] {
  if (now.length === 0) return before;
  const grown = [...before];
  for (const { category = null, setting = null, value } of now) {
    const at = grown.findIndex((one) => one.category === category && one.setting === setting);
    const factor = (grown[at]?.factor ?? 1) * (1 + value);
    grown.splice(at < 0 ? grown.length : at, 1, { category, setting, factor });
  }
  return grown;
}
