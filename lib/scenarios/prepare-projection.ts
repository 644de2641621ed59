import { type CompiledLaw, compileLaw, type View } from "@/lib/supply/compile-law";
import {
  type Expectation,
  expectation,
  type Outline,
  outline,
  type SharedYear,
} from "@/lib/supply/expectation";
import { GROUP_COUNT } from "@/lib/supply/groups";
import type { Population } from "@/lib/supply/population";
import type { PensionMix } from "@/lib/supply/retirement";
import { type Paths, samplePaths } from "@/lib/supply/sample-paths";
import { sumPopulations } from "@/lib/supply/sum-populations";
import { type ToldRun, toldRun } from "@/lib/supply/told-run";
import type { YearLaw } from "@/lib/supply/year-law";
import type { WorkChange } from "@/lib/workload/work-change";
import { drawParameters, streamOf } from "./draw-parameters";
import {
  type EffectiveAssumption,
  effectiveAssumptions,
  isUncertain,
  numberOf,
} from "./effective-assumptions";
import { type Draw, FREEZES, isTable, lawsOfScenario, type ScenarioLaws } from "./laws-of-scenario";
import type { Imputed } from "./non-response";
import { preparedByNation, toldApart } from "./pools-by-nation";
import type { Scenario } from "./scenario";
import { type StartDoubt, type StartShift, shiftOfStart } from "./start-doubt";

/** A place to project. */
export type PlaceToProject = {
  code: string;
  name: string | null;
  view: View;
  /** Codes of the places that it lies in: levers named for one of them hold. */
  within: readonly string[];
  population: Population;
  pensionMix?: readonly (PensionMix | null)[];
  notes: readonly string[];
  /** Hours a week of one WTE on a day. */
  standardHours: (date: string) => number;
  /** What the work asks for on a day, when it has so changed since the census; null where no work was sent. */
  requirement: ((change: WorkChange, date: string) => YearRequirement | null) | null;
  /** What is not known of where it starts, where that was published and rounded. */
  start?: StartDoubt;
  /** Who of it has not answered, as they are imputed. */
  imputed?: Imputed;
};

/** A population that stands for a whole nation: moves cancel in it, its week is 37.5 hours, and nothing is said of its work. */
export const wholeNation = (population: Population, code = "ALL", start?: StartDoubt): PlaceToProject => ({
  ...(start !== undefined && { start }),
  code,
  name: null,
  view: "nation",
  within: [],
  population,
  notes: [],
  standardHours: () => 37.5,
  requirement: null,
});

/** What the work of one year asks for; see `RequirementPath`. */
export type YearRequirement = {
  requiredWte: number;
  comparedWte: number;
  coverage: number;
  illustrativeShare: number | null;
};

export type ToProject = {
  scenario: Scenario;
  /** ISO date. */
  census: string;
  places: readonly PlaceToProject[];
  /** The population whose run tells the places of entrants' ages and promotions; the places together unless given. */
  nation?: Population;
  /** What the returns behind a release tell of rates: it stands where the scenario sets nothing. */
  known?: readonly EffectiveAssumption[];
};

/** A place under a scenario, ready to be asked. */
export type PreparedPlace = {
  place: PlaceToProject;
  /** The laws and terms with every assumption at its centre. */
  centre: ScenarioLaws;
  /** The exact expectation with every assumption at its centre. */
  mean(): Expectation;
  /** Its stocks in a draw of the uncertain assumptions; at their centres unless given. */
  outlineIn(draw?: Draw): Outline;
  /** The scenario's histories; null where it asks for none. */
  paths(): Paths | null;
  /** How far from its start each history truly starts, and what that makes later; null where its start is known. */
  shift(): StartShift | null;
};

export type PreparedProjection = {
  assumptions: readonly EffectiveAssumption[];
  places: readonly PreparedPlace[];
};

/**
 * Prepares a scenario on places: what is shared between draws, histories and analyses is worked out once. `wanted` are the
 * assumptions, where an analysis changes them; the scenario's own and the defaults unless given.
 */
