import { AGE_COUNT, YOUNGEST } from "./ages";
import type { SharedYear } from "./expectation";
import { GROUPS, TRAINEES } from "./groups";
import type { Population } from "./population";
import type { YearLaw } from "./year-law";

/** One post: vacant, or filled by a person. Nothing else is known of it. */
type Post = { group: number; holder: { age: number; returned: boolean } | null };

type Fate = "stays" | "leave" | "move" | "promote" | "retire";

const OLDEST = YOUNGEST + AGE_COUNT - 1;

/** Whole posts from a population of whole numbers. */
function postsOf(population: Population): Post[] {
  return population.groups.flatMap((stock, group) => {
    const filled = (counts: readonly number[], returned: boolean): Post[] =>
      counts.flatMap((count, at) =>
        Array.from({ length: count }, () => ({ group, holder: { age: at + YOUNGEST, returned } })),
      );
    const vacant = Array.from({ length: stock.vacantPosts }, (): Post => ({ group, holder: null }));
    return [...filled(stock.first, false), ...filled(stock.returned, true), ...vacant];
  });
}

const drawAge = (weights: Float64Array, from: number, uniform: () => number): number => {
  let left = uniform();
  for (let at = 0; at < AGE_COUNT; at += 1) {
    left -= weights[from + at] ?? 0;
    if (left < 0) return at + YOUNGEST;
  }
  throw new Error("The weights of ages sum to less than one");
};

/** What becomes of a person of first career, by one draw of the time to each cause: the first to come wins. */
function fateOf(law: YearLaw, at: number, group: number, withMoves: boolean, uniform: () => number): Fate {
  const wait = (probability = 0, multiplier = 1): number =>
    probability === 0 ? Infinity : Math.log(uniform()) / (multiplier * Math.log(1 - probability));
  const waits: [Fate, number][] = [
    ["leave", wait(law.leave[at], law.leavingMultiplier * law.organisationLeaving)],
    ["retire", wait(law.retire[at], law.retirementMultiplier)],
  ];
  if (withMoves) waits.push(["move", wait(law.move[at], law.organisationLeaving)]);
  if (GROUPS[group]?.next !== null || group === TRAINEES) waits.push(["promote", wait(law.promote[at])]);
  const [fate, first] = waits.reduce((soonest, one) => (one[1] < soonest[1] ? one : soonest));
  return first < 1 ? fate : "stays";
}

export type Outcome = {
  filled: number[];
  returned: number;
  over55: number;
  inPostWte: number;
  ageSum: number;
};

/**
 * One simulated history of every post, by the law's words and by draws alone: it knows no matrix and no expectation.
 * Growth that is no whole number of posts is rounded by a draw. Posts are not closed here.
 */
export function simulatePosts(
  population: Population,
  laws: readonly YearLaw[],
  shared: readonly SharedYear[] | null,
  uniform: () => number,
): Outcome {
  const posts = postsOf(population);
  for (const [index, law] of laws.entries()) simulateYear(posts, population, law, shared?.[index], uniform);

  const outcome: Outcome = { filled: GROUPS.map(() => 0), returned: 0, over55: 0, inPostWte: 0, ageSum: 0 };
  for (const { group, holder } of posts) {
    if (holder === null) continue;
    const stock = population.groups[group];
    outcome.filled[group] = (outcome.filled[group] ?? 0) + 1;
    outcome.returned += holder.returned ? 1 : 0;
    outcome.over55 += holder.age >= 55 ? 1 : 0;
    outcome.ageSum += holder.age;
    outcome.inPostWte +=
      (holder.returned ? stock?.wteReturned : stock?.wteFirst)?.[holder.age - YOUNGEST] ?? 0;
  }
  return outcome;
}

function simulateYear(
  posts: Post[],
  population: Population,
  law: YearLaw,
  shared: SharedYear | undefined,
  uniform: () => number,
): void {
  const rateOf = (group: number) =>
    law.organisationFilling * (law.fillHazard[group] ?? 0) * (law.fillScale[group] ?? 1);
  for (const group of GROUPS.keys()) {
    const now = posts.filter((post) => post.group === group).length;
    const more = Math.max(0, law.growth[group] ?? 0) * now;
    const whole = Math.floor(more) + (uniform() < more % 1 ? 1 : 0);
    for (let made = 0; made < whole; made += 1) posts.push({ group, holder: null });
  }

  const toFill = new Set<Post>();
  const emptied: Post[] = [];
  const ready: Post[] = [];
  for (const post of posts) {
    const { group, holder } = post;
    if (holder === null) {
      const frozen = uniform() < (population.groups[group]?.frozenShare ?? 0);
      if (!frozen && uniform() < 1 - Math.exp(-rateOf(group))) toFill.add(post);
      continue;
    }
    const at = group * AGE_COUNT + holder.age - YOUNGEST;
    holder.age = Math.min(OLDEST, holder.age + 1);
    if (holder.returned) {
      if (uniform() < law.returnedExit) emptied.push(post);
      continue;
    }
    const fate = fateOf(law, at, group, shared !== undefined, uniform);
    if (fate === "promote" && group === TRAINEES) emptied.push(post);
    else if (fate === "promote") ready.push(post);
    else if (fate === "retire" && uniform() < law.returnShare) holder.returned = true;
    else if (fate !== "stays") emptied.push(post);
  }

  const empty = (post: Post): void => {
    const left = 1 - uniform();
    if (uniform() < 1 - Math.exp(-rateOf(post.group) * left)) toFill.add(post);
    post.holder = null;
  };
  for (const post of emptied) empty(post);
  // Rungs from the top: whoever is promoted leaves a post that may be filled in turn. Ladders have two steps at most.
  const height = (group: number): number => {
    const next = GROUPS[group]?.next ?? null;
    return next === null ? 0 : 1 + height(next);
  };
  for (const post of [...ready].sort((a, b) => height(a.group) - height(b.group))) {
    const next = GROUPS[post.group]?.next;
    if (shared !== undefined) {
      if (uniform() < (shared.promotedOf[post.group] ?? 0)) empty(post);
      continue;
    }
    const target = [...toFill].find((one) => one.group === next);
    if (target === undefined) continue;
    target.holder = { age: post.holder?.age ?? 0, returned: false };
    toFill.delete(target);
    empty(post);
  }
  for (const post of toFill) {
    const age =
      shared === undefined
        ? drawAge(law.entryAges, 0, uniform)
        : drawAge(shared.entrants, post.group * AGE_COUNT, uniform);
    post.holder = { age, returned: false };
  }
}
