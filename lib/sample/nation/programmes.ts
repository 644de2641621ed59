import type { Random } from "../random";
import type { NationOrganisation } from "./organisations";
import type { Training } from "./team";

/** Years that a programme takes, by its code. */
const YEARS: Readonly<Record<string, number>> = { stp: 3, ptp: 3, level_6: 3, level_4: 2, level_2: 1 };

/** What a trainee post of a band trains for. */
const PROGRAMMES: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  "4": [
    ["level_4", 70],
    ["level_2", 30],
  ],
  "5": [
    ["level_6", 49],
    ["ptp", 51],
  ],
  "6": [["stp", 1]],
};

/** The body that pays for places in each nation. */
const BODY = { england: "nhse", wales: "heiw", scotland: "nes", northern_ireland: "other" } as const;

/** Whether entry is at the age of an apprentice or of a graduate. */
export const isApprenticeship = (programme: string): boolean => programme.startsWith("level_");

/**
 * A place on a programme that fits the post's band.
 *
 * @param census the census at or before which it started, ISO
 * @param served years of it already served
 */
export function trainingOf(
  random: Random,
  organisation: NationOrganisation,
  band: string,
  census: string,
  served: number,
): Training {
  const programme = random.weighted(PROGRAMMES[band] ?? (PROGRAMMES["5"] as [string, number][]));
  const years = YEARS[programme] ?? 3;
  const ends = Number(census.slice(0, 4)) + Math.max(0, years - 1 - served);
  const { nation } = organisation;
  const funding = isApprenticeship(programme)
    ? nation === "england"
      ? "levy"
      : BODY[nation]
    : random.weighted([
        [BODY[nation], 85],
        ["own", 15],
      ]);
  // They start in the autumn before a census and end in a summer, so never on or before the census itself.
  return { programme, ends: `${ends}-${isApprenticeship(programme) ? "06-30" : "08-31"}`, funding };
}

/** Whether a programme ends within the twelve months to a census. */
export const completesBy = ({ ends }: Training, census: string): boolean => ends <= census;