export function prepareProjection(
  asked: ToProject,
  wanted?: readonly EffectiveAssumption[],
): PreparedProjection {
  const assumptions = wanted ?? effectiveAssumptions(asked.scenario, asked.known);
  const { places, nation } = asked;
  if (nation !== undefined || !toldApart(assumptions, asked.scenario.levers))
    return { assumptions, places: prepareTogether(asked, assumptions, null) };
  return {
    assumptions,
    places: preparedByNation(places, (here, code) =>
      prepareTogether({ ...asked, places: here }, assumptions, code),
    ),
  };
}

/** Places that share their pools: those of one nation, or of all. */
function prepareTogether(
  { scenario, census, places: given, nation }: ToProject,
  assumptions: readonly EffectiveAssumption[],
  code: string | null,
): PreparedPlace[] {
  const places = given.map((place) => ({
    ...place,
    population: withReturnedHours(place.population, assumptions),
  }));
  const { horizon: years, seed, runs, levers } = scenario;
  const censusYear = Number(census.slice(0, 4));
  const own = places.filter(({ view }) => view === "organisation");
  const whole = nation ?? sumPopulations((own.length > 0 ? own : places).map(({ population }) => population));
  const national = lawsOfScenario(assumptions, levers, {
    places: code === null ? [] : [code],
    population: whole,
    censusYear,
    years,
  });
  const toldBy = (draw?: Draw): readonly SharedYear[] =>
    expectation(whole, compileLaw(national(draw).laws, "nation"), { collect: true }).shared;
  const told = toldBy();
  const toldOrganisations = own.length > 1 ? keptByDraw(toldBy) : toldBy;
  const drawOf = keptByRun((run): Draw => drawParameters(assumptions, seed, run));
  const uncertain = assumptions.some(isUncertain);
  const toldTo = {
    nation: rememberTold("nation", { runs, years, places: places.length }),
    organisation: rememberTold("organisation", { runs, years, places: places.length }),
  };

  /** What the nation told in each run, as places of a view need it; the same for all where nothing is uncertain. */
  function rememberTold(view: View, of: Parameters<typeof remember>[0]): (run: number) => ToldRun {
    if (uncertain) return remember(of, (run) => toldRun(toldBy(drawOf(run)), view));
    let always: ToldRun | undefined;
    return () => {
      always ??= toldRun(told, view);
      return always;
    };
  }

  const lawsByLevers = new Map<string, PlaceLaws>();

  /** A place's laws. Places under the same levers, and of which nothing else is known, share theirs. */
  function lawsOf(place: PlaceToProject): PlaceLaws {
    const codes = [place.code, ...place.within];
    const make = (kept: boolean): PlaceLaws => {
      const { population, pensionMix } = place;
      const laws = lawsOfScenario(assumptions, levers, {
        places: codes,
        population,
        pensionMix,
        censusYear,
        years,
      });
      const inRun = (run: number) => laws(drawOf(run)).laws;
      return { laws, inRun: kept ? keptByRun(inRun) : inRun };
    };
    const here = levers.flatMap((lever, at) =>
      lever.place === undefined || codes.includes(lever.place) ? [{ at, id: lever.id }] : [],
    );
    const own =
      (place.pensionMix ?? []).some((mix) => mix !== null) || here.some(({ id }) => FREEZES.has(id));
    if (own) return make(false);
    const key = here.map(({ at }) => at).join();
    const known = lawsByLevers.get(key);
    if (known !== undefined) return known;
    // Tables that are drawn are too large to keep for every run.
    const made = make(!assumptions.some((one) => isUncertain(one) && isTable(one)));
    lawsByLevers.set(key, made);
    return made;
  }

  return places.map((place) => {
    const { laws, inRun } = lawsOf(place);
    const centre = laws();
    return {
      place,
      centre,
      mean: () => under(place, centre, () => told, expectation),
      outlineIn: (draw) =>
        draw === undefined
          ? under(place, centre, () => told, outline)
          : under(place, laws(draw), () => toldOrganisations(draw), outline),
      paths: () =>
        runs === 0
          ? null
          : samplePaths({
              population: place.population,
              view: place.view,
              years,
              runs,
              seed,
              stream: streamOf(place.code),
              historyOf: (run) => ({
                laws: uncertain ? inRun(run) : centre.laws,
                told: toldTo[place.view](run),
              }),
            }),
      shift: once(() =>
        runs === 0 || place.start === undefined
          ? null
          : shiftOfStart(place.start, place.population, place.code, { runs, seed }, (population) =>
              under({ ...place, population }, centre, () => told, expectation),
            ),
      ),
    };
  });
}

