import { philox4x32 } from "@/lib/statistics/philox";
import { AGE_COUNT, YOUNGEST } from "./ages";
import { hazard, hazardsOf, refillProbability, type View } from "./compile-law";
import type { SharedYear } from "./expectation";
import { GROUP_COUNT, GROUPS } from "./groups";
import type { Population } from "./population";
import type { YearLaw } from "./year-law";

/** What one history goes by: a law for each year, and what the nation's run under the same laws told of each. */
export type History = { laws: readonly YearLaw[]; shared: readonly SharedYear[] };

export type PathsAsked = {
  population: Population;
  view: View;
  years: number;
  runs: number;
  /** 32 bits. */
  seed: number;
  /** The stream of the place: the same posts meet the same luck under every scenario. 32 bits. */
  stream: number;
  /** The history's laws; called once for each run, in order. */
  historyOf: (run: number) => History;
};

/** Rows of `Paths`: the nine groups, and all of them together. */
export const PATH_ROWS = GROUP_COUNT + 1;

/**
 * What happened in each history: `[(year * 10 + row) * runs + run]`, year 0 the start, row 9 all groups. Posts are
 * whole; WTE as contracted.
 */
export type Paths = {
  years: number;
  runs: number;
  filled: Float64Array;
  vacant: Float64Array;
  inPostWte: Float64Array;
  /** Filled posts whose holder is 55 or older. */
  aged55: Float64Array;
  /** Of the year that ends: joined = filled at the end − filled at the start + left. `[year * 10 + row]` as above; year 0 is empty. */
  joined: Float64Array;
  left: Float64Array;
};

const VACANT = 0;
const FIRST = 1;
const RETURNED = 2;
const TOP = AGE_COUNT - 1;
const AT_55 = 55 - YOUNGEST;
const WORD = 4294967296;
const KEY = 0x6d757374;
/** Streams of draws that are no post's own. */
const START_DRAWS = 0xfffff000;
const YEAR_DRAWS = 0xfffffe00;
const CLIMBS: readonly boolean[] = GROUPS.map(({ next }) => next !== null);

/**
 * Simulates every post of a place, history by history, under the yearly law (docs/method/supply.md). One exponential
 * draw against the summed hazard decides a whole stay in a post, or a whole vacancy; random numbers are a function of
 * seed, place, run, post and event, so that two scenarios differ only by what they assume.
 *
 * Where a place's expected posts are no whole number, each history rounds them up or down by a draw; ages within a
 * band are spread by a systematic draw.
 */
export function samplePaths(asked: PathsAsked): Paths {
  const { population, view, years, runs, seed, stream, historyOf } = asked;
  const size = (years + 1) * PATH_ROWS * runs;
  const paths: Paths = {
    years,
    runs,
    filled: new Float64Array(size),
    vacant: new Float64Array(size),
    inPostWte: new Float64Array(size),
    aged55: new Float64Array(size),
    joined: new Float64Array(size),
    left: new Float64Array(size),
  };
  const posts = new Posts(roomFor(population, years));
  const start = startOf(population);
  for (let run = 0; run < runs; run += 1) {
    const { laws, shared } = historyOf(run);
    simulate(posts, start, laws, shared, view, { seed, stream, run }, paths);
  }
  return paths;
}

type Start = {
  /** Cumulative filled posts by group, state and age. */
  cumulative: Float64Array;
  vacant: Float64Array;
  frozenShare: Float64Array;
  wteFirst: Float64Array;
  wteReturned: Float64Array;
};

const STATES = 2;

function startOf(population: Population): Start {
  const cells = GROUP_COUNT * STATES * AGE_COUNT;
  const start: Start = {
    cumulative: new Float64Array(cells),
    vacant: new Float64Array(GROUP_COUNT),
    frozenShare: new Float64Array(GROUP_COUNT),
    wteFirst: new Float64Array(GROUP_COUNT * AGE_COUNT),
    wteReturned: new Float64Array(GROUP_COUNT * AGE_COUNT),
  };
  for (const [group, stock] of population.groups.entries()) {
    let sum = 0;
    for (const [state, counts] of [stock.first, stock.returned].entries()) {
      for (let age = 0; age < AGE_COUNT; age += 1) {
        sum += counts[age] ?? 0;
        start.cumulative[(group * STATES + state) * AGE_COUNT + age] = sum;
      }
    }
    start.vacant[group] = stock.vacantPosts;
    start.frozenShare[group] = stock.frozenShare;
    start.wteFirst.set(stock.wteFirst, group * AGE_COUNT);
    start.wteReturned.set(stock.wteReturned, group * AGE_COUNT);
  }
  return start;
}

