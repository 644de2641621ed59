import given from "@/data/assumptions/programmes.json";
import { GROUP_COUNT, GROUPS } from "./groups";

export type ProgrammeId = keyof typeof given;
export const PROGRAMME_IDS = Object.keys(given) as ProgrammeId[];

/**
 * The programmes that lead into a group from outside, each with how many years it takes and the default shares of
 * starts that withdraw and of those completing that take up a post (`data/assumptions/programmes.json`).
 */
export const PROGRAMMES: Readonly<Record<ProgrammeId, (typeof given)[ProgrammeId]>> = given;

/** The position of the group that a programme leads to; a name that is none of the nine is a bug and throws. */
export function groupOfProgramme(programme: ProgrammeId): number {
  const group = GROUPS.findIndex(({ id }) => id === PROGRAMMES[programme].leadsTo);
  if (group < 0) throw new Error(`${programme} leads to ${PROGRAMMES[programme].leadsTo}, which is no group`);
  return group;
}

/** What is assumed of a programme in a calendar year: people who start, and shares of 0 to 1. */
export type ProgrammeYear = { starts: number; withdrawal: number; conversion: number };

/**
 * How many come out of the programmes of a nation and look for a post, by calendar year and group: those who started
 * as many years before as the programme takes, less those who withdrew, times those completing who take up a post.
 * Withdrawal and conversion are those of the year of completion.
 */
export function graduatesBy(
  years: readonly number[],
  assumed: (programme: ProgrammeId, year: number) => ProgrammeYear,
): number[][] {
  return years.map((year) => {
    const graduates = new Array<number>(GROUP_COUNT).fill(0);
    for (const programme of PROGRAMME_IDS) {
      const { starts } = assumed(programme, year - PROGRAMMES[programme].years);
      const { withdrawal, conversion } = assumed(programme, year);
      const group = groupOfProgramme(programme);
      graduates[group] = (graduates[group] as number) + starts * (1 - withdrawal) * conversion;
    }
    return graduates;
  });
}
