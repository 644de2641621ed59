import { nationYear, type TeamYear } from "./nation-year";
import { openingTeam } from "./opening-team";
import type { NationOrganisation } from "./organisations";

/** The censuses of the sample nation, oldest first. The last collection is still open. */
export const NATION_CENSUSES = ["2023-03-31", "2024-03-31", "2025-03-31", "2026-03-31"] as const;

/** The seed of the nation that `muster start` loads. */
export const NATION_SEED = 30;

/**
 * The years that teams live through before the one that the first census tells of: by then people come, rise and go in
 * the numbers that the rates lead to, and not as in a nation that began the year before.
 */
const YEARS_BEFORE = 2;

/** Every organisation's team at each census, oldest first, with the year before it. */
export function nationLife(
  seed: number,
  organisations: readonly NationOrganisation[],
): ReadonlyMap<string, TeamYear>[] {
  let teams = new Map(
    organisations.map((organisation) => [organisation.code, openingTeam(seed, organisation)] as const),
  );
  const live = (census: string) => {
    const year = nationYear(seed, teams, census);
    teams = new Map([...year].map(([code, { team }]) => [code, team]));
    return year;
  };
  const first = Number(NATION_CENSUSES[0].slice(0, 4));
  for (let back = YEARS_BEFORE; back > 0; back -= 1) live(`${first - back}${NATION_CENSUSES[0].slice(4)}`);
  return NATION_CENSUSES.map(live);
}
