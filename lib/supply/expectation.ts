import { AGE_COUNT } from "./ages";
import { type CompiledLaw, type CompiledYear, refillProbability } from "./compile-law";
import { GROUP_COUNT, GROUPS, TRAINEES } from "./groups";
import {
  climb,
  countPeople,
  enter,
  liveYear,
  NEXT,
  noSums,
  type People,
  peopleOf,
  taken,
  tellAges,
  turnYear,
} from "./live-year";
import { filledPosts, type Population } from "./population";
import { fillRate, rationing } from "./rationing";
import { stretches } from "./stretches";
import type { YearLaw } from "./year-law";

/**
 * What one nation's year tells its organisations: the ages that a filled post's new holder has, where they come
 * from, and which share of those ready for promotion finds a post. Year 1 first.
 */
export type SharedYear = {
  /** `[group * 60 + age - 16]`; each group sums to one. */
  entrants: Float64Array;
  /** Of the fills of a group. */
  promotedShare: Float64Array;
  movedShare: Float64Array;
  /** Of those of a group who would be promoted. */
  promotedOf: Float64Array;
  /** What is left of φ where people from outside are too few, 0 to 1, per group. */
  fillScale: Float64Array;
  /** As `entrants`, without those who moved: the ages that fills have where moves are exchanges. */
  joiners: Float64Array;
};

export const FLOWS = [
  "left",
  "moved",
  "retired",
  "returnedLeft",
  "promotedOut",
  "completed",
  "promotedIn",
  "movedIn",
  "external",
  "retiredAndReturned",
] as const;
export type Flow = (typeof FLOWS)[number];

/** Expected stocks, `[year * 9 + group]` from year 0, the start. */
export type Outline = {
  years: number;
  view: CompiledLaw["view"];
  establishmentKnown: boolean;
  filled: Float64Array;
  /** Of the filled: by people who came back after retiring. */
  returned: Float64Array;
  /** Of the filled: by people of 55 or older. */
  aged55: Float64Array;
  vacant: Float64Array;
  /** Of the vacant. */
  frozen: Float64Array;
  inPostWte: Float64Array;
  establishmentWte: Float64Array;
  /** Below one where supply, not time to fill, was the limit: `[(year - 1) * 9 + group]`. */
  fillScale: Float64Array;
};

/**
 * Expected numbers with what they are made of: ages `[(year * 9 + group) * 60 + age - 16]` and flows `[(year - 1) * 9 +
 * group]`. Filled at the end = filled at the start + promotedIn + movedIn + external − left − moved − retired −
 * returnedLeft − promotedOut − completed. For the nation `moved` is shown beside it, and empties no post.
 */
export type Expectation = Outline & {
  ages: Float64Array;
  flows: Readonly<Record<Flow, Float64Array>>;
  /** From a nation's run that collects them; else empty. */
  shared: readonly SharedYear[];
};

/** Groups with every group after the one that it promotes into, so that the fills of a rung are known first. */
const TOP_FIRST: readonly number[] = (() => {
  const order: number[] = [];
  while (order.length < GROUP_COUNT) {
    for (const [group, { next }] of GROUPS.entries()) {
      if (!order.includes(group) && (next === null || order.includes(next))) order.push(group);
    }
  }
  return order;
})();

/*
 * Indices of typed arrays are in range by construction, which the compiler does not know: `as number` in place of a
 * check. The plain twin is in expectation.fixture.ts, and tests hold the two together.
 */

/** For an organisation: what a nation's run under the same laws gave. For a nation: whether to give it. */
export type Exchange = { shared?: readonly SharedYear[]; collect?: boolean };

/** Numbers by group that one run needs and the next begins anew: runs follow one another, and share them. */
const scratch = () => new Float64Array(GROUP_COUNT);
const SCRATCH = {
  vacant: scratch(),
  frozenShare: scratch(),
  uncut: scratch(),
  wtePerPost: scratch(),
  fixedWte: scratch(),
  ready: scratch(),
  wanted: scratch(),
  fills: scratch(),
  promotedOf: scratch(),
};

