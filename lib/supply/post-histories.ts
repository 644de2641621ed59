import { AGE_COUNT, AT_55 } from "./ages";
import { hazard, refillProbability, type View } from "./compile-law";
import { GROUP_COUNT } from "./groups";
import { climbingOf, lifeLaw } from "./life-law";
import {
  CLOSED,
  draws,
  FIRST,
  type Filling,
  type GroupTerms,
  type Luck,
  livePosts,
  type Posts,
  RETURNED,
  type RunTerms,
  type Tallies,
  unit,
  VACANT,
} from "./live-posts";
import { addUp, PATH_ROWS, type PathTables } from "./path-tables";
import type { GroupStock, Population } from "./population";
import { type ToldRun, toldRun } from "./told-run";
import { wteByAge } from "./wte-by-age";
import type { YearLaw } from "./year-law";

/** Histories that are lived group by group: the cells of a group and year lie side by side, in a line of the cache. */
const BLOCK = 16;

/** Streams of draws that are no post's own. */
const START_DRAWS = 0xfffff000;
const YEAR_DRAWS = 0xfffffe00;

/** A group of a place at the census, as histories begin with it. */
type Start = {
  terms: GroupTerms;
  /** Filled posts of a state and age, and how many there are of these and all before them. */
  cells: { state: Uint8Array; age: Uint8Array; upTo: Float64Array };
  vacant: number;
  frozenShare: number;
};

/** One history of a block. */
type Run = RunTerms & { luck: Luck; yearly: readonly YearLaw[] };

/** The posts of one place, to be lived through history by history. */
export type PostHistories = {
  view: View;
  years: number;
  starts: readonly Start[];
  /** Made once, and written anew in each history. */
  posts: Posts;
  filling: Filling;
  runs: Run[];
};

/** The groups of a place that have a post, at the start or ever, and room for their posts. */
export function postHistories(population: Population, view: View, years: number): PostHistories {
  const starts = population.groups.flatMap((stock, group) => {
    const start = startOf(stock, group);
    return (start.cells.upTo.at(-1) ?? 0) + start.vacant > 0 ? [start] : [];
  });
  const run = (): Run => ({
    laws: [],
    sameTo: new Uint16Array(years),
    told: toldRun([], view),
    luck: { seed: 0, stream: 0, run: 0 },
    yearly: [],
  });
  return {
    view,
    years,
    starts,
    posts: postsFor(64),
    filling: { hazard: new Float64Array(years), refill: new Float64Array(years) },
    runs: Array.from({ length: BLOCK }, run),
  };
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
  return {
    terms: {
      group,
      climbing: climbingOf(group),
      first: wteByAge(stock.wteFirst),
      returned: wteByAge(stock.wteReturned),
    },
    cells: { state: Uint8Array.from(state), age: Uint8Array.from(ages), upTo: Float64Array.from(upTo) },
    vacant: stock.vacantPosts,
    frozenShare: stock.frozenShare,
  };
}

/**
 * Lives so many histories through, and counts them into `tables`. They are lived in blocks, group by group: but for the
 * closing of posts, no post looks at another.
 */
export function liveHistories(
  histories: PostHistories,
  count: number,
  historyOf: (run: number) => { laws: readonly YearLaw[]; told: ToldRun },
  { seed, stream }: Omit<Luck, "run">,
  tables: PathTables,
): void {
  const { view, years, starts, runs } = histories;
  const step = PATH_ROWS * count;
  const groups = starts.map(({ terms }) => terms.group);
  for (let first = 0; first < count; first += BLOCK) {
    const block = runs.slice(0, count - first);
    for (const [at, run] of block.entries()) {
      const { laws, told } = historyOf(first + at);
      run.luck = { seed, stream, run: first + at };
      run.told = told;
      run.yearly = laws;
      setLaws(run, view, years);
    }
    for (const start of starts) {
      for (const [at, run] of block.entries())
        liveGroup(start, histories, run, { tables, start: start.terms.group * count + first + at, step });
    }
    addUp(tables, years, { first, count: block.length, of: count }, groups);
  }
}

/** The laws as lives need them; years that share one share that. */
function setLaws({ laws: lives, sameTo, yearly }: Run, view: View, years: number): void {
  for (let year = 0; year < years; ) {
    const law = yearly[year] as YearLaw;
    let end = year + 1;
    while (end < years && yearly[end] === law) end += 1;
    const life = lifeLaw(law, view, end > year + 1);
    for (; year < end; year += 1) {
      lives[year] = life;
      sameTo[year] = end;
    }
  }
}

