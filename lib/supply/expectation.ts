import { AGE_COUNT } from "./ages";
import { type CompiledLaw, type CompiledYear, refillProbability } from "./compile-law";
import { GROUP_COUNT, GROUPS } from "./groups";
import type { Population } from "./population";
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
  "promotedIn",
  "movedIn",
  "external",
  "retiredAndReturned",
] as const;
export type Flow = (typeof FLOWS)[number];

/**
 * Expected numbers. Stocks are `[year * 9 + group]` from year 0, the start; ages `[(year * 9 + group) * 60 + age - 16]`;
 * flows `[(year - 1) * 9 + group]`. Filled at the end = filled at the start + promotedIn + movedIn + external − left −
 * moved − retired − returnedLeft − promotedOut. For the nation `moved` is shown beside it, and empties no post.
 */
export type Expectation = {
  years: number;
  view: CompiledLaw["view"];
  establishmentKnown: boolean;
  filled: Float64Array;
  /** Of the filled: by people who came back after retiring. */
  returned: Float64Array;
  vacant: Float64Array;
  /** Of the vacant. */
  frozen: Float64Array;
  inPostWte: Float64Array;
  establishmentWte: Float64Array;
  ages: Float64Array;
  flows: Readonly<Record<Flow, Float64Array>>;
  /** Below one where supply, not time to fill, was the limit. Indexed as flows. */
  fillScale: Float64Array;
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
const NEXT: readonly number[] = GROUPS.map(({ next }) => next ?? -1);

/*
 * The hot loop. Indices of typed arrays are in range by construction, which the compiler does not know: `as number`
 * in place of a check. Its plain twin is in expectation.fixture.ts, and tests hold the two together.
 */

/** For an organisation: what a nation's run under the same laws gave. For a nation: whether to give it. */
export type Exchange = { shared?: readonly SharedYear[]; collect?: boolean };

/**
 * The exact yearly recursion of the renewal of posts (docs/method/supply.md) from a starting population. One law a
 * year, prepared by `compileLaw`. All numbers are expectations: no draw, no clipping. An organisation without enough
 * years of its nation's is a bug of the caller and throws.
 */
export function expectation(
  population: Population,
  law: CompiledLaw,
  { shared = [], collect = false }: Exchange = {},
): Expectation {
  const years = law.years.length;
  if (law.view === "organisation" && shared.length < years) {
    throw new Error(`An organisation's ${years} years need a nation's, of which there are ${shared.length}`);
  }
  const size = GROUP_COUNT * AGE_COUNT;
  const result = emptyExpectation(population, law, years);
  const { flows } = result;

  let first = new Float64Array(size);
  let returned = new Float64Array(size);
  let nextFirst = new Float64Array(size);
  let nextReturned = new Float64Array(size);
  const wteFirst = new Float64Array(size);
  const wteReturned = new Float64Array(size);
  const vacant = new Float64Array(GROUP_COUNT);
  const frozenShare = new Float64Array(GROUP_COUNT);
  const uncut = new Float64Array(GROUP_COUNT);
  const wtePerPost = new Float64Array(GROUP_COUNT);
  const fixedWte = new Float64Array(GROUP_COUNT);
  const ready = new Float64Array(GROUP_COUNT);
  const wanted = new Float64Array(GROUP_COUNT);
  const fills = new Float64Array(GROUP_COUNT);
  const promotedOf = new Float64Array(GROUP_COUNT);

  for (const [group, stock] of population.groups.entries()) {
    first.set(stock.first, group * AGE_COUNT);
    returned.set(stock.returned, group * AGE_COUNT);
    wteFirst.set(stock.wteFirst, group * AGE_COUNT);
    wteReturned.set(stock.wteReturned, group * AGE_COUNT);
    vacant[group] = stock.vacantPosts;
    frozenShare[group] = stock.frozenShare;
  }

  record(0);
  for (let group = 0; group < GROUP_COUNT; group += 1) {
    const posts = (result.filled[group] as number) + (vacant[group] as number);
    const wte = population.groups[group]?.establishmentWte ?? 0;
    // Funded hours without a whole post (a fraction of one, at the start) stay as they are.
    if (posts > 0) wtePerPost[group] = wte / posts;
    else fixedWte[group] = wte;
    result.establishmentWte[group] = wte;
  }

  for (let year = 1; year <= years; year += 1) {
    step(year, law.years[year - 1] as CompiledYear);
    record(year);
  }
  return result;

  function step(year: number, now: CompiledYear): void {
    const { stay, leave, move, movers, promote, retire, fill, refill } = now;
    const { returnShare, returnedExit, growth, entryAges } = now.law;
    const nation = law.view === "nation";
    const given = nation ? undefined : shared[year - 1];
    const out = nation && collect ? emptyShared() : undefined;
    // Constant in the loops: variables that closures share are loaded anew at each use.
    const [n1, n2, to1, to2] = [first, returned, nextFirst, nextReturned];
    const row = (year - 1) * GROUP_COUNT;
    to1.fill(0);
    to2.fill(0);

    wanted.fill(0);
    for (let group = 0; group < GROUP_COUNT; group += 1) {
      let sum = 0;
      const from = group * AGE_COUNT;
      if ((NEXT[group] as number) >= 0) {
        for (let at = from; at < from + AGE_COUNT; at += 1) {
          sum += (n1[at] as number) * (promote[at] as number);
        }
        wanted[NEXT[group] as number] = (wanted[NEXT[group] as number] as number) + sum;
      }
      ready[group] = sum;
    }

    for (const group of TOP_FIRST) {
      const from = group * AGE_COUNT;
      const next = NEXT[group] as number;
      let share = 0;
      if (next >= 0) {
        if (given !== undefined) share = given.promotedOf[group] as number;
        else if ((wanted[next] as number) > 0) {
          share = Math.min(1, (fills[next] as number) / (wanted[next] as number));
        }
      }
      promotedOf[group] = share;

      let left = 0;
      let moved = 0;
      let retiring = 0;
      let returnedLeft = 0;
      const stays = 1 - returnedExit;
      for (let age = 0; age < AGE_COUNT; age += 1) {
        const at = from + age;
        const n = n1[at] as number;
        const back = n2[at] as number;
        // The top age is open: its people stay in it.
        const to = age + 1 < AGE_COUNT ? at + 1 : at;
        const retires = n * (retire[at] as number);
        left += n * (leave[at] as number);
        moved += n * (move[at] as number);
        retiring += retires;
        returnedLeft += back;
        to1[to] = (to1[to] as number) + n * (stay[at] as number);
        to2[to] = (to2[to] as number) + back * stays + returnShare * retires;
      }
      returnedLeft *= returnedExit;
      if (next >= 0 && (ready[group] as number) > 0) {
        for (let age = 0; age < AGE_COUNT; age += 1) {
          const at = from + age;
          const to = age + 1 < AGE_COUNT ? age + 1 : age;
          const here = (n1[at] as number) * (promote[at] as number);
          to1[from + to] = (to1[from + to] as number) + (1 - share) * here;
          if (!nation) continue;
          const into = next * AGE_COUNT + to;
          to1[into] = (to1[into] as number) + share * here;
        }
      }
      let moverSum = moved;
      if (nation) {
        moverSum = 0;
        for (let at = from; at < from + AGE_COUNT; at += 1)
          moverSum += (n1[at] as number) * (movers[at] as number);
      }
      const promotedOut = share * (ready[group] as number);
      const retired = (1 - returnShare) * retiring;
      const emptied = left + moved + retired + returnedLeft + promotedOut;

      const posts = (vacant[group] as number) + (result.filled[row + group] as number);
      const grown = growth[group] as number;
      const moves = now.law.frozenShare[group] ?? null;
      if (moves !== null) frozenShare[group] = moves;
      const frozen = frozenShare[group] as number;
      const vacancies = (vacant[group] as number) + Math.max(0, grown) * posts;
      const open = (1 - frozen) * vacancies;
      let [filling, refilling] = [fill[group] as number, refill[group] as number];
      const scale =
        given === undefined ? rationing(now.law, group, open, emptied) : (given.fillScale[group] as number);
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

      flows.left[row + group] = left;
      flows.moved[row + group] = moverSum;
      flows.retired[row + group] = retired;
      flows.retiredAndReturned[row + group] = returnShare * retiring;
      flows.returnedLeft[row + group] = returnedLeft;
      flows.promotedOut[row + group] = promotedOut;
      if (out !== undefined) {
        out.promotedOf[group] = share;
        out.movedShare[group] = moverSum;
        out.fillScale[group] = scale;
      }
    }

    for (let group = 0; group < GROUP_COUNT; group += 1) {
      const from = group * AGE_COUNT;
      const total = fills[group] as number;
      if (given !== undefined) {
        flows.promotedIn[row + group] = total * (given.promotedShare[group] as number);
        flows.movedIn[row + group] = total * (given.movedShare[group] as number);
        flows.external[row + group] =
          total - (flows.promotedIn[row + group] as number) - (flows.movedIn[row + group] as number);
        for (let at = from; at < from + AGE_COUNT; at += 1) {
          to1[at] = (to1[at] as number) + total * (given.entrants[at] as number);
        }
        continue;
      }
      const promoted = Math.min(total, wanted[group] as number);
      const external = total - promoted;
      flows.promotedIn[row + group] = promoted;
      flows.external[row + group] = external;
      for (let age = 0; age < AGE_COUNT; age += 1) {
        to1[from + age] = (to1[from + age] as number) + external * (entryAges[age] as number);
      }
      if (out !== undefined) mix(out, group, promoted, external, now);
    }
    if (out !== undefined) (result.shared as SharedYear[]).push(out);

    [first, nextFirst] = [nextFirst, first];
    [returned, nextReturned] = [nextReturned, returned];
  }

  /** What is left of φ in a group where those promoted and the pool outside cannot fill what φ would. */
  function rationing(law: YearLaw, group: number, open: number, emptied: number): number {
    const pool = law.externalPool?.[group] ?? null;
    if (pool === null) return 1;
    const most = pool + (wanted[group] as number);
    const rate = fillRate(law, group);
    const filledAt = (scale: number): number =>
      -open * Math.expm1(-rate * scale) + emptied * refillProbability(rate * scale);
    if (filledAt(1) <= most) return 1;
    let [low, high] = [0, 1];
    for (let halving = 0; halving < 60; halving += 1) {
      const middle = (low + high) / 2;
      if (filledAt(middle) > most) high = middle;
      else low = middle;
    }
    return low;
  }

  /** Mixes the ages of a group's promoted, movers and external entrants, as an organisation meets them. */
  function mix(out: SharedYear, group: number, promoted: number, external: number, now: CompiledYear): void {
    const from = group * AGE_COUNT;
    const moved = out.movedShare[group] as number;
    const all = promoted + moved + external;
    const { entrants, joiners } = out;
    const joined = promoted + external;
    if (!(joined > 0)) joiners.set(now.law.entryAges, from);
    if (!(all > 0)) {
      entrants.set(now.law.entryAges, from);
      out.movedShare[group] = 0;
      return;
    }
    for (let age = 0; age < AGE_COUNT; age += 1) {
      const at = from + age;
      const to = age + 1 < AGE_COUNT ? at + 1 : at;
      const outside = external * (now.law.entryAges[age] as number);
      entrants[at] = (entrants[at] as number) + outside / all;
      if (joined > 0) joiners[at] = (joiners[at] as number) + outside / joined;
      entrants[to] = (entrants[to] as number) + ((first[at] as number) * (now.movers[at] as number)) / all;
    }
    for (let source = 0; source < GROUP_COUNT; source += 1) {
      if (NEXT[source] !== group) continue;
      for (let age = 0; age < AGE_COUNT; age += 1) {
        const at = source * AGE_COUNT + age;
        const to = from + Math.min(age + 1, AGE_COUNT - 1);
        const climbing = (promotedOf[source] as number) * (first[at] as number) * (now.promote[at] as number);
        entrants[to] = (entrants[to] as number) + climbing / all;
        if (joined > 0) joiners[to] = (joiners[to] as number) + climbing / joined;
      }
    }
    out.promotedShare[group] = promoted / all;
    out.movedShare[group] = moved / all;
  }

  function record(year: number): void {
    const [n1, n2, { ages }] = [first, returned, result];
    for (let group = 0; group < GROUP_COUNT; group += 1) {
      const row = year * GROUP_COUNT + group;
      let filled = 0;
      let back = 0;
      let wte = 0;
      for (let age = 0; age < AGE_COUNT; age += 1) {
        const at = group * AGE_COUNT + age;
        const a = n1[at] as number;
        const b = n2[at] as number;
        filled += a + b;
        back += b;
        wte += a * (wteFirst[at] as number) + b * (wteReturned[at] as number);
        ages[row * AGE_COUNT + age] = a + b;
      }
      result.filled[row] = filled;
      result.returned[row] = back;
      result.vacant[row] = vacant[group] as number;
      result.frozen[row] = (vacant[group] as number) * (frozenShare[group] as number);
      result.inPostWte[row] = wte;
      result.establishmentWte[row] =
        (fixedWte[group] as number) + (filled + (vacant[group] as number)) * (wtePerPost[group] as number);
    }
  }
}

function emptyShared(): SharedYear {
  return {
    entrants: new Float64Array(GROUP_COUNT * AGE_COUNT),
    promotedShare: new Float64Array(GROUP_COUNT),
    movedShare: new Float64Array(GROUP_COUNT),
    promotedOf: new Float64Array(GROUP_COUNT),
    fillScale: new Float64Array(GROUP_COUNT).fill(1),
    joiners: new Float64Array(GROUP_COUNT * AGE_COUNT),
  };
}

/** ψφ of a group before any rationing of the year. */
const fillRate = (law: YearLaw, group: number): number =>
  law.organisationFilling * (law.fillHazard[group] ?? 0) * (law.fillScale[group] ?? 1);

function emptyExpectation(population: Population, law: CompiledLaw, years: number): Expectation {
  const stock = () => new Float64Array((years + 1) * GROUP_COUNT);
  return {
    years,
    view: law.view,
    establishmentKnown: population.establishmentKnown,
    filled: stock(),
    returned: stock(),
    vacant: stock(),
    frozen: stock(),
    inPostWte: stock(),
    establishmentWte: stock(),
    ages: new Float64Array((years + 1) * GROUP_COUNT * AGE_COUNT),
    flows: Object.fromEntries(FLOWS.map((flow) => [flow, new Float64Array(years * GROUP_COUNT)])) as Record<
      Flow,
      Float64Array
    >,
    fillScale: new Float64Array(years * GROUP_COUNT).fill(1),
    shared: [],
  };
}
