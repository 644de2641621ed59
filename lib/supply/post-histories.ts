import { AGE_COUNT } from "./ages";
import { hazard, refillProbability, type View } from "./compile-law";
import { GROUP_COUNT, GROUPS } from "./groups";
import { hazardRows } from "./hazard-rows";
import {
  AT_55,
  CLOSED,
  draws,
  FIRST,
  type LifeLaw,
  type LifeTerms,
  type Luck,
  livePosts,
  type Posts,
  RETURNED,
  unit,
  VACANT,
} from "./live-posts";
import type { PathWriter, Tallies } from "./path-writer";
import type { GroupStock, Population } from "./population";
import { type ToldRun, toldRun } from "./told-run";
import type { YearLaw } from "./year-law";

/** Streams of draws that are no post's own. */
const START_DRAWS = 0xfffff000;
const YEAR_DRAWS = 0xfffffe00;

/** A group of a place at the census, as histories begin with it. */
type Start = {
  group: number;
  /** Filled posts of a state and age, and how many there are of these and all before them. */
  cells: { state: Uint8Array; age: Uint8Array; upTo: Float64Array };
  vacant: number;
  frozenShare: number;
  wteFirst: Float64Array;
  wteReturned: Float64Array;
};

/** The posts of one place, to be lived through history by history. */
export type PostHistories = {
  view: View;
  years: number;
  starts: readonly Start[];
  /** Made once, and written anew in each history. */
  posts: Posts;
  terms: LifeTerms;
};

/** The groups of a place that have a post, at the start or ever, and room for their posts. */
export function postHistories(population: Population, view: View, years: number): PostHistories {
  const starts = population.groups.flatMap((stock, group) => {
    const start = startOf(stock, group);
    return (start.cells.upTo.at(-1) ?? 0) + start.vacant > 0 ? [start] : [];
  });
  const terms: LifeTerms = {
    group: 0,
    climbing: 0,
    laws: [],
    sameTo: new Uint16Array(years),
    fillHazard: new Float64Array(years),
    refill: new Float64Array(years),
    told: toldRun([], view),
    wteFirst: new Float64Array(0),
    wteReturned: new Float64Array(0),
  };
  return { view, years, starts, posts: postsFor(64), terms };
}

function startOf(stock: GroupStock, group: number): Start {
  const state: number[] = [];
  const ages: number[] = [];
  const upTo: number[] = [];
  let sum = 0;
  for (const [of, counts] of [stock.first, stock.returned].entries()) {
    for (let age = 0; age < AGE_COUNT; age += 1) {
      const count = counts[age] ?? 0;
      if (count === 0) continue;
      sum += count;
      state.push(of === 0 ? FIRST : RETURNED);
      ages.push(age);
      // Sums of shares of whole numbers are whole to within their rounding.
      upTo.push(sum + 1e-9);
    }
  }
  const table = (means: readonly number[]): Float64Array => {
    const made = new Float64Array(GROUP_COUNT * AGE_COUNT);
    made.set(means, group * AGE_COUNT);
    return made;
  };
  return {
    group,
    cells: { state: Uint8Array.from(state), age: Uint8Array.from(ages), upTo: Float64Array.from(upTo) },
    vacant: stock.vacantPosts,
    frozenShare: stock.frozenShare,
    wteFirst: table(stock.wteFirst),
    wteReturned: table(stock.wteReturned),
  };
}

/** Lives one history through, group by group: but for the closing of posts, no post looks at another. */
export function liveHistory(
  { view, years, starts, posts, terms }: PostHistories,
  laws: readonly YearLaw[],
  told: ToldRun,
  luck: Luck,
  writer: PathWriter,
): void {
  setLaws(terms, laws, view, years);
  terms.told = told;
  for (const start of starts) {
    const { group, wteFirst, wteReturned } = start;
    terms.group = group;
    terms.climbing = GROUPS[group]?.next == null ? 0 : 1;
    terms.wteFirst = wteFirst;
    terms.wteReturned = wteReturned;
    liveGroup(start, posts, terms, laws, luck, writer.tallies);
    writer.take(luck.run, group);
  }
}

/** The laws as lives need them; years that share one share that. */
function setLaws(
  { laws: lives, sameTo }: LifeTerms,
  laws: readonly YearLaw[],
  view: View,
  years: number,
): void {
  for (let year = 0; year < years; ) {
    const law = laws[year] as YearLaw;
    const life: LifeLaw = {
      rows: hazardRows(law),
      leaving: law.leavingMultiplier * law.organisationLeaving,
      moving: view === "nation" ? 0 : law.organisationLeaving,
      retiring: law.retirementMultiplier,
      returnShare: law.returnShare,
      returnedHazard: hazard(law.returnedExit),
    };
    let end = year + 1;
    while (end < years && laws[end] === law) end += 1;
    for (; year < end; year += 1) {
      lives[year] = life;
      sameTo[year] = end;
    }
  }
}

