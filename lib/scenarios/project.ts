import { compileLaw, type View } from "@/lib/supply/compile-law";
import { type Expectation, expectation, type SharedYear } from "@/lib/supply/expectation";
import { expectedYear } from "@/lib/supply/expected-year";
import { type Gap, gapsOf } from "@/lib/supply/gap";
import { GROUP_COUNT, GROUPS } from "@/lib/supply/groups";
import { filledPosts, type Population } from "@/lib/supply/population";
import type { PensionMix } from "@/lib/supply/retirement";
import { PATH_ROWS, type Paths, samplePaths } from "@/lib/supply/sample-paths";
import { sumPopulations } from "@/lib/supply/sum-populations";
import { doubtOf } from "./doubt-of-projection";
import { drawParameters, streamOf } from "./draw-parameters";
import { type EffectiveAssumption, effectiveAssumptions, isUncertain } from "./effective-assumptions";
import { figureOf, figuresOf } from "./figures-of-paths";
import { type Draw, lawsOfScenario, numberOf, type ScenarioLaws } from "./laws-of-scenario";
import type { ProjectedGroup, ProjectedPlace, ProjectedYear, RequirementPath } from "./projection";
import type { Scenario } from "./scenario";

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
  requirement: RequirementPath | null;
};

export type ToProject = {
  scenario: Scenario;
  /** ISO date. */
  census: string;
  places: readonly PlaceToProject[];
  /** The population whose run tells the places of entrants' ages and promotions; the places together unless given. */
  nation?: Population;
};

export type Projected = { assumptions: EffectiveAssumption[]; warnings: string[]; places: ProjectedPlace[] };

/** So many draws tell how the doubt splits up. */
const DOUBT_DRAWS = 200;

/**
 * Projects places under a scenario: the exact expectation at the centre of every assumption, and histories of every
 * post in which the uncertain ones are drawn. Pure; the same for any number of threads.
 */
