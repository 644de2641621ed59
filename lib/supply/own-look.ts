import type { SharedYear } from "./expectation";
import { firstLook } from "./first-look";
import { filledPosts } from "./population";
import { populationFromPosts, type WorkforceLine } from "./population-from-posts";

/** Expected numbers of one organisation's own posts at default rates; year by year from the census on. */
export type OwnLook = {
  years: { year: number; inPostWte: number; establishmentWte: number | null; share55: number | null }[];
  /**
   * Expected departures on retirement (at once, or after coming back from it) and before it, over all the years together:
   * of those who join meanwhile too.
   */
  retired: number;
  left: number;
  /** Titles of the illustrative defaults that it rests on. */
  restsOn: string[];
  /** What had to be assumed of the start. */
  notes: string[];
};

/**
 * A first look ahead from an organisation's own workforce lines; null where nobody is in post. Private: exact posts
 * answer only their owner.
 *
 * @param shared What the nation's look says of entrants' ages and promotions; null where nothing is published, and
 *   then moves between organisations are taken to cancel.
 */
export function ownLook(
  lines: readonly WorkforceLine[],
  census: string,
  shared: readonly SharedYear[] | null,
): OwnLook | null {
  const { population, notes } = populationFromPosts(lines);
  if (population.groups.every((group) => filledPosts(group) === 0)) return null;
  const { years, restsOn } = firstLook(population, shared ?? undefined);
  const from = Number(census.slice(0, 4));
  const over = (count: (flows: NonNullable<(typeof years)[number]["flows"]>) => number): number =>
    years.reduce((sum, { flows }) => sum + (flows ? count(flows) : 0), 0);
  return {
    years: years.map(({ year, inPostWte, establishmentWte, share55 }) => ({
      year: from + year,
      inPostWte,
      establishmentWte,
      share55,
    })),
    retired: over(({ retired, returnedLeft }) => retired + returnedLeft),
    left: over(({ left }) => left),
    restsOn,
    notes,
  };
}
