import { quantiles } from "@/lib/statistics/quantiles";
import { FIRST_LOOK_YEARS } from "@/lib/supply/first-look";
import { filledPosts, type Population } from "@/lib/supply/population";
import { PATH_ROWS } from "@/lib/supply/sample-paths";
import { drawParameters } from "./draw-parameters";
import { prepareProjection, wholeNation } from "./prepare-projection";
import { SCENARIO_FORMAT, type Scenario } from "./scenario";

/** Nine in ten histories have their staff in post, WTE, between these. */
export type LookRange = { low: number; high: number };

const DRAWS = 200;
/** Posts from which on chance is drowned by what is not known of the rates, so that it is not drawn post by post. */
const MANY_POSTS = 300;
const NINE_IN_TEN = [0.05, 0.95];
/** A place alone is its own nation: moves in and out of it cancel. */
const PLACE = "HERE";

const LOOK: Scenario = {
  format: SCENARIO_FORMAT,
  title: "A first look",
  horizon: FIRST_LOOK_YEARS,
  seed: 1,
  runs: DRAWS,
  assumptions: [],
  levers: [],
};

const known = new WeakMap<Population, LookRange[]>();

/**
 * How sure a first look at a place is, year by year from the census: by unsure rates (`data/assumptions/uncertainty.json`)
 * and, where the place is small enough for it to tell, by chance. Worked out once a population.
 */
export function lookRange(population: Population): LookRange[] {
  const before = known.get(population);
  if (before !== undefined) return before;
  const posts = population.groups.reduce((sum, group) => sum + filledPosts(group) + group.vacantPosts, 0);
  // The law of rates knows no year but the census's, and a first look has no lever that does.
  const { assumptions, places } = prepareProjection({
    scenario: LOOK,
    census: "2000-03-31",
    places: [wholeNation(population, PLACE)],
  });
  const [here] = places;
  if (here === undefined) return [];
  const drawn =
    posts < MANY_POSTS
      ? byPosts(here.paths())
      : byRates((run) => here.meanIn(drawParameters(assumptions, LOOK.seed, run)));
  const range = drawn.map((values): LookRange => {
    const [low = Number.NaN, high = Number.NaN] = quantiles(values, NINE_IN_TEN);
    return { low, high };
  });
  known.set(population, range);
  return range;
}

type Prepared = ReturnType<typeof prepareProjection>["places"][number];

function byPosts(paths: ReturnType<Prepared["paths"]>): Float64Array[] {
  if (paths === null) return [];
  const { years, runs, inPostWte } = paths;
  return Array.from({ length: years + 1 }, (_, year) => {
    const from = (year * PATH_ROWS + PATH_ROWS - 1) * runs;
    return inPostWte.slice(from, from + runs);
  });
}

function byRates(meanIn: (run: number) => ReturnType<Prepared["meanIn"]>): Float64Array[] {
  const years = Array.from({ length: FIRST_LOOK_YEARS + 1 }, () => new Float64Array(DRAWS));
  for (let run = 0; run < DRAWS; run += 1) {
    const { inPostWte } = meanIn(run);
    const groups = inPostWte.length / (FIRST_LOOK_YEARS + 1);
    for (const [year, values] of years.entries()) {
      let sum = 0;
      for (let group = 0; group < groups; group += 1) sum += inPostWte[year * groups + group] as number;
      values[run] = sum;
    }
  }
  return years;
}
