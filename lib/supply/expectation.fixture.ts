import { AGE_COUNT, YOUNGEST } from "./ages";
import type { View } from "./compile-law";
import type { SharedYear } from "./expectation";
import { GROUPS, TRAINEES } from "./groups";
import type { Population } from "./population";
import type { YearLaw } from "./year-law";

/** People who are alike: so many, of this group, age and state. */
type People = { group: number; age: number; state: "first" | "returned"; count: number };

export type ReferenceYear = {
  people: People[];
  vacant: number[];
  frozenShare: number[];
  /** By group, over the year that ends here. */
  filledPosts: number[];
  promotedIn: number[];
  emptiedPosts: number[];
};

const OLDEST = YOUNGEST + AGE_COUNT - 1;

/**
 * The plain twin of `expectation`: the law sentence by sentence, in objects, without a thought for speed. Written
 * from the method paper; it shares no code with the hot loop but the tables of groups and ages.
 */
export function referenceExpectation(
  population: Population,
  laws: readonly YearLaw[],
  view: View,
  shared: readonly SharedYear[] = [],
): ReferenceYear[] {
  const none = () => GROUPS.map(() => 0);
  const start: ReferenceYear = {
    people: population.groups.flatMap((stock, group) =>
      stock.first.flatMap((count, at) => [
        { group, age: at + YOUNGEST, state: "first" as const, count },
        { group, age: at + YOUNGEST, state: "returned" as const, count: stock.returned[at] ?? 0 },
      ]),
    ),
    vacant: population.groups.map(({ vacantPosts }) => vacantPosts),
    frozenShare: population.groups.map(({ frozenShare }) => frozenShare),
    filledPosts: none(),
    promotedIn: none(),
    emptiedPosts: none(),
  };
  const years = [start];
  const notClosed = none();
  for (const [index, law] of laws.entries()) {
    years.push(yearOn(years.at(-1) ?? start, law, view, shared[index], notClosed));
  }
  return years;
}

function causes(law: YearLaw, person: People, view: View): { stays: number; by: Record<string, number> } {
  const at = person.group * AGE_COUNT + person.age - YOUNGEST;
  const hazardOf = (probability = 0) => (probability === 1 ? 700 : -Math.log(1 - probability));
  const hazards: Record<string, number> = {
    leave: law.leavingMultiplier * law.organisationLeaving * hazardOf(law.leave[at]),
    move: view === "nation" ? 0 : law.organisationLeaving * hazardOf(law.move[at]),
    promote: GROUPS[person.group]?.next === null && person.group !== TRAINEES ? 0 : hazardOf(law.promote[at]),
    retire: law.retirementMultiplier * hazardOf(law.retire[at]),
  };
  const total = Object.values(hazards).reduce((sum, one) => sum + one, 0);
  const q = 1 - Math.exp(-total);
  const by = Object.fromEntries(
    Object.entries(hazards).map(([cause, one]) => [cause, total === 0 ? 0 : (q * one) / total]),
  );
  return { stays: 1 - q, by };
}

