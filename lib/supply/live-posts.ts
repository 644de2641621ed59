import { philox4x32 } from "@/lib/statistics/philox";
import { AGE_COUNT, AT_55 } from "./ages";
import { GROUP_COUNT } from "./groups";
import { CAUSES, MOVE, PROMOTE, RETIRE } from "./hazard-rows";
import type { LifeLaw } from "./life-law";
import type { PathTables } from "./path-tables";
import { ageBy, type ToldRun } from "./told-run";
import type { WteByAge } from "./wte-by-age";

export const VACANT = 0;
export const FIRST = 1;
export const RETURNED = 2;
export const CLOSED = 3;

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

/** What posts live under in one history. Arrays are by year, year 1 first. */
export type RunTerms = {
  laws: LifeLaw[];
  /** Where the years from here on that share their law end. */
  sameTo: Uint16Array;
  told: ToldRun;
};

/** What posts of one group live under. */
export type GroupTerms = { group: number; climbing: number; first: WteByAge; returned: WteByAge };

/** How a group's vacant posts are filled in one history, by year. */
export type Filling = { hazard: Float64Array; refill: Float64Array };

/** Where one history of a group is counted: a year's cell is that of the start and so many steps on. */
export type Tallies = { tables: PathTables; start: number; step: number };

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

/** Counts that somebody in post grows older from the age at the end of a year to a later one. */
function grow(
  { tables: { aged55, inPostWte }, start, step }: Tallies,
  { wte, nextChange }: WteByAge,
  year: number,
  age: number,
  to: number,
): void {
  const born = start + (year - age) * step;
  if (age < AT_55 && to >= AT_55) aged55[born + AT_55 * step] = (aged55[born + AT_55 * step] as number) + 1;
  for (let next = nextChange[age] as number; next <= to; next = nextChange[next] as number) {
    const at = born + next * step;
    inPostWte[at] = (inPostWte[at] as number) + (wte[next] as number) - (wte[next - 1] as number);
  }
}

/**
 * Lives every post of a group on to the end of year `to`, stay by stay: one exponential draw against the hazards of the
 * years decides a whole stay in a post, or a whole vacancy. An event takes two words, half a block: one for how long what
 * follows lasts, one for what happens, which is stretched to all of 0 to 1 again after each question that it answered.
 *
 * Hot: indices of typed arrays are in range by construction, `as number` in place of a check.
 */
export function livePosts(
  posts: Posts,
  terms: GroupTerms,
  { laws, sameTo, told }: RunTerms,
  filling: Filling,
  to: number,
  tallies: Tallies,
  luck: Luck,
): void {
  const { state, age: ages, since, budget, events, count } = posts;
  const { group, climbing, first, returned } = terms;
  const { hazard: fillHazard, refill } = filling;
  const { start, step, tables } = tallies;
  const { aged55, joined, left: emptied, inPostWte } = tables;
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
        const year0 = year;
        const age0 = age;
        while (left >= 0 && year < to) {
          law = laws[year] as LifeLaw;
          const { rows, leaving, moving, retiring, summed, summedFrom } = law;
          const end = Math.min(to, sameTo[year] as number);
          if (summed !== null && age < top) {
            // The sum up to an age is that of the ages before it, so that the top one is left to what follows.
            const youngest = summedFrom[group] as number;
            const begin = youngest + age;
            const stop = Math.min(begin + end - year - 1, youngest + top - 1);
            const target = (summed[begin] as number) + left;
            let cell = begin;
            while (cell < stop && (summed[cell + 1] as number) <= target) cell += 1;
            left = target - (summed[cell] as number);
            year += cell - begin;
            age += cell - begin;
          }
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
            if (age < top) age += 1;
          }
        }
        grow(tallies, first, year0, age0, age);
      } else {
        const year0 = year;
        const age0 = age;
        for (; year < to; year += 1) {
          left -= (laws[year] as LifeLaw).returnedHazard;
          if (left < 0) break;
          if (age < top) age += 1;
        }
        grow(tallies, returned, year0, age0, age);
      }
      if (left >= 0) break;

      // Something happens in the year after it.
      const row = year * GROUP_COUNT + group;
      const again = refill[year] as number;
      year += 1;
      const cell = start + year * step;
      event += 1;
      if (event >> 1 !== drawn) {
        drawn = event >> 1;
        draws(luck, postId(group, post), drawn);
      }
      const word = (event & 1) << 1;
      let u = unit(word);
      left = -Math.log(unit(word + 1));
      const before = status;
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
      let wte = before === VACANT ? 0 : -((before === FIRST ? first : returned).wte[age] as number);
      if (leaves) {
        emptied[cell] = (emptied[cell] as number) + 1;
        if (age >= at55) aged55[cell] = (aged55[cell] as number) - 1;
        status = VACANT;
        comes = u < again;
        u /= again;
      }
      if (comes) {
        joined[cell] = (joined[cell] as number) + 1;
        status = FIRST;
        age = ageBy(told, row, u);
        if (age >= at55) aged55[cell] = (aged55[cell] as number) + 1;
        wte += first.wte[age] as number;
      } else if (status !== VACANT) {
        // The same person goes on, a year older.
        if (age < top) {
          age += 1;
          if (age === at55) aged55[cell] = (aged55[cell] as number) + 1;
        }
        wte += (status === FIRST ? first : returned).wte[age] as number;
      }
      inPostWte[cell] = (inPostWte[cell] as number) + wte;
    }
    state[post] = status;
    ages[post] = age;
    since[post] = year;
    budget[post] = left;
    events[post] = event;
  }
}
