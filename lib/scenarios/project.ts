import { groupOfProgramme, PROGRAMMES } from "@/lib/supply/programmes";
import { DOUBT_DRAWS, doubtOf, wteAt } from "./doubt-of-projection";
import { drawParameters } from "./draw-parameters";
import { type EffectiveAssumption, effectiveAssumptions } from "./effective-assumptions";
import { imputedWte } from "./imputed-wte";
import { groupsNamed, isOfProgramme } from "./known";
import { weightsOf } from "./non-response";
import { nationOf, toldApart } from "./pools-by-nation";
import { type PlaceToProject, prepareProjection, type ToProject } from "./prepare-projection";
import { projectedGroups, yearsLater } from "./projected-groups";
import type { ProjectedGroup, ProjectedPlace, RequirementPath } from "./projection";
import type { Scenario } from "./scenario";
import { workOfScenario } from "./work-of-scenario";

export type Projected = {
  assumptions: readonly EffectiveAssumption[];
  warnings: string[];
  places: ProjectedPlace[];
};

/**
 * Projects places under a scenario: the exact expectation at the centre of every assumption, and histories of every
 * post in which the uncertain ones are drawn. Pure; the same for any number of threads.
 */
export function project(asked: ToProject): Projected {
  const frame = frameOf(asked);
  return { ...frame.about, places: projectPlaces(asked, frame.work) };
}

/** What is had without a history: the assumptions, the warnings, and the requirement of each place. */
export function frameOf(asked: ToProject): {
  about: Omit<Projected, "places">;
  work: (RequirementPath | null)[];
} {
  const { scenario, census, places } = asked;
  const assumptions = effectiveAssumptions(scenario, asked.known);
  const work = places.map((place) => requirementPath(place, assumptions, scenario, census));
  const projectsWork = work.some((one) => one !== null);
  return {
    about: {
      assumptions,
      warnings: warningsOf(scenario, places, projectsWork, Number(census.slice(0, 4))),
    },
    work,
  };
}

/**
 * The projected places at these positions, all of them unless given: each is the same whatever others are projected
 * beside it.
 */
export function projectPlaces(
  asked: Omit<ToProject, "places"> & { places: readonly Omit<PlaceToProject, "requirement">[] },
  works: readonly (RequirementPath | null)[],
  which?: readonly number[],
): ProjectedPlace[] {
  const { scenario, census } = asked;
  const { horizon, seed, runs } = scenario;
  const { assumptions, places } = prepareProjection({
    ...asked,
    places: asked.places.map((place) => ({ ...place, requirement: null })),
  });
  return (which ?? places.map((_, at) => at)).flatMap((at) => {
    const [prepared, work = null] = [places[at], works[at]];
    if (prepared === undefined) return [];
    const { place, centre, mean, outlineIn, paths: drawn, shift: shiftIn } = prepared;
    const [paths, shift] = [drawn(), shiftIn()];
    const groups = projectedGroups(place, work, mean(), paths, centre, census, shift);
    const weights = place.imputed && runs > 0 ? weightsOf(place.imputed, place.code, scenario) : null;
    return [
      {
        place: place.code,
        name: place.name,
        view: place.view,
        notes: [...place.notes, ...limitsOf(groups)],
        groups,
        doubt:
          paths === null
            ? null
            : doubtOf(
                paths,
                assumptions,
                Math.min(runs, DOUBT_DRAWS),
                (held, run) => wteAt(outlineIn(drawParameters(assumptions, seed, run, held)), horizon),
                shift,
                weights,
              ),
        imputed: place.imputed
          ? { ...place.imputed, inPostWte: imputedWte(place.imputed, mean(), centre, paths, shift, weights) }
          : null,
        requirement: work,
      },
    ];
  });
}

/** Says of a place's groups in which years fewer people can come than vacant posts would be filled. */
function limitsOf(groups: readonly ProjectedGroup[]): string[] {
  return groups.flatMap(({ title, years }) => {
    const short = years.filter(({ fillScale }) => fillScale !== null && fillScale < 1 - 1e-9);
    const [first, last] = [short[0], short.at(-1)];
    if (first === undefined || last === undefined) return [];
    const when =
      first === last ? `in the year to ${first.date}` : `in years up to ${last.date}, first ${first.date}`;
    return [`${title}: Supply, not the time that filling takes, is the limit ${when}.`];
  });
}

/** The requirement of a place year by year; null where it has none in one of them. */
function requirementPath(
  place: PlaceToProject,
  assumptions: readonly EffectiveAssumption[],
  { levers, horizon: years }: Scenario,
  census: string,
): RequirementPath | null {
  const { requirement, code, within } = place;
  if (requirement === null) return null;
  const at = { places: [code, ...within], censusYear: Number(census.slice(0, 4)), years };
  const found = workOfScenario(assumptions, levers, at).map((change, year) =>
    requirement(change, yearsLater(census, year)),
  );
  const known = found.filter((one) => one !== null);
  const [first] = known;
  if (first === undefined || known.length < found.length) return null;
  return {
    requiredWte: known.map(({ requiredWte }) => requiredWte),
    comparedWte: known.map(({ comparedWte }) => comparedWte),
    coverage: first.coverage,
    illustrativeShare: first.illustrativeShare,
  };
}

/** Levers that move the requirement and nobody in post. */
const WORK_LEVERS: ReadonlySet<string> = new Set([
  "productivity",
  "device-growth",
  "planned-maintenance",
  "in-sourcing",
]);

function warningsOf(
  scenario: Scenario,
  places: readonly PlaceToProject[],
  projectsWork: boolean,
  censusYear: number,
): string[] {
  const last = censusYear + scenario.horizon;
  const known = new Set(places.flatMap(({ code, within }) => [code, ...within]));
  const pooled = new Set(
    [...scenario.assumptions, ...scenario.levers].flatMap(({ id, role }) =>
      id === "external-pool" ? groupsNamed(role) : [],
    ),
  );
  const trained = new Set(
    [...scenario.assumptions, ...scenario.levers].flatMap((one) => one.programme ?? []),
  );
  const unlimited = [...trained]
    .filter((programme) => !pooled.has(groupOfProgramme(programme)))
    .map((programme) => {
      const { title, leadsTo } = PROGRAMMES[programme];
      return `${title} leads to ${leadsTo}, of whom as many come from outside as posts are filled: its graduates change nothing unless external-pool is set for that group.`;
    });
  const ofLevers = scenario.levers.flatMap(({ id, from, to, place }, at) => {
    const said = `levers[${at}] (${id})`;
    const told: string[] = [];
    // Starts before the census come out after it.
    if (from > last || (!isOfProgramme(id) && (to ?? Infinity) <= censusYear))
      told.push(`${said} holds in none of the years ${censusYear + 1} to ${last}, and does nothing.`);
    if (WORK_LEVERS.has(id) && !projectsWork)
      told.push(`${said} moves what the work requires, which is not formed here, and so does nothing.`);
    if (place !== undefined && !known.has(place))
      told.push(`${said} is for ${place}, which is not projected here.`);
    return told;
  });
  const nationless = toldApart(scenario.assumptions, scenario.levers)
    ? places
        .filter(({ view }, _, all) => view === "organisation" || all.every((one) => one.view === "nation"))
        .filter((place) => nationOf(place) === null)
        .map(
          ({ code }) =>
            `Pools are told apart by nation, and ${code} is in none of them: nothing limits who comes there.`,
        )
    : [];
  return [...ofLevers, ...unlimited, ...nationless];
}