/**
 * The exact yearly recursion of the renewal of posts (docs/method/supply.md) from a starting population. One law a
 * year, prepared by `compileLaw`. All numbers are expectations: no draw, no clipping. An organisation without enough
 * years of its nation's is a bug of the caller and throws.
 */
export const expectation = (population: Population, law: CompiledLaw, exchange: Exchange = {}): Expectation =>
  recursion(population, law, exchange, true);

/** The stocks of `expectation` alone, twice as fast: for what is asked of many draws. */
export const outline = (
  population: Population,
  law: CompiledLaw,
  exchange: Omit<Exchange, "collect"> = {},
): Outline => {
  const { ages, flows, shared, ...stocks } = recursion(population, law, exchange, false);
  return stocks;
};

/** `detail` says whether ages and flows are told. */
function recursion(
  population: Population,
  law: CompiledLaw,
  { shared = [], collect = false }: Exchange,
  detail: boolean,
): Expectation {
  const years = law.years.length;
  if (law.view === "organisation" && shared.length < years) {
    throw new Error(`An organisation's ${years} years need a nation's, of which there are ${shared.length}`);
  }
  const nation = law.view === "nation";
  const result = emptyExpectation(population, law, years, detail);
  const collected = nation && collect ? emptyShared(years) : [];
  const { flows } = result;
  const people = peopleOf(population);
  const { vacant, frozenShare, uncut, wtePerPost, fixedWte, ready, wanted, fills, promotedOf } = SCRATCH;
  for (const one of Object.values(SCRATCH)) one.fill(0);
  const sums = noSums();
  // A group without a post never has one: growth is a share of the posts, and the promoted need a vacant one.
  const present: number[] = [];

  for (const [group, stock] of population.groups.entries()) {
    vacant[group] = stock.vacantPosts;
    frozenShare[group] = stock.frozenShare;
    const posts = filledPosts(stock) + stock.vacantPosts;
    // Funded hours without a whole post (a fraction of one, at the start) stay as they are.
    if (posts > 0) wtePerPost[group] = stock.establishmentWte / posts;
    else fixedWte[group] = stock.establishmentWte;
    if (posts > 0) present.push(group);
  }
  const topFirst = TOP_FIRST.filter((group) => present.includes(group));

  recordPosts(0);
  for (let year = 1; year <= years; year += 1) {
    step(year, law.years[year - 1] as CompiledYear);
    recordPosts(year);
  }
  for (const group of present) {
    countPeople(group, people, sums);
    recordPeople(years, group);
  }
  for (let year = 0; year <= years; year += 1) {
    for (let group = 0; group < GROUP_COUNT; group += 1) {
      const at = year * GROUP_COUNT + group;
      const posts = (result.filled[at] as number) + (result.vacant[at] as number);
      result.establishmentWte[at] = (fixedWte[group] as number) + posts * (wtePerPost[group] as number);
    }
  }
  return { ...result, shared: collected };

  function recordPosts(year: number): void {
    for (const group of present) {
      const at = year * GROUP_COUNT + group;
      result.vacant[at] = vacant[group] as number;
      result.frozen[at] = (vacant[group] as number) * (frozenShare[group] as number);
    }
  }

  /** Of the people as they stand; `sums` has counted them. */
  function recordPeople(year: number, group: number): void {
    const at = year * GROUP_COUNT + group;
    result.filled[at] = sums.filled;
    result.returned[at] = sums.returned;
    result.inPostWte[at] = sums.wte;
    result.aged55[at] = sums.aged55;
    if (detail) tellAges(group, people, result.ages, at * AGE_COUNT);
  }

  function step(year: number, now: CompiledYear): void {
    const given = nation ? undefined : shared[year - 1];
    const row = (year - 1) * GROUP_COUNT;

    wanted.fill(0);
    for (const group of present) {
      ready[group] = now.climbs[group] ? taken(group, people, now.promote) : 0;
      const next = NEXT[group] as number;
      if (next >= 0) wanted[next] = (wanted[next] as number) + (ready[group] as number);
    }

    for (const group of topFirst) {
      const next = NEXT[group] as number;
      // Whoever completes leaves the post.
      let share = group === TRAINEES ? 1 : 0;
      if (next >= 0) {
        if (given !== undefined) share = given.promotedOf[group] as number;
        else if ((wanted[next] as number) > 0) {
          share = Math.min(1, (fills[next] as number) / (wanted[next] as number));
        }
      }
      promotedOf[group] = share;

      liveYear(group, people, now, sums);
      recordPeople(year - 1, group);
      const { retiring } = sums;
      if ((ready[group] as number) > 0) climb(group, share, people, now.promote, nation);

      const { returnShare, returnedExit, growth } = now.law;
      const returnedLeft = sums.returned * returnedExit;
      const promotedOut = share * (ready[group] as number);
      // Rounding can leave a trace below nought where nobody goes.
      const emptied = Math.max(
        0,
        sums.gone - returnShare * retiring - (1 - share) * (ready[group] as number) + returnedLeft,
      );

      const posts = (vacant[group] as number) + sums.filled;
      const grown = growth[group] as number;
      const moves = now.law.frozenShare[group] ?? null;
      if (moves !== null) frozenShare[group] = moves;
      const frozen = frozenShare[group] as number;
      const vacancies = (vacant[group] as number) + Math.max(0, grown) * posts;
      const open = (1 - frozen) * vacancies;
      let filling = now.fill[group] as number;
      let refilling = now.refill[group] as number;
      const scale =
        given === undefined
          ? rationing(
              now.law,
              group,
              { open, emptied },
              (wanted[group] as number) + graduated(now.law, group),
            )
          : (given.fillScale[group] as number);
      if (scale !== 1) {
        const rate = fillRate(now.law, group) * scale;
        filling = -Math.expm1(-rate);
        refilling = refillProbability(rate);
      }
      const filledOld = open * filling;
      const filledNew = emptied * refilling;
      fills[group] = filledOld + filledNew;
      result.fillScale[row + group] = scale;

      let stillVacant = vacancies - filledOld + emptied - filledNew;
      const toClose = Math.max(0, -grown) * posts + (uncut[group] as number);
      if (toClose > 0) {
        const closed = Math.min(toClose, stillVacant);
        const stillFrozen = Math.max(0, frozen * stillVacant - closed);
        uncut[group] = toClose - closed;
        stillVacant -= closed;
        frozenShare[group] = stillVacant > 0 ? Math.min(1, stillFrozen / stillVacant) : 0;
      }
      vacant[group] = stillVacant;

      if (!detail) continue;
      flows.left[row + group] = taken(group, people, now.leave);
      flows.moved[row + group] = taken(group, people, now.movers);
      flows.retired[row + group] = (1 - returnShare) * retiring;
      flows.retiredAndReturned[row + group] = returnShare * retiring;
      flows.returnedLeft[row + group] = returnedLeft;
      flows.promotedOut[row + group] = group === TRAINEES ? 0 : promotedOut;
      flows.completed[row + group] = group === TRAINEES ? promotedOut : 0;
    }

    for (const group of present) {
      const total = fills[group] as number;
      if (given !== undefined) {
        const promoted = total * (given.promotedShare[group] as number);
        const movers = total * (given.movedShare[group] as number);
        if (detail) tellEntrants(row + group, promoted, movers, total - promoted - movers);
        enter(group, total, given.entrants, group * AGE_COUNT, people);
        continue;
      }
      const promoted = Math.min(total, wanted[group] as number);
      if (detail) tellEntrants(row + group, promoted, 0, total - promoted);
      enter(group, total - promoted, now.law.entryAges, 0, people);
    }
    const out = collected[year - 1];
    if (out !== undefined) tellYear(out, year, now);
    turnYear(people);
  }

  /** Trainees in post who complete this year and look for a post of a group. */
  function graduated({ traineesTo }: YearLaw, group: number): number {
    return traineesTo === undefined ? 0 : (ready[TRAINEES] as number) * (traineesTo[group] ?? 0);
  }

  function tellEntrants(at: number, promoted: number, moved: number, external: number): void {
    flows.promotedIn[at] = promoted;
    flows.movedIn[at] = moved;
    flows.external[at] = external;
  }

  /** What organisations need to know of a nation's year. */
  function tellYear(out: SharedYear, year: number, now: CompiledYear): void {
    out.promotedOf.set(promotedOf);
    for (let group = 0; group < GROUP_COUNT; group += 1) {
      const at = (year - 1) * GROUP_COUNT + group;
      out.fillScale[group] = result.fillScale[at] as number;
      mixEntrants(out, group, people, now, {
        promoted: flows.promotedIn[at] as number,
        moved: flows.moved[at] as number,
        external: flows.external[at] as number,
      });
    }
  }
}