/** Posts that a history may come to have, with growth; more are made room for when they come. */
const roomFor = (population: Population, years: number): number =>
  16 +
  Math.ceil(
    population.groups.reduce(
      (sum, { first, returned, vacantPosts }) =>
        sum + vacantPosts + [...first, ...returned].reduce((all, count) => all + count, 0),
      0,
    ) *
      (1 + 0.01 * years),
  );

/** The posts of one history, by columns. */
class Posts {
  count = 0;
  group: Uint8Array;
  state: Uint8Array;
  age: Uint8Array;
  /** What is left of the exponential draw. */
  budget: Float64Array;
  events: Uint32Array;

  constructor(room: number) {
    this.group = new Uint8Array(room);
    this.state = new Uint8Array(room);
    this.age = new Uint8Array(room);
    this.budget = new Float64Array(room);
    this.events = new Uint32Array(room);
  }

  add(group: number, state: number, age: number): number {
    if (this.count === this.group.length) this.grow();
    const at = this.count;
    this.count += 1;
    this.group[at] = group;
    this.state[at] = state;
    this.age[at] = age;
    this.events[at] = 0;
    return at;
  }

  private grow(): void {
    const room = this.group.length * 2;
    const copy = <T extends Uint8Array | Float64Array | Uint32Array>(made: T, old: T): T => {
      made.set(old);
      return made;
    };
    this.group = copy(new Uint8Array(room), this.group);
    this.state = copy(new Uint8Array(room), this.state);
    this.age = copy(new Uint8Array(room), this.age);
    this.budget = copy(new Float64Array(room), this.budget);
    this.events = copy(new Uint32Array(room), this.events);
  }

  /** Takes a post out of the books: the last one takes its place in them, and keeps its own luck no longer. */
  close(at: number): void {
    this.state[at] = CLOSED;
  }
}
const CLOSED = 3;

type Luck = { seed: number; stream: number; run: number };

const block = new Uint32Array(4);
const unit = (word: number): number => ((block[word] as number) + 0.5) / WORD;

