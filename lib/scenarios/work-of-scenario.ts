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
      now.find((lever) => lever.id === id)?.value ?? otherwise;
    path.push({
      devices: before.devices * (1 + value("device-growth", always.growth)),
      pace: before.pace * (1 - value("productivity", always.productivity)),
      planned: value("planned-maintenance", 1),
      inHouse: value("in-sourcing", 0),
    });
  }
  return path;
}
