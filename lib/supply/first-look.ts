import { DEFAULTS_OF, illustrativeTitles, type SUPPLY_DEFAULTS } from "./assumptions";
import { compileLaw, type View } from "./compile-law";
import { expectation, type SharedYear } from "./expectation";
import { type ExpectedYear, expectedYear } from "./expected-year";
import type { Population } from "./population";
import { defaultLaw } from "./year-law";

/** How far a first look goes, in years. */
export const FIRST_LOOK_YEARS = 10;

/** What a first look rests on beside the population: everything in it is a default. */
export const LOOK_RESTS_ON: readonly (keyof typeof SUPPLY_DEFAULTS)[] = DEFAULTS_OF.rates;

/** Expected numbers if nothing changes but age: year 0 is the census. No range: how sure it is, is not in it. */
export type FirstLook = {
  years: ExpectedYear[];
  /** The titles of the illustrative defaults that it rests on. */
  restsOn: string[];
};

const LAWS = Array.from({ length: FIRST_LOOK_YEARS }, defaultLaw);

/**
 * Ten years of the expectation at default rates (docs/method/supply.md).
 *
 * @param shared For an organisation: what its nation's run gave; without it the place is run as a nation, where moves
 *   between organisations cancel.
 */
export function firstLook(population: Population, shared?: readonly SharedYear[]): FirstLook {
  const view: View = shared === undefined ? "nation" : "organisation";
  const projection = expectation(population, compileLaw(LAWS, view), shared === undefined ? {} : { shared });
  return {
    years: Array.from({ length: FIRST_LOOK_YEARS + 1 }, (_, year) => expectedYear(projection, year)),
    restsOn: illustrativeTitles(LOOK_RESTS_ON),
  };
}

/** What the nation's first look tells its organisations of entrants' ages and promotions, year by year. */
export const sharedFirstLook = (nation: Population): readonly SharedYear[] =>
  expectation(nation, compileLaw(LAWS, "nation"), { collect: true }).shared;
