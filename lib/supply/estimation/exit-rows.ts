import { GROUP_COUNT } from "../groups";

/** Why somebody's post falls empty, as the model has it: four hazards that never contain one another. */
export const EXIT_CAUSES = ["leave", "move", "promote", "retire"] as const;
export type ExitCause = (typeof EXIT_CAUSES)[number];

/** Something for each cause. */
export const byExitCause = <T>(value: (cause: ExitCause, at: number) => T): Record<ExitCause, T> => ({
  leave: value("leave", 0),
  move: value("move", 1),
  promote: value("promote", 2),
  retire: value("retire", 3),
});

/** People of one organisation, group and age band over one year. Several years, or several rows of a year, add up. */
export type ExitRow = {
  organisation: string;
  /** Position in `GROUPS`. */
  group: number;
  /** Age at the year's start, as the return says it; `unknown` follows the profession's default mix. */
  ageBand: string;
  /** In post at the year's start and not on a programme or a fixed term: person-years at risk. */
  people: number;
  /** Of these people or of those who came in the year: left the profession's work here before retirement. */
  leave: number;
  /** Went to the same work in another organisation. */
  move: number;
  /** Rose into the next group, here or elsewhere. */
  promote: number;
  /** Retired, those who came back included. */
  retire: number;
};

/** Vacant posts of one organisation and group over one year. Frozen posts are left out. */
export type FillRow = {
  organisation: string;
  /** Position in `GROUPS`. */
  group: number;
  /** Posts that were vacant at the year's start or newly funded, and how many of them were filled by its end. */
  vacant: number;
  vacantFilled: number;
  /** Posts that fell empty within the year, and how many of them were filled by its end. */
  emptied: number;
  refilled: number;
};

type Where = { organisation: string; group: number };

/** A count of a row as it is. One that is negative or no number is a bug of the caller and throws, saying where. */
export function checkedCount(value: number, name: string, { organisation, group }: Where): number {
  if (value >= 0 && value < Infinity) return value;
  throw new Error(
    `${name} of organisation ${organisation}, group ${group}, is ${value}: a count from 0 was expected`,
  );
}

/** A row's group; a position that `GROUPS` does not have throws. */
export function rowGroup({ organisation, group }: Where): number {
  if (Number.isInteger(group) && group >= 0 && group < GROUP_COUNT) return group;
  throw new Error(
    `Organisation ${organisation} has a row of group ${group}: 0 to ${GROUP_COUNT - 1} were expected`,
  );
}
