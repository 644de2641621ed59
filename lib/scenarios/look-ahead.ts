import { quantiles } from "@/lib/statistics/quantiles";
import { illustrativeTitles, type SUPPLY_DEFAULTS } from "@/lib/supply/assumptions";
import { expectedYear } from "@/lib/supply/expected-year";
import { FIRST_LOOK_YEARS, LOOK_RESTS_ON } from "@/lib/supply/first-look";
import { filledPosts, type Population } from "@/lib/supply/population";
import { PATH_ROWS } from "@/lib/supply/sample-paths";
import { drawParameters } from "./draw-parameters";
import { type PreparedPlace, prepareProjection, wholeNation } from "./prepare-projection";
import { type Assumption, SCENARIO_FORMAT, type Scenario } from "./scenario";

/** Expected numbers of one year; nine in ten histories have their staff in post, WTE, between low and high. */
export type LookYear = {
  /** Years from the census. */
  year: number;
  inPostWte: number;
  low: number;
  high: number;
  /** Null where no establishment is known. */
  establishmentWte: number | null;
  share55: number | null;
};

/** A look ahead from a place if nothing changes but age. Plain numbers: a release stores it. */
export type LookAhead = {
  /** Year 0 is the census. */
  years: LookYear[];
  /**
   * Expected departures on retirement (at once, or after coming back from it) and before it, over all the years
   * together: of those who join meanwhile too.
   */
  retired: number;
  left: number;
  /** Titles of the illustrative defaults that it rests on. */
  restsOn: string[];
  /** Whether returns tell of leaving, retiring or filling posts. */
  estimated: boolean;
};

const DRAWS = 200;
/** Posts from which on chance is drowned by what is not known of the rates, so that it is not drawn post by post. */
const MANY_POSTS = 300;
const NINE_IN_TEN = [0.05, 0.95];
/** A place alone is its own nation: moves in and out of it cancel. */
const PLACE = "HERE";

/**
 * Ten years from a population at the rates that are known of it, and at default rates for the rest. How sure it is comes
 * from the rates (`data/assumptions/uncertainty.json` for the defaults) and, where the place is small enough for it to
 * tell, from chance.
 *
 * @param known What is known of rates, in the form in which a scenario would set it.
 */
export function lookAhead(population: Population, known: readonly Assumption[] = []): LookAhead {
  const scenario: Scenario = {
    format: SCENARIO_FORMAT,
    title: "A first look",
    horizon: FIRST_LOOK_YEARS,
    seed: 1,
    runs: DRAWS,
    assumptions: [...known],
    levers: [],
  };
  // The law of rates knows no year but the census's, and a look has no lever that does.
  const { assumptions, places } = prepareProjection({
    scenario,
    census: "2000-03-31",
    places: [wholeNation(population, PLACE)],
  });
  const here = places[0] as PreparedPlace;
  const posts = population.groups.reduce((sum, group) => sum + filledPosts(group) + group.vacantPosts, 0);
  const drawn =
    posts < MANY_POSTS
      ? byPosts(here)
      : byRates(here, (run) => drawParameters(assumptions, scenario.seed, run));
  const mean = here.meanIn();
  const expected = Array.from({ length: FIRST_LOOK_YEARS + 1 }, (_, year) => expectedYear(mean, year));
  const over = (count: (flows: NonNullable<(typeof expected)[number]["flows"]>) => number): number =>
    expected.reduce((sum, { flows }) => sum + (flows ? count(flows) : 0), 0);
  return {
    years: expected.map(({ year, inPostWte, establishmentWte, share55 }) => {
      const [low = inPostWte, high = inPostWte] = quantiles(drawn[year] as Float64Array, NINE_IN_TEN);
      return { year, inPostWte, low, high, establishmentWte, share55 };
    }),
    // Who came back after retiring and leaves for good had retired: that is no leaving before it.
    retired: over(({ retired, returnedLeft }) => retired + returnedLeft),
    left: over(({ left }) => left),
    estimated: known.length > 0,
    restsOn: illustrativeTitles(
      LOOK_RESTS_ON.filter((id: keyof typeof SUPPLY_DEFAULTS) => !known.some((one) => one.id === id)),
    ),
  };
}

/** Staff in post of each history, year by year. */
function byPosts(here: PreparedPlace): Float64Array[] {
  const paths = here.paths();
  if (paths === null) return [];
  const { years, runs, inPostWte } = paths;
  return Array.from({ length: years + 1 }, (_, year) => {
    const from = (year * PATH_ROWS + PATH_ROWS - 1) * runs;
    return inPostWte.slice(from, from + runs);
  });
}

function byRates(
  here: PreparedPlace,
  drawOf: (run: number) => ReturnType<typeof drawParameters>,
): Float64Array[] {
  const years = Array.from({ length: FIRST_LOOK_YEARS + 1 }, () => new Float64Array(DRAWS));
  for (let run = 0; run < DRAWS; run += 1) {
    const { inPostWte } = here.meanIn(drawOf(run));
    const groups = inPostWte.length / (FIRST_LOOK_YEARS + 1);
    for (const [year, values] of years.entries()) {
      let sum = 0;
      for (let group = 0; group < groups; group += 1) sum += inPostWte[year * groups + group] as number;
      values[run] = sum;
    }
  }
  return years;
}