function liveGroup(
  start: Start,
  posts: Posts,
  terms: LifeTerms,
  laws: readonly YearLaw[],
  luck: Luck,
  tallies: Tallies,
): void {
  const { group } = start;
  const { sameTo } = terms;
  const years = laws.length;
  let shrinks = false;
  let moves = terms.told.limited;
  for (let year = 0; year < years; year = sameTo[year] as number) {
    const growth = (laws[year] as YearLaw).growth[group] as number;
    shrinks ||= growth < 0;
    moves ||= growth !== 0;
  }
  let there = beginGroup(start, posts, luck, tallies);
  let frozenShare = start.frozenShare;
  // Where posts are neither made nor closed and supply is no limit, years that share a law are all the same.
  if (!moves) {
    for (let year = 0; year < years; ) {
      const law = laws[year] as YearLaw;
      const end = sameTo[year] as number;
      frozenShare = law.frozenShare[group] ?? frozenShare;
      setFilling(terms, year, law, frozenShare);
      const fills = terms.fillHazard[year] as number;
      const again = terms.refill[year] as number;
      for (; year < end; year += 1) {
        terms.fillHazard[year] = fills;
        terms.refill[year] = again;
      }
    }
    livePosts(posts, terms, years, tallies, luck);
    return;
  }
  let uncut = 0;
  for (let year = 1; year <= years; year += 1) {
    const law = laws[year - 1] as YearLaw;
    frozenShare = law.frozenShare[group] ?? frozenShare;
    setFilling(terms, year - 1, law, frozenShare);
    const growth = law.growth[group] as number;
    if (growth > 0) {
      draws(luck, YEAR_DRAWS + group, year);
      const made = Math.floor(growth * there + unit(0));
      for (let one = 0; one < made; one += 1) addPost(posts, VACANT, 0, year - 1);
      tallies.posts[year] = (tallies.posts[year] as number) + made;
      there += made;
    }
    if (!shrinks) continue;
    livePosts(posts, terms, year, tallies, luck);
    uncut += Math.max(0, -growth) * there;
    if (!(uncut > 0)) continue;
    draws(luck, YEAR_DRAWS + group, year);
    const vacant = vacantOf(posts);
    const closed = Math.min(Math.floor(uncut + unit(1)), vacant);
    closePosts(posts, closed);
    tallies.posts[year] = (tallies.posts[year] as number) - closed;
    there -= closed;
    uncut -= closed;
    // Frozen ones first.
    const frozen = Math.max(0, frozenShare * vacant - closed);
    frozenShare = vacant > closed ? Math.min(1, frozen / (vacant - closed)) : 0;
  }
  if (!shrinks) livePosts(posts, terms, years, tallies, luck);
}

function vacantOf({ state, count }: Posts): number {
  let vacant = 0;
  for (let post = 0; post < count; post += 1) vacant += state[post] === VACANT ? 1 : 0;
  return vacant;
}

/** The posts at the census, whole ones: systematic draws keep every whole count of a band as it is. How many there are. */
function beginGroup(
  { group, cells, vacant, wteFirst, wteReturned }: Start,
  posts: Posts,
  luck: Luck,
  { posts: all, filled, aged55, inPostWte }: Tallies,
): number {
  draws(luck, START_DRAWS + group, 0);
  let next = unit(0);
  const empty = Math.floor(vacant + unit(1) * (1 - 1e-9));
  posts.count = 0;
  const { state, age, upTo } = cells;
  for (let cell = 0; cell < upTo.length; cell += 1) {
    const of = state[cell] as number;
    const old = age[cell] as number;
    for (; next < (upTo[cell] as number); next += 1) {
      addPost(posts, of, old, 0);
      if (old >= AT_55) aged55[0] = (aged55[0] as number) + 1;
      const mean = of === FIRST ? wteFirst : wteReturned;
      inPostWte[0] = (inPostWte[0] as number) + (mean[group * AGE_COUNT + old] as number);
    }
  }
  filled[0] = posts.count;
  for (let made = 0; made < empty; made += 1) addPost(posts, VACANT, 0, 0);
  all[0] = posts.count;
  return posts.count;
}

/** How a year's vacant posts are filled; worked out anew only where it is not as in the year before. */
function setFilling(
  { group, fillHazard, refill, told }: LifeTerms,
  at: number,
  law: YearLaw,
  frozen: number,
): void {
  const rate =
    law.organisationFilling *
    (law.fillHazard[group] ?? 0) *
    (law.fillScale[group] ?? 1) *
    (told.fillScale[at * GROUP_COUNT + group] as number);
  if (LAST.rate !== rate || LAST.frozen !== frozen) {
    LAST.rate = rate;
    LAST.frozen = frozen;
    LAST.fillHazard = hazard(-Math.expm1(-rate) * (1 - frozen));
    LAST.refill = refillProbability(rate);
  }
  fillHazard[at] = LAST.fillHazard;
  refill[at] = LAST.refill;
}
const LAST = { rate: Number.NaN, frozen: 0, fillHazard: 0, refill: 0 };

/** Closes so many vacant posts, the newest first: which of them it is makes no difference to any other. */
function closePosts({ state, count }: Posts, closed: number): void {
  for (let post = count - 1, shut = 0; shut < closed; post -= 1) {
    if (state[post] !== VACANT) continue;
    state[post] = CLOSED;
    shut += 1;
  }
}

function addPost(posts: Posts, state: number, age: number, since: number): void {
  const post = posts.count;
  if (post === posts.state.length) Object.assign(posts, copyOf(posts, postsFor(2 * post)));
  posts.count = post + 1;
  posts.state[post] = state;
  posts.age[post] = age;
  posts.since[post] = since;
  posts.budget[post] = -1;
  posts.events[post] = 0;
}

const postsFor = (room: number): Posts => ({
  count: 0,
  state: new Uint8Array(room),
  age: new Uint8Array(room),
  since: new Uint16Array(room),
  budget: new Float64Array(room),
  events: new Uint32Array(room),
});

function copyOf(old: Posts, made: Posts): Posts {
  made.count = old.count;
  made.state.set(old.state);
  made.age.set(old.age);
  made.since.set(old.since);
  made.budget.set(old.budget);
  made.events.set(old.events);
  return made;
}
