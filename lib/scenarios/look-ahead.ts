import { quantiles } from "@/lib/statistics/quantiles";
import { illustrativeTitles, type SUPPLY_DEFAULTS } from "@/lib/supply/assumptions";
import { expectedYear } from "@/lib/supply/expected-year";
import { FIRST_LOOK_YEARS, LOOK_RESTS_ON } from "@/lib/supply/first-look";
import type { Base } from "@/lib/supply/fit-base";
import { PATH_ROWS } from "@/lib/supply/path-tables";
import { DOUBT_DRAWS, doubtOf, wteAt } from "./doubt-of-projection";
import { drawParameters } from "./draw-parameters";
import type { EffectiveAssumption } from "./effective-assumptions";
import { figuresOf, SAME_HOURS } from "./figures-of-paths";
import { type Imputed, weighted, weightsOf } from "./non-response";
import { type PreparedPlace, prepareProjection, wholeNation } from "./prepare-projection";
import type { Doubt } from "./projection";
import { SCENARIO_FORMAT, type Scenario } from "./scenario";
import { startDoubt } from "./start-doubt";

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
  /**
   * The same of all that were asked, those that have not answered imputed; null where all have, or where too few have.
   * Releases built before it was known have none.
   */
  imputed?: ImputedLook | null;
  /** How the doubt about staff in post in the last year splits up; of releases built before it was kept there is none. */
  doubt?: Doubt;
};

/** Staff in post of all that were asked, with what is imputed of them and where nine in ten histories lie. */
export type ImputedLook = Imputed & { years: Pick<LookYear, "year" | "inPostWte" | "low" | "high">[] };

/** Histories of every post, and their seed: `muster project --release N --place CODE --runs 200 --seed 1` draws the same. */
export const LOOK_RUNS = 200;
const LOOK_SEED = 1;
const NINE_IN_TEN = [0.05, 0.95];

/**
 * Ten years from a fit of published figures at the rates that are known, and at default rates for the rest. How sure it is
 * comes from the rates (`data/assumptions/uncertainty.json` for the defaults), from chance, post by post, and from what
 * the rounding of the figures leaves open of its start.
 *
 * @param place Its code, which its luck hangs on: it is its own nation, and moves in and out of it cancel.
 * @param known What the returns behind a release tell of rates.
 * @param imputed Who has not answered, as they are imputed.
 */
export function lookAhead(
  fit: Pick<Base, "population" | "residuals">,
  place: string,
  known: readonly EffectiveAssumption[] = [],
  imputed: Imputed | null = null,
): LookAhead {
  const scenario: Scenario = {
    format: SCENARIO_FORMAT,
    title: "A first look",
    horizon: FIRST_LOOK_YEARS,
    seed: LOOK_SEED,
    runs: LOOK_RUNS,
    assumptions: [],
    levers: [],
  };
  // The law of rates knows no year but the census's, and a look has no lever that does.
  const { assumptions, places } = prepareProjection({
    scenario,
    known,
    census: "2000-03-31",
    places: [wholeNation(fit.population, place, startDoubt(fit))],
  });
  const here = places[0] as PreparedPlace;
  const [paths, shift] = [here.paths(), here.shift()];
  if (paths === null) throw new Error("A look draws histories");
  const drawn = Array.from(
    { length: FIRST_LOOK_YEARS + 1 },
    (_, year) => figuresOf(paths, year, PATH_ROWS - 1, SAME_HOURS, shift).wte,
  );
  const mean = here.mean();
  const expected = Array.from({ length: FIRST_LOOK_YEARS + 1 }, (_, year) => expectedYear(mean, year));
  const over = (count: (flows: NonNullable<(typeof expected)[number]["flows"]>) => number): number =>
    expected.reduce((sum, { flows }) => sum + (flows ? count(flows) : 0), 0);
  const rangeOf = (values: Float64Array) => {
    const [low = Number.NaN, high = Number.NaN] = quantiles(values, NINE_IN_TEN);
    return { low, high };
  };
  const weights = imputed && weightsOf(imputed, place, scenario);
  return {
    years: expected.map(({ year, inPostWte, establishmentWte, share55 }) => ({
      year,
      inPostWte,
      ...rangeOf(drawn[year] as Float64Array),
      establishmentWte,
      share55,
    })),
    imputed: imputed &&
      weights && {
        ...imputed,
        years: expected.map(({ year, inPostWte }) => ({
          year,
          inPostWte: inPostWte / (1 - imputed.share),
          ...rangeOf(weighted(drawn[year] as Float64Array, weights)),
        })),
      },
    doubt: doubtOf(
      paths,
      assumptions,
      DOUBT_DRAWS,
      (held, run) =>
        wteAt(here.outlineIn(drawParameters(assumptions, LOOK_SEED, run, held)), FIRST_LOOK_YEARS),
      shift,
      weights,
    ),
    // Who came back after retiring and leaves for good had retired: that is no leaving before it.
    retired: over(({ retired, returnedLeft }) => retired + returnedLeft),
    left: over(({ left }) => left),
    estimated: known.length > 0,
    restsOn: illustrativeTitles(
      LOOK_RESTS_ON.filter((id: keyof typeof SUPPLY_DEFAULTS) => !known.some((one) => one.id === id)),
    ),
  };
}