function yearOn(
  before: ReferenceYear,
  law: YearLaw,
  view: View,
  shared: SharedYear | undefined,
  notClosed: number[],
): ReferenceYear {
  const older = (age: number) => Math.min(OLDEST, age + 1);
  const after: People[] = [];
  const outcomes = before.people.map((person) => ({ person, ...causes(law, person, view) }));

  // How many posts each group fills depends on who is promoted out of it, so the top of a ladder comes first.
  const filledPosts = GROUPS.map(() => 0);
  const emptiedPosts = GROUPS.map(() => 0);
  const promotedIn = GROUPS.map(() => 0);
  const vacant = GROUPS.map(() => 0);
  const frozenShare = GROUPS.map(() => 0);
  const done = new Set<number>();

  const readyFor = (group: number) =>
    outcomes
      .filter(({ person }) => person.state === "first" && GROUPS[person.group]?.next === group)
      .reduce((sum, { person, by }) => sum + person.count * (by.promote ?? 0), 0);
  const promotedShare = (group: number): number => {
    const next = GROUPS[group]?.next ?? null;
    // Whoever completes leaves the post.
    if (group === TRAINEES) return 1;
    if (next === null) return 0;
    if (view === "organisation") return shared?.promotedOf[group] ?? 0;
    const ready = readyFor(next);
    return ready === 0 ? 0 : Math.min(1, (filledPosts[next] ?? 0) / ready);
  };

  const settle = (group: number): void => {
    const next = GROUPS[group]?.next ?? null;
    if (next !== null && !done.has(next)) settle(next);
    if (done.has(group)) return;
    done.add(group);
    const share = promotedShare(group);
    let posts = before.vacant[group] ?? 0;
    let emptied = 0;
    for (const { person, stays, by } of outcomes) {
      if (person.group !== group) continue;
      const { count, age } = person;
      posts += count;
      if (person.state === "returned") {
        emptied += count * law.returnedExit;
        after.push({ ...person, age: older(age), count: count * (1 - law.returnedExit) });
        continue;
      }
      const { leave = 0, move = 0, promote = 0, retire = 0 } = by;
      emptied += count * (leave + move + promote * share + retire * (1 - law.returnShare));
      after.push({ group, state: "first", age: older(age), count: count * (stays + promote * (1 - share)) });
      after.push({ group, state: "returned", age: older(age), count: count * retire * law.returnShare });
      if (next !== null && view === "nation") {
        after.push({ group: next, state: "first", age: older(age), count: count * promote * share });
        promotedIn[next] = (promotedIn[next] ?? 0) + count * promote * share;
      }
    }

    const growth = law.growth[group] ?? 0;
    const rate = law.organisationFilling * (law.fillHazard[group] ?? 0) * (law.fillScale[group] ?? 0);
    const f = 1 - Math.exp(-rate);
    const g = rate === 0 ? 0 : 1 - (1 - Math.exp(-rate)) / rate;
    const kappa = law.frozenShare[group] ?? before.frozenShare[group] ?? 0;
    const atStart = (before.vacant[group] ?? 0) + (growth > 0 ? growth * posts : 0);
    const fillOfOld = atStart * (1 - kappa) * f;
    filledPosts[group] = fillOfOld + emptied * g;
    emptiedPosts[group] = emptied;

    const atEnd = atStart - fillOfOld + emptied * (1 - g);
    const frozen = atEnd * kappa;
    const toClose = (notClosed[group] ?? 0) + (growth < 0 ? -growth * posts : 0);
    const closed = Math.min(atEnd, toClose);
    notClosed[group] = toClose - closed;
    vacant[group] = atEnd - closed;
    const frozenLeft = frozen - Math.min(frozen, closed);
    frozenShare[group] = closed === 0 ? kappa : atEnd - closed > 0 ? frozenLeft / (atEnd - closed) : 0;
  };
  for (const group of GROUPS.keys()) settle(group);

  for (const group of GROUPS.keys()) {
    const fills = filledPosts[group] ?? 0;
    for (let at = 0; at < AGE_COUNT; at += 1) {
      const count =
        view === "organisation"
          ? fills * (shared?.entrants[group * AGE_COUNT + at] ?? 0)
          : (fills - (promotedIn[group] ?? 0)) * (law.entryAges[at] ?? 0);
      after.push({ group, state: "first", age: at + YOUNGEST, count });
    }
  }
  return { people: merged(after), vacant, frozenShare, filledPosts, promotedIn, emptiedPosts };
}

/** One entry for each group, age and state. */
function merged(people: readonly People[]): People[] {
  const byKey = new Map<string, People>();
  for (const person of people) {
    const key = `${person.group}|${person.age}|${person.state}`;
    const seen = byKey.get(key);
    if (seen === undefined) byKey.set(key, { ...person });
    else seen.count += person.count;
  }
  return [...byKey.values()];
}