/** Below so few a share of them is no number any more. */
const NOBODY = 1e-200;

/** Mixes the ages of a group's promoted, movers and external entrants, as an organisation meets them. */
function mixEntrants(
  { entrants, joiners, promotedOf, promotedShare, movedShare }: SharedYear,
  group: number,
  { table, first }: People,
  { movers, promote, climbs, law }: CompiledYear,
  { promoted, moved, external }: { promoted: number; moved: number; external: number },
): void {
  const from = group * AGE_COUNT;
  const { entryAges } = law;
  const joined = promoted + external;
  const all = joined + moved;
  if (!(joined > NOBODY)) joiners.set(entryAges, from);
  if (!(all > NOBODY)) {
    entrants.set(entryAges, from);
    return;
  }
  const [perEntrant, perJoiner] = [1 / all, joined > NOBODY ? 1 / joined : 0];
  let older = 0;
  for (let age = 0; age < AGE_COUNT; age += 1) {
    const at = from + age;
    const outside = external * (entryAges[age] as number);
    entrants[at] = (outside + older) * perEntrant;
    if (joined > NOBODY) joiners[at] = outside * perJoiner;
    older = (table[first + at] as number) * (movers[at] as number);
  }
  const top = from + AGE_COUNT - 1;
  entrants[top] = (entrants[top] as number) + older * perEntrant;
  for (let source = 0; source < GROUP_COUNT; source += 1) {
    if (NEXT[source] !== group || !climbs[source]) continue;
    for (let age = 0; age < AGE_COUNT; age += 1) {
      const at = source * AGE_COUNT + age;
      const to = from + Math.min(age + 1, AGE_COUNT - 1);
      const ready = (table[first + at] as number) * (promote[at] as number);
      const climbing = (promotedOf[source] as number) * ready;
      entrants[to] = (entrants[to] as number) + climbing * perEntrant;
      joiners[to] = (joiners[to] as number) + climbing * perJoiner;
    }
  }
  promotedShare[group] = promoted * perEntrant;
  movedShare[group] = moved * perEntrant;
}