export function project({ scenario, census, places: given, nation }: ToProject): Projected {
  const assumptions = effectiveAssumptions(scenario);
  const places = given.map((place) => ({
    ...place,
    population: withReturnedHours(place.population, assumptions),
  }));
  const { horizon: years, seed, runs, levers } = scenario;
  const censusYear = Number(census.slice(0, 4));
  const lawsFor = (of: PlaceToProject) =>
    lawsOfScenario(assumptions, levers, {
      places: [of.code, ...of.within],
      population: of.population,
      pensionMix: of.pensionMix,
      censusYear,
      years,
    });
  const whole =
    nation ??
    sumPopulations(places.filter(({ view }) => view === "organisation").map(({ population }) => population));
  const national = lawsOfScenario(assumptions, levers, { places: [], population: whole, censusYear, years });
  const toldBy = (draw?: Draw): readonly SharedYear[] =>
    expectation(whole, compileLaw(national(draw).laws, "nation"), { collect: true }).shared;

  const drawOf = (run: number): Draw => drawParameters(assumptions, seed, run);
  const told = toldBy();
  const remembered = rememberShared(runs, years, places.length, (run) => toldBy(drawOf(run)));
  const uncertain = assumptions.some(isUncertain);

  return {
    assumptions,
    warnings: warningsOf(scenario, places, censusYear),
    places: places.map((place) => {
      const laws = lawsFor(place);
      const centre = laws();
      const mean = run(place, centre, told);
      const paths =
        runs === 0
          ? null
          : samplePaths({
              population: place.population,
              view: place.view,
              years,
              runs,
              seed,
              stream: streamOf(place.code),
              historyOf: (one) => ({
                laws: uncertain ? laws(drawOf(one)).laws : centre.laws,
                shared: uncertain ? remembered(one) : told,
              }),
            });
      return {
        place: place.code,
        name: place.name,
        view: place.view,
        notes: [...place.notes],
        groups: groupsOf(place, mean, paths, centre, census),
        doubt:
          paths === null
            ? null
            : doubtOf(paths, assumptions, Math.min(runs, DOUBT_DRAWS), (held, one) => {
                const draw = drawParameters(assumptions, seed, one, held);
                const drawn = run(place, laws(draw), toldBy(draw));
                return expectedYear(drawn, years).inPostWte;
              }),
        requirement: place.requirement,
      };
    }),
  };
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

const run = (place: PlaceToProject, { laws }: ScenarioLaws, shared: readonly SharedYear[]): Expectation =>
  place.view === "nation"
    ? expectation(place.population, compileLaw(laws, "nation"))
    : expectation(place.population, compileLaw(laws, "organisation"), { shared });

/** Numbers of one nation's year: entrants, joiners, promoted, scale. */
const MOST_REMEMBERED = 16_000_000;

/** What the nation told in each run: kept where there is room and more than one place asks, else worked out anew. */
function rememberShared(
  runs: number,
  years: number,
  places: number,
  toldIn: (run: number) => readonly SharedYear[],
): (run: number) => readonly SharedYear[] {
  const numbers = runs * years * 2 * 60 * GROUP_COUNT;
  if (places < 2 || numbers > MOST_REMEMBERED) return toldIn;
  const kept = new Map<number, readonly SharedYear[]>();
  return (run) => {
    const known = kept.get(run);
    if (known !== undefined) return known;
    const told = toldIn(run);
    kept.set(run, told);
    return told;
  };
}

function groupsOf(
  place: PlaceToProject,
  mean: Expectation,
  paths: Paths | null,
  centre: ScenarioLaws,
  census: string,
): ProjectedGroup[] {
  const all = yearsOf(place, mean, paths, centre, census, null);
  const each = GROUPS.flatMap(({ id, title }, group) => {
    const stock = place.population.groups[group];
    const ever = mean.filled.some((count, at) => at % GROUP_COUNT === group && count > 0);
    if (!ever && filledPosts(stock as never) === 0 && (stock?.vacantPosts ?? 0) === 0) return [];
    return [{ group: id, title, years: yearsOf(place, mean, paths, centre, census, group) }];
  });
  return [{ group: "all", title: "All groups", years: all }, ...each];
}

/** The same day, so many years later; 29 February becomes 28 February. */
export function yearsLater(date: string, years: number): string {
  const later = `${Number(date.slice(0, 4)) + years}${date.slice(4)}`;
  return later.endsWith("-02-29") && Number.isNaN(Date.parse(later)) ? later.replace("-29", "-28") : later;
}

function yearsOf(
  place: PlaceToProject,
  mean: Expectation,
  paths: Paths | null,
  centre: ScenarioLaws,
  census: string,
  group: number | null,
): ProjectedYear[] {
  const row = group ?? PATH_ROWS - 1;
  const groups = group === null ? undefined : [group];
  return Array.from({ length: mean.years + 1 }, (_, year): ProjectedYear => {
    const one = expectedYear(mean, year, groups);
    const date = yearsLater(census, year);
    const hours = place.standardHours(date);
    const terms = centre.terms[Math.max(0, year - 1)];
    const factorOf = (at: number): number => (year === 0 ? 1 : (terms?.hoursFactor[at] ?? 1));
    const factors = Array.from({ length: GROUP_COUNT }, (_unused, at) => factorOf(at));
    const wte = wteUnder(mean, year, group, factors);
    const drawn = paths === null ? null : figuresOf(paths, year, row, factors);
    const establishment = one.establishmentWte;
    const vacantWte = establishment === null ? null : vacantWteOf(mean, year, group);
    const cover = (year === 0 ? 0 : (terms?.temporaryCover ?? 0)) * (vacantWte ?? 0);
    const requirement =
      group === null && place.requirement
        ? { wte: place.requirement.wte[year] ?? Number.NaN, coverage: place.requirement.coverage }
        : null;
    const gaps = gapsOf({
      inPostWte: wte,
      establishmentWte: establishment,
      temporaryCoverWte: year > 0 && (terms?.temporaryCover ?? 0) > 0 ? cover : null,
      standardHours: hours,
      requirement,
    });
    return {
      year,
      date,
      filledPosts: figureOf(one.filled, drawn?.filled),
      vacantPosts: figureOf(one.vacant, drawn?.vacant),
      frozenPosts: one.frozen,
      inPostWte: figureOf(wte, drawn?.wte),
      inPostFullWeekWte: figureOf(
        (wte * hours) / 37.5,
        drawn?.wte?.map((value) => (value * hours) / 37.5),
      ),
      establishmentWte: establishment,
      share55: one.share55 === null ? null : figureOf(one.share55, drawn?.share55),
      fundedGapWte:
        gaps.funded === null || establishment === null
          ? null
          : figureOf(gaps.funded.wte, drawn?.fundedGap(establishmentOf(mean, place, group))),
      fundedGap: gaps.funded,
      unfilledGap: gaps.unfilled as Gap | null,
      workloadGap: gaps.workload,
      joined: year === 0 || one.flows === null ? null : figureOf(joinedOf(one.flows), drawn?.joined),
      departed:
        year === 0 || one.flows === null ? null : figureOf(departedOf(one.flows, place.view), drawn?.left),
      flows: one.flows,
      fillScale:
        year === 0 || group === null ? null : (mean.fillScale[(year - 1) * GROUP_COUNT + group] ?? 1),
    };
  });
}

type Flows = NonNullable<ProjectedYear["flows"]>;
const joinedOf = ({ promotedIn, movedIn, external }: Flows): number => promotedIn + movedIn + external;
const departedOf = (flows: Flows, view: View): number =>
  flows.left +
  flows.retired +
  flows.returnedLeft +
  flows.promotedOut +
  (view === "organisation" ? flows.moved : 0);

function wteUnder(mean: Expectation, year: number, group: number | null, factors: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < GROUP_COUNT; at += 1) {
    if (group !== null && at !== group) continue;
    sum += (mean.inPostWte[year * GROUP_COUNT + at] ?? 0) * (factors[at] ?? 1);
  }
  return sum;
}

