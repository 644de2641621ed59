import type { View } from "@/lib/supply/compile-law";
import type { Expectation } from "@/lib/supply/expectation";
import { expectedYear } from "@/lib/supply/expected-year";
import { type Gap, gapsOf } from "@/lib/supply/gap";
import { GROUP_COUNT, GROUPS } from "@/lib/supply/groups";
import { PATH_ROWS } from "@/lib/supply/path-tables";
import { filledPosts } from "@/lib/supply/population";
import type { Paths } from "@/lib/supply/sample-paths";
import { figureOf, figuresOf } from "./figures-of-paths";
import type { ScenarioLaws } from "./laws-of-scenario";
import type { PlaceToProject } from "./prepare-projection";
import type { ProjectedGroup, ProjectedYear, RequirementPath } from "./projection";
import type { StartShift } from "./start-doubt";

/** The figures of a place: all groups together, then each that has or will have a post. */
export function projectedGroups(
  place: PlaceToProject,
  work: RequirementPath | null,
  mean: Expectation,
  paths: Paths | null,
  centre: ScenarioLaws,
  census: string,
  shift: StartShift | null = null,
): ProjectedGroup[] {
  const all = yearsOf(place, work, mean, paths, centre, census, null, shift);
  const each = GROUPS.flatMap(({ id, title }, group) => {
    const stock = place.population.groups[group];
    const ever = mean.filled.some((count, at) => at % GROUP_COUNT === group && count > 0);
    if (!ever && filledPosts(stock as never) === 0 && (stock?.vacantPosts ?? 0) === 0) return [];
    return [{ group: id, title, years: yearsOf(place, work, mean, paths, centre, census, group, shift) }];
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
  work: RequirementPath | null,
  mean: Expectation,
  paths: Paths | null,
  centre: ScenarioLaws,
  census: string,
  group: number | null,
  shift: StartShift | null,
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
    const drawn = paths === null ? null : figuresOf(paths, year, row, factors, shift);
    const establishment = one.establishmentWte;
    const vacantWte = establishment === null ? null : vacantWteOf(mean, year, group);
    const cover = (year === 0 ? 0 : (terms?.temporaryCover ?? 0)) * (vacantWte ?? 0);
    const requirement =
      group === null && work !== null
        ? { wte: work.comparedWte[year] as number, coverage: work.coverage }
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
  flows.completed +
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