function simulate(
  posts: Posts,
  start: Start,
  laws: readonly YearLaw[],
  shared: readonly SharedYear[],
  view: View,
  luck: Luck,
  paths: Paths,
): void {
  const { seed, stream, run } = luck;
  const { runs, years } = paths;
  const frozenShare = start.frozenShare.slice();
  const uncut = new Float64Array(GROUP_COUNT);
  const vacancies = new Float64Array(GROUP_COUNT);
  const fillHazard = new Float64Array(GROUP_COUNT);
  const refill = new Float64Array(GROUP_COUNT);

  begin(posts, start, luck);
  record(posts, start, paths, 0, run, vacancies);

  for (let year = 1; year <= years; year += 1) {
    const law = laws[year - 1] as YearLaw;
    const told = shared[year - 1] as SharedYear;
    const hazards = {
      leave: hazardsOf(law.leave),
      move: hazardsOf(law.move),
      promote: hazardsOf(law.promote),
      retire: hazardsOf(law.retire),
    };
    const leaving = law.leavingMultiplier * law.organisationLeaving;
    const moving = view === "nation" ? 0 : law.organisationLeaving;
    const { retirementMultiplier: retiring, returnShare } = law;
    const returnedHazard = hazard(law.returnedExit);
    const ages = view === "nation" ? told.joiners : told.entrants;
    const inYear = year * PATH_ROWS;

    for (let group = 0; group < GROUP_COUNT; group += 1) {
      const set = law.frozenShare[group] ?? null;
      if (set !== null) frozenShare[group] = set;
      const rate =
        law.organisationFilling *
        (law.fillHazard[group] ?? 0) *
        (law.fillScale[group] ?? 1) *
        (told.fillScale[group] as number);
      const filling = -Math.expm1(-rate) * (1 - (frozenShare[group] as number));
      fillHazard[group] = hazard(filling);
      refill[group] = refillProbability(rate);
    }
    grow(posts, law, luck, year, uncut, paths);

    const { count, group: groups, state, age, budget, events } = posts;
    for (let post = 0; post < count; post += 1) {
      const status = state[post] as number;
      if (status === CLOSED) continue;
      const group = groups[post] as number;
      if (status === VACANT) {
        const left = (budget[post] as number) - (fillHazard[group] as number);
        budget[post] = left;
        if (left < 0) {
          enter(post, group);
          count1(paths.joined, inYear, group, runs, run);
        }
        continue;
      }
      const was = age[post] as number;
      age[post] = was < TOP ? was + 1 : TOP;
      if (status === RETURNED) {
        const left = (budget[post] as number) - returnedHazard;
        budget[post] = left;
        if (left < 0) {
          draw(post);
          empty(post, group);
        }
        continue;
      }
      const at = group * AGE_COUNT + was;
      const h1 = leaving * (hazards.leave[at] as number);
      const h2 = moving * (hazards.move[at] as number);
      const h3 = CLIMBS[group] ? (hazards.promote[at] as number) : 0;
      const h4 = retiring * (hazards.retire[at] as number);
      const total = h1 + h2 + h3 + h4;
      const left = (budget[post] as number) - total;
      budget[post] = left;
      if (left >= 0) continue;
      draw(post);
      // Which cause it was, by its share of the hazard; what is left of the draw within the cause decides on.
      let which = unit(0) * total;
      if (which < h4) {
        if (which < h4 * returnShare) {
          state[post] = RETURNED;
          budget[post] = -Math.log(unit(3));
          continue;
        }
      } else {
        which -= h4;
        if (which < h3 && which >= h3 * (told.promotedOf[group] as number)) {
          budget[post] = -Math.log(unit(3));
          continue;
        }
      }
      empty(post, group);
    }
    shrink(posts, law, luck, year, frozenShare, uncut, paths);
    record(posts, start, paths, year, run, vacancies);

    function draw(post: number): void {
      const event = (events[post] as number) + 1;
      events[post] = event;
      philox4x32(block, event, post, run, stream, seed, KEY);
    }
    /** Empties a post whose block is drawn; it is filled again within the year, or not. */
    function empty(post: number, group: number): void {
      count1(paths.left, inYear, group, runs, run);
      budget[post] = -Math.log(unit(3));
      if (unit(1) < (refill[group] as number)) {
        count1(paths.joined, inYear, group, runs, run);
        state[post] = FIRST;
        age[post] = ageBy(ages, group, unit(2));
      } else {
        state[post] = VACANT;
      }
    }
    function enter(post: number, group: number): void {
      draw(post);
      state[post] = FIRST;
      age[post] = ageBy(ages, group, unit(2));
      budget[post] = -Math.log(unit(3));
    }
  }
}

function count1(table: Float64Array, inYear: number, group: number, runs: number, run: number): void {
  const at = (inYear + group) * runs + run;
  table[at] = (table[at] as number) + 1;
  const all = (inYear + GROUP_COUNT) * runs + run;
  table[all] = (table[all] as number) + 1;
}

/** The age at which the share `u` of the group's entrants is passed. */
function ageBy(ages: Float64Array, group: number, u: number): number {
  let left = u;
  const from = group * AGE_COUNT;
  let last = 0;
  for (let age = 0; age < AGE_COUNT; age += 1) {
    const weight = ages[from + age] as number;
    if (weight > 0) last = age;
    left -= weight;
    if (left < 0) return age;
  }
  return last;
}

/** The posts at the census, whole ones: systematic draws by group keep every whole count of a band as it is. */
function begin(posts: Posts, start: Start, { seed, stream, run }: Luck): void {
  posts.count = 0;
  for (let group = 0; group < GROUP_COUNT; group += 1) {
    philox4x32(block, 0, START_DRAWS + group, run, stream, seed, KEY);
    const [shift, rounding] = [unit(0), unit(1)];
    let next = shift;
    for (let state = 0; state < STATES; state += 1) {
      const from = (group * STATES + state) * AGE_COUNT;
      for (let age = 0; age < AGE_COUNT; age += 1) {
        // Sums of shares of whole numbers are whole to within their rounding.
        const upTo = (start.cumulative[from + age] as number) + 1e-9;
        while (next < upTo) {
          posts.add(group, state === 0 ? FIRST : RETURNED, age);
          next += 1;
        }
      }
    }
    const vacant = Math.floor((start.vacant[group] as number) + rounding * (1 - 1e-9));
    for (let made = 0; made < vacant; made += 1) posts.add(group, VACANT, 0);
  }
  for (let post = 0; post < posts.count; post += 1) {
    philox4x32(block, 0, post, run, stream, seed, KEY);
    posts.budget[post] = -Math.log(unit(3));
  }
}