/** WTE of a post of each group and the WTE that stands without a post, as the expectation has them. */
type Establishment = { perPost: number[]; fixed: number[]; groups: readonly number[] };

function establishmentOf(mean: Expectation, place: PlaceToProject, group: number | null): Establishment {
  const groups = group === null ? Array.from({ length: GROUP_COUNT }, (_, at) => at) : [group];
  const postsAt = (at: number): number => (mean.filled[at] ?? 0) + (mean.vacant[at] ?? 0);
  const wteAt = (at: number): number => place.population.groups[at]?.establishmentWte ?? 0;
  return {
    groups,
    perPost: Array.from({ length: GROUP_COUNT }, (_, at) => (postsAt(at) > 0 ? wteAt(at) / postsAt(at) : 0)),
    fixed: Array.from({ length: GROUP_COUNT }, (_, at) => (postsAt(at) > 0 ? 0 : wteAt(at))),
  };
}

function vacantWteOf(mean: Expectation, year: number, group: number | null): number {
  let sum = 0;
  for (let at = 0; at < GROUP_COUNT; at += 1) {
    if (group !== null && at !== group) continue;
    const cell = year * GROUP_COUNT + at;
    const posts = (mean.filled[cell] ?? 0) + (mean.vacant[cell] ?? 0);
    if (posts > 0) sum += ((mean.establishmentWte[cell] ?? 0) * (mean.vacant[cell] ?? 0)) / posts;
  }
  return sum;
}

/** Levers that move the requirement and nobody in post. */
const WORK_LEVERS: ReadonlySet<string> = new Set([
  "productivity",
  "device-growth",
  "planned-maintenance",
  "in-sourcing",
]);

function warningsOf(scenario: Scenario, places: readonly PlaceToProject[], censusYear: number): string[] {
  const last = censusYear + scenario.horizon;
  const known = new Set(places.flatMap(({ code, within }) => [code, ...within]));
  return scenario.levers.flatMap(({ id, from, to, place }, at) => {
    const said = `levers[${at}] (${id})`;
    const told: string[] = [];
    if (from > last || (to ?? Infinity) <= censusYear)
      told.push(`${said} holds in none of the years ${censusYear + 1} to ${last}, and does nothing.`);
    if (WORK_LEVERS.has(id) && places.every(({ requirement }) => requirement === null))
      told.push(`${said} moves what the work requires, which is not formed here, and so does nothing.`);
    if (place !== undefined && !known.has(place))
      told.push(`${said} is for ${place}, which is not projected here.`);
    return told;
  });
}
