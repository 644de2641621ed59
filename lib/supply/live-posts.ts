import { philox4x32 } from "@/lib/statistics/philox";
import { AGE_COUNT, YOUNGEST } from "./ages";
import { GROUP_COUNT } from "./groups";
import { CAUSES, MOVE, PROMOTE, RETIRE } from "./hazard-rows";
import type { Tallies } from "./path-writer";
import { ageBy, type ToldRun } from "./told-run";

export const VACANT = 0;
export const FIRST = 1;
export const RETURNED = 2;
export const CLOSED = 3;

export const AT_55 = 55 - YOUNGEST;
const WORD = 4294967296;
const KEY = 0x6d757374;

/** The posts of one group in one history, one a place in each column. */
export type Posts = {
  count: number;
  state: Uint8Array;
  age: Uint8Array;
  /** The year at whose end the post is as the other columns say. */
  since: Uint16Array;
  /** What is left of the exponential draw; below nought where none was made. */
  budget: Float64Array;
  /** Events so far; the draw at the start is none. */
  events: Uint32Array;
};

/** One law of a history as lives need it. */
export type LifeLaw = {
  /** `hazardRows` of the law, and what multiplies each cause. */
  rows: Float64Array;
  leaving: number;
  moving: number;
  retiring: number;
  returnShare: number;
  returnedHazard: number;
};

/** What posts of a group live under. Arrays are by year, year 1 first. */
export type LifeTerms = {
  group: number;
  /** One where promotion leads out of the group; nobody is promoted off the top of a ladder. */
  climbing: number;
  laws: LifeLaw[];
  /** Where the years from here on that share their law end. */
  sameTo: Uint16Array;
  fillHazard: Float64Array;
  refill: Float64Array;
  told: ToldRun;
  wteFirst: Float64Array;
  wteReturned: Float64Array;
};

/** Where the random numbers of a history come from. */
export type Luck = { seed: number; stream: number; run: number };

const block = new Uint32Array(4);
export const unit = (word: number): number => ((block[word] as number) + 0.5) / WORD;

/** Four words of draws, then told by `unit`: a function of what they are for. */
export function draws(luck: Luck, of: number, event: number): void {
  philox4x32(block, event, of, luck.run, luck.stream, luck.seed, KEY);
}

/** The draws of a post are its own, whatever becomes of others. */
export const postId = (group: number, index: number): number => group * 0x1000000 + index;

/**
 * Lives every post of a group on to the end of year `to`, stay by stay: one exponential draw against the hazards of the
 * years decides a whole stay in a post, or a whole vacancy. An event takes two words, half a block: one for how long what
 * follows lasts, one for what happens, which is stretched to all of 0 to 1 again after each question that it answered.
 *
 * Hot: indices of typed arrays are in range by construction, `as number` in place of a check.
 */
export function livePosts(posts: Posts, terms: LifeTerms, to: number, tallies: Tallies, luck: Luck): void {
  const { state, age: ages, since, budget, events, count } = posts;
  const { group, climbing, laws, sameTo, fillHazard, refill, told, wteFirst, wteReturned } = terms;
  const { filled, aged55, joined, left: emptied, inPostWte } = tallies;
  const { promotedOf } = told;
  // Kept here: what a module shares is looked up at each use.
  const top = AGE_COUNT - 1;
  const at55 = AT_55;
  const from = group * AGE_COUNT;

  for (let post = 0; post < count; post += 1) {
    let status = state[post] as number;
    if (status === CLOSED) continue;
    let year = since[post] as number;
    let age = ages[post] as number;
    let left = budget[post] as number;
    let event = events[post] as number;
    let drawn = -1;
    if (left < 0) {
      draws(luck, postId(group, post), 0);
      drawn = 0;
      left = -Math.log(unit(1));
    }
    while (year < to) {
      let law = laws[year] as LifeLaw;
      let hazard = 0;
      // On to the last year at whose end all is as it was.
      if (status === VACANT) {
        for (; year < to; year += 1) {
          left -= fillHazard[year] as number;
          if (left < 0) break;
        }
      } else if (status === FIRST) {
        while (left >= 0 && year < to) {
          law = laws[year] as LifeLaw;
          const { rows, leaving, moving, retiring } = law;
          const end = Math.min(to, sameTo[year] as number);
          while (year < end) {
            const at = (from + age) * CAUSES;
            hazard =
              leaving * (rows[at] as number) +
              moving * (rows[at + MOVE] as number) +
              climbing * (rows[at + PROMOTE] as number) +
              retiring * (rows[at + RETIRE] as number);
            left -= hazard;
            if (left < 0) break;
            year += 1;
            if (age < top) {
              age += 1;
              if (age === at55) aged55[year] = (aged55[year] as number) + 1;
            }
            inPostWte[year] = (inPostWte[year] as number) + (wteFirst[from + age] as number);
          }
        }
      } else {
        for (; year < to; ) {
          left -= (laws[year] as LifeLaw).returnedHazard;
          if (left < 0) break;
          year += 1;
          if (age < top) {
            age += 1;
            if (age === at55) aged55[year] = (aged55[year] as number) + 1;
          }
          inPostWte[year] = (inPostWte[year] as number) + (wteReturned[from + age] as number);
        }
      }
      if (left >= 0) break;

      // Something happens in the year after it.
      const row = year * GROUP_COUNT + group;
      const again = refill[year] as number;
      year += 1;
      event += 1;
      if (event >> 1 !== drawn) {
        drawn = event >> 1;
        draws(luck, postId(group, post), drawn);
      }
      const word = (event & 1) << 1;
      let u = unit(word);
      left = -Math.log(unit(word + 1));
      let leaves = status !== VACANT;
      let comes = status === VACANT;
      if (status === FIRST) {
        const at = (from + age) * CAUSES;
        const retires = law.retiring * (law.rows[at + RETIRE] as number);
        const climbs = climbing * (law.rows[at + PROMOTE] as number);
        const which = u * hazard;
        if (which < retires) {
          u = which / retires;
          if (u < law.returnShare) {
            status = RETURNED;
            leaves = false;
          } else u = (u - law.returnShare) / (1 - law.returnShare);
        } else if (which - retires < climbs) {
          u = (which - retires) / climbs;
          const placed = promotedOf[row] as number;
          if (u < placed) u /= placed;
          else leaves = false;
        } else u = (which - retires - climbs) / (hazard - retires - climbs);
      }
      if (leaves) {
        emptied[year] = (emptied[year] as number) + 1;
        filled[year] = (filled[year] as number) - 1;
        if (age >= at55) aged55[year] = (aged55[year] as number) - 1;
        status = VACANT;
        comes = u < again;
        u /= again;
      }
      if (comes) {
        joined[year] = (joined[year] as number) + 1;
        filled[year] = (filled[year] as number) + 1;
        status = FIRST;
        age = ageBy(told, row, u);
        if (age >= at55) aged55[year] = (aged55[year] as number) + 1;
        inPostWte[year] = (inPostWte[year] as number) + (wteFirst[from + age] as number);
      } else if (status !== VACANT) {
        // The same person goes on, a year older.
        if (age < top) {
          age += 1;
          if (age === at55) aged55[year] = (aged55[year] as number) + 1;
        }
        const wte = status === FIRST ? wteFirst : wteReturned;
        inPostWte[year] = (inPostWte[year] as number) + (wte[from + age] as number);
      }
    }
    state[post] = status;
    ages[post] = age;
    since[post] = year;
    budget[post] = left;
    events[post] = event;
  }
}