/** Adds the year's new posts, vacant; a part of a post is one or none by a draw. */
function grow(
  posts: Posts,
  law: YearLaw,
  { seed, stream, run }: Luck,
  year: number,
  uncut: Float64Array,
  paths: Paths,
): void {
  for (let group = 0; group < GROUP_COUNT; group += 1) {
    const growth = law.growth[group] as number;
    if (growth === 0) continue;
    const before = ((year - 1) * PATH_ROWS + group) * paths.runs + run;
    const had = (paths.filled[before] as number) + (paths.vacant[before] as number);
    if (growth < 0) {
      uncut[group] = (uncut[group] as number) - growth * had;
      continue;
    }
    philox4x32(block, year, YEAR_DRAWS + group, run, stream, seed, KEY);
    const made = Math.floor(growth * had + unit(0));
    for (let one = 0; one < made; one += 1) {
      const post = posts.add(group, VACANT, 0);
      philox4x32(block, 0, post, run, stream, seed, KEY);
      posts.budget[post] = -Math.log(unit(3));
    }
  }
}

/** Closes vacant posts at the year's end, as many whole ones as the law asks and there are; the rest is carried. */
function shrink(
  posts: Posts,
  law: YearLaw,
  { seed, stream, run }: Luck,
  year: number,
  frozenShare: Float64Array,
  uncut: Float64Array,
  paths: Paths,
): void {
  for (let group = 0; group < GROUP_COUNT; group += 1) {
    const toClose = uncut[group] as number;
    if (!(toClose > 0)) continue;
    let vacant = 0;
    for (let post = 0; post < posts.count; post += 1)
      if (posts.group[post] === group && posts.state[post] === VACANT) vacant += 1;
    philox4x32(block, year, YEAR_DRAWS + group, run, stream, seed, KEY);
    const closed = Math.min(Math.floor(toClose + unit(1)), vacant);
    uncut[group] = toClose - closed;
    const frozen = Math.max(0, (frozenShare[group] as number) * vacant - closed);
    const left = vacant - closed;
    frozenShare[group] = left > 0 ? Math.min(1, frozen / left) : 0;
    // The newest first: which of the vacant posts it is makes no difference to any other.
    for (let post = posts.count - 1, shut = 0; shut < closed; post -= 1) {
      if (posts.group[post] !== group || posts.state[post] !== VACANT) continue;
      posts.close(post);
      shut += 1;
    }
  }
  void law;
  void paths;
}

function record(
  posts: Posts,
  start: Start,
  paths: Paths,
  year: number,
  run: number,
  vacancies: Float64Array,
): void {
  const { runs, filled, vacant, inPostWte, aged55 } = paths;
  const { count, group: groups, state, age } = posts;
  const base = year * PATH_ROWS;
  vacancies.fill(0);
  heads.fill(0);
  wte.fill(0);
  old.fill(0);
  for (let post = 0; post < count; post += 1) {
    const status = state[post] as number;
    const group = groups[post] as number;
    if (status === VACANT) vacancies[group] = (vacancies[group] as number) + 1;
    if (status !== FIRST && status !== RETURNED) continue;
    const at = age[post] as number;
    heads[group] = (heads[group] as number) + 1;
    if (at >= AT_55) old[group] = (old[group] as number) + 1;
    const mean = status === FIRST ? start.wteFirst : start.wteReturned;
    wte[group] = (wte[group] as number) + (mean[group * AGE_COUNT + at] as number);
  }
  let [allHeads, allVacant, allWte, allOld] = [0, 0, 0, 0];
  for (let group = 0; group < GROUP_COUNT; group += 1) {
    const at = (base + group) * runs + run;
    filled[at] = heads[group] as number;
    vacant[at] = vacancies[group] as number;
    inPostWte[at] = wte[group] as number;
    aged55[at] = old[group] as number;
    allHeads += heads[group] as number;
    allVacant += vacancies[group] as number;
    allWte += wte[group] as number;
    allOld += old[group] as number;
  }
  const at = (base + GROUP_COUNT) * runs + run;
  filled[at] = allHeads;
  vacant[at] = allVacant;
  inPostWte[at] = allWte;
  aged55[at] = allOld;
}
const heads = new Float64Array(GROUP_COUNT);
const wte = new Float64Array(GROUP_COUNT);
const old = new Float64Array(GROUP_COUNT);