/** The population with the hours of those who came back as the scenario has them. */
function withReturnedHours(population: Population, assumptions: readonly EffectiveAssumption[]): Population {
  const hours = assumptions.find(({ id, from }) => id === "returned-hours" && from === "scenario");
  if (hours === undefined) return population;
  const share = numberOf(hours);
  return {
    ...population,
    groups: population.groups.map((group) => ({
      ...group,
      wteReturned: group.wteFirst.map((wte) => wte * share),
    })),
  };
}

/** `toldBy` says what a nation's run told, which only an organisation needs. */
const under = <T>(
  { population, view }: PlaceToProject,
  { laws }: ScenarioLaws,
  toldBy: () => readonly SharedYear[],
  run: (population: Population, law: CompiledLaw, exchange?: { shared: readonly SharedYear[] }) => T,
): T =>
  view === "nation"
    ? run(population, compileLaw(laws, view))
    : run(population, compileLaw(laws, view), { shared: toldBy() });

/** So many draws are kept, which is enough for how the doubt splits up. */
const MOST_DRAWS_KEPT = 200;

/** What organisations ask of the nation in each draw is worked out once, without the ages that they do not ask for. */
function keptByDraw(toldBy: (draw?: Draw) => readonly SharedYear[]): (draw?: Draw) => readonly SharedYear[] {
  const kept = new Map<string, readonly SharedYear[]>();
  return (draw) => {
    const key = draw?.join() ?? "";
    const known = kept.get(key);
    if (known !== undefined) return known;
    const told = toldBy(draw).map((year) => ({ ...year, joiners: year.entrants }));
    if (kept.size < MOST_DRAWS_KEPT) kept.set(key, told);
    return told;
  };
}

type PlaceLaws = {
  laws: (draw?: Draw) => ScenarioLaws;
  /** Those of a history. */
  inRun: (run: number) => readonly YearLaw[];
};

/** Worked out when it is first asked for. */
function once<T>(of: () => T): () => T {
  let found: { value: T } | undefined;
  return () => {
    found ??= { value: of() };
    return found.value;
  };
}

/** Each run's is worked out once. */
function keptByRun<T>(of: (run: number) => T): (run: number) => T {
  const kept: T[] = [];
  return (run) => {
    kept[run] ??= of(run);
    return kept[run] as T;
  };
}

/** Bytes of what one nation's year tells, and how many are kept for one view at most: those of 1,000 runs of 20 years. */
const TOLD_BYTES = GROUP_COUNT * (60 * 4 + 32 + 2 * 8);
const MOST_KEPT_BYTES = 1000 * 20 * TOLD_BYTES;

/** What is told in each run: kept where there is room and more than one place asks, else worked out anew. */
function remember(
  { runs, years, places }: { runs: number; years: number; places: number },
  toldIn: (run: number) => ToldRun,
): (run: number) => ToldRun {
  if (places < 2 || runs * years * TOLD_BYTES > MOST_KEPT_BYTES) return toldIn;
  const kept = new Map<number, ToldRun>();
  return (run) => {
    const known = kept.get(run);
    if (known !== undefined) return known;
    const told = toldIn(run);
    kept.set(run, told);
    return told;
  };
}