function liveGroup(start: Start, { posts, filling, years }: PostHistories, run: Run, tallies: Tallies): void {
  const { group } = start.terms;
  const { vacant: changes } = tallies.tables;
  const { sameTo, yearly, told, luck } = run;
  let shrinks = false;
  let moves = told.limited;
  for (let year = 0; year < years; year = sameTo[year] as number) {
    const growth = (yearly[year] as YearLaw).growth[group] as number;
    shrinks ||= growth < 0;
    moves ||= growth !== 0;
  }
  const live = (to: number) => livePosts(posts, start.terms, run, filling, to, tallies, luck);
  let there = beginGroup(start, posts, luck, tallies);
  let frozenShare = start.frozenShare;
  // Where posts are neither made nor closed and supply is no limit, years that share a law are all the same.
  if (!moves) {
    for (let year = 0; year < years; ) {
      const law = yearly[year] as YearLaw;
      const end = sameTo[year] as number;
      frozenShare = law.frozenShare[group] ?? frozenShare;
      setFilling(filling, group, year, law, told, frozenShare);
      const fills = filling.hazard[year] as number;
      const again = filling.refill[year] as number;
      for (; year < end; year += 1) {
        filling.hazard[year] = fills;
        filling.refill[year] = again;
      }
    }
    live(years);
    return;
  }
  let uncut = 0;
  for (let year = 1; year <= years; year += 1) {
    const law = yearly[year - 1] as YearLaw;
    const cell = tallies.start + year * tallies.step;
    frozenShare = law.frozenShare[group] ?? frozenShare;
    setFilling(filling, group, year - 1, law, told, frozenShare);
    const growth = law.growth[group] as number;
    if (growth > 0) {
      draws(luck, YEAR_DRAWS + group, year);
      const made = Math.floor(growth * there + unit(0));
      for (let one = 0; one < made; one += 1) addPost(posts, VACANT, 0, year - 1);
      changes[cell] = (changes[cell] as number) + made;
      there += made;
    }
    if (!shrinks) continue;
    live(year);
    uncut += Math.max(0, -growth) * there;
    if (!(uncut > 0)) continue;
    draws(luck, YEAR_DRAWS + group, year);
    const vacant = vacantOf(posts);
    const closed = Math.min(Math.floor(uncut + unit(1)), vacant);
    closePosts(posts, closed);
    changes[cell] = (changes[cell] as number) - closed;
    there -= closed;
    uncut -= closed;
    // Frozen ones first.
    const frozen = Math.max(0, frozenShare * vacant - closed);
    frozenShare = vacant > closed ? Math.min(1, frozen / (vacant - closed)) : 0;
  }
  if (!shrinks) live(years);
}

function vacantOf({ state, count }: Posts): number {
  let vacant = 0;
  for (let post = 0; post < count; post += 1) vacant += state[post] === VACANT ? 1 : 0;
  return vacant;
}

/** The posts at the census, whole ones: systematic draws keep every whole count of a band as it is. How many there are. */
function beginGroup(
  { terms, cells, vacant }: Start,
  posts: Posts,
  luck: Luck,
  { tables: { vacant: empties, filled, aged55, inPostWte }, start }: Tallies,
): number {
  draws(luck, START_DRAWS + terms.group, 0);
  let next = unit(0);
  const empty = Math.floor(vacant + unit(1) * (1 - 1e-9));
  posts.count = 0;
  const { state, age, upTo } = cells;
  let old = 0;
  let wte = 0;
  for (let cell = 0; cell < upTo.length; cell += 1) {
    for (; next < (upTo[cell] as number); next += 1) {
      const of = state[cell] as number;
      const at = age[cell] as number;
      addPost(posts, of, at, 0);
      if (at >= AT_55) old += 1;
      wte += (of === FIRST ? terms.first : terms.returned).wte[at] as number;
    }
  }
  filled[start] = posts.count;
  aged55[start] = old;
  inPostWte[start] = wte;
  for (let made = 0; made < empty; made += 1) addPost(posts, VACANT, 0, 0);
  empties[start] = empty;
  return posts.count;
}

/** How a year's vacant posts are filled; worked out anew only where it is not as in the year before. */
function setFilling(
  filling: Filling,
  group: number,
  at: number,
  law: YearLaw,
  told: ToldRun,
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
  filling.hazard[at] = LAST.fillHazard;
  filling.refill[at] = LAST.refill;
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
