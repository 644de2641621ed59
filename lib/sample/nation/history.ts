import type { CategoryFacts } from "./category-facts";
import { type DeviceYear, deviceYears } from "./device-year";
import { type DeviceGroup, mergedFleets, openingFleet } from "./fleet";
import { fleetYear } from "./fleet-year";
import { MERGER } from "./happenings";
import { NATION_CENSUSES, nationLife } from "./life";
import type { TeamYear } from "./nation-year";
import type { NationOrganisation } from "./organisations";

/** What an organisation truly is at one census, and was in the twelve months before it. */
export type State = TeamYear & {
  /** Worked out when it is asked for, the same each time: the whole nation's at once would be held for nothing. */
  devices: () => readonly DeviceYear[];
};

/** The state of every organisation at each census, oldest first: the truth behind what is sent. */
export function nationHistory(
  seed: number,
  organisations: readonly NationOrganisation[],
  facts: ReadonlyMap<string, CategoryFacts>,
): ReadonlyMap<string, State>[] {
  let fleets = new Map(organisations.map((each) => [each.code, openingFleet(seed, each)] as const));
  return nationLife(seed, organisations).map((year, position) => {
    const census = NATION_CENSUSES[position] as string;
    const before = mergedOn(fleets, census);
    fleets = new Map(
      organisations.map(
        (each) => [each.code, fleetYear(seed, each, before.get(each.code) ?? [], census)] as const,
      ),
    );
    return new Map(
      organisations.map((each): [string, State] => {
        const teamYear = year.get(each.code) as TeamYear;
        const fleet = fleets.get(each.code) ?? [];
        const devices = () => deviceYears(seed, each.code, census, fleet, teamYear.team.posts, facts);
        return [each.code, { ...teamYear, devices }];
      }),
    );
  });
}

/** In the year of the merger the successor starts with both fleets. */
function mergedOn(fleets: Map<string, DeviceGroup[]>, census: string): Map<string, DeviceGroup[]> {
  if (MERGER.closes > census || fleets.get(MERGER.into) === undefined) return fleets;
  const [one, other] = MERGER.from;
  const merging = [...(fleets.get(one) ?? []), ...(fleets.get(other) ?? [])];
  if (merging.length === 0) return fleets;
  return new Map(fleets)
    .set(MERGER.into, mergedFleets(fleets.get(one) ?? [], fleets.get(other) ?? []))
    .set(one, [])
    .set(other, []);
}