function emptyShared(years: number): SharedYear[] {
  const size = GROUP_COUNT * AGE_COUNT;
  const make = stretches(years * (size + 4 * GROUP_COUNT));
  // Apart, so that whoever keeps the rest need not keep them.
  const makeJoiners = stretches(years * size);
  return Array.from({ length: years }, () => ({
    entrants: make(size),
    promotedShare: make(GROUP_COUNT),
    movedShare: make(GROUP_COUNT),
    promotedOf: make(GROUP_COUNT),
    fillScale: make(GROUP_COUNT),
    joiners: makeJoiners(size),
  }));
}

function emptyExpectation(
  population: Population,
  law: CompiledLaw,
  years: number,
  detail: boolean,
): Expectation {
  const [stocks, yearly] = [(years + 1) * GROUP_COUNT, years * GROUP_COUNT];
  const [told, of] = detail ? [AGE_COUNT * stocks, yearly] : [0, 0];
  const make = stretches(7 * stocks + yearly + told + of * FLOWS.length);
  return {
    years,
    view: law.view,
    establishmentKnown: population.establishmentKnown,
    filled: make(stocks),
    returned: make(stocks),
    aged55: make(stocks),
    vacant: make(stocks),
    frozen: make(stocks),
    inPostWte: make(stocks),
    establishmentWte: make(stocks),
    ages: make(told),
    flows: Object.fromEntries(FLOWS.map((flow) => [flow, make(of)])) as Record<Flow, Float64Array>,
    fillScale: make(yearly).fill(1),
    shared: [],
  };
}
