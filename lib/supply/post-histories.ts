import { philox4x32 } from "@/lib/statistics/philox";
import { AGE_COUNT, YOUNGEST } from "./ages";
import { hazard, hazardsOf, refillProbability, type View } from "./compile-law";
import type { SharedYear } from "./expectation";
import { GROUP_COUNT, GROUPS } from "./groups";
import type { YearCounts } from "./path-writer";
import type { Population } from "./population";
import type { YearLaw } from "./year-law";

const VACANT = 0;
const FIRST = 1;
const RETURNED = 2;
const CLOSED = 3;
const TOP = AGE_COUNT - 1;
const AT_55 = 55 - YOUNGEST;
const WORD = 4294967296;
const KEY = 0x6d757374;
/** Streams of draws that are no post's own. */
const START_DRAWS = 0xfffff000;
const YEAR_DRAWS = 0xfffffe00;
const CLIMBS: readonly boolean[] = GROUPS.map(({ next }) => next !== null);

/** Posts filled at the start: so many of a group, state and age. */
type Cell = { group: number; state: number; age: number; upTo: number };

const block = new Uint32Array(4);
const unit = (word: number): number => ((block[word] as number) + 0.5) / WORD;

/**
 * The posts of one place, lived through history by history. The columns of the posts are kept from one history to the
 * next.
 *
 * Its loops are hot: indices of typed arrays are in range by construction, which the compiler does not know, so they
 * say `as number` in place of a check.
 */
export class PostHistories {
  /** Groups that have a post, at the start or ever. */
  readonly groups: readonly number[];
  private readonly cells: Cell[] = [];
  private readonly startVacant: number[];
  private readonly startFrozen: number[];
  private readonly wteFirst = new Float64Array(GROUP_COUNT * AGE_COUNT);
  private readonly wteReturned = new Float64Array(GROUP_COUNT * AGE_COUNT);

  private count = 0;
  private group: Uint8Array;
  private state: Uint8Array;
  private age: Uint8Array;
  /** What is left of the exponential draw. */
  private budget: Float64Array;
  private events: Uint32Array;

  private run = 0;
  private readonly posts = new Float64Array(GROUP_COUNT);
  private readonly frozenShare = new Float64Array(GROUP_COUNT);
  private readonly uncut = new Float64Array(GROUP_COUNT);
  private readonly fillHazard = new Float64Array(GROUP_COUNT);
  private readonly refill = new Float64Array(GROUP_COUNT);
  /** What the two above were worked out from. */
  private readonly lastRate = new Float64Array(GROUP_COUNT).fill(-1);
  private readonly lastFrozen = new Float64Array(GROUP_COUNT).fill(-1);
  private readonly cause = new Causes();

  constructor(
    population: Population,
    private readonly view: View,
    private readonly seed: number,
    private readonly stream: number,
  ) {
    let posts = 0;
    const present: number[] = [];
    for (const [group, stock] of population.groups.entries()) {
      let sum = 0;
      for (const [state, counts] of [stock.first, stock.returned].entries()) {
        for (let age = 0; age < AGE_COUNT; age += 1) {
          const count = counts[age] ?? 0;
          if (count === 0) continue;
          sum += count;
          // Sums of shares of whole numbers are whole to within their rounding.
          this.cells.push({ group, state: state === 0 ? FIRST : RETURNED, age, upTo: sum + 1e-9 });
        }
      }
      if (sum + stock.vacantPosts > 0) present.push(group);
      posts += sum + stock.vacantPosts;
      this.wteFirst.set(stock.wteFirst, group * AGE_COUNT);
      this.wteReturned.set(stock.wteReturned, group * AGE_COUNT);
    }
    this.groups = present;
    this.startVacant = population.groups.map(({ vacantPosts }) => vacantPosts);
    this.startFrozen = population.groups.map(({ frozenShare }) => frozenShare);
    const room = 32 + Math.ceil(posts);
    this.group = new Uint8Array(room);
    this.state = new Uint8Array(room);
    this.age = new Uint8Array(room);
    this.budget = new Float64Array(room);
    this.events = new Uint32Array(room);
  }

  /** The posts at the census, whole ones: systematic draws by group keep every whole count of a band as it is. */
  begin(run: number, year: YearCounts): void {
    this.run = run;
    this.count = 0;
    this.uncut.fill(0);
    let at = 0;
    for (const group of this.groups) {
      this.frozenShare[group] = this.startFrozen[group] as number;
      this.draws(START_DRAWS + group, 0);
      let next = unit(0);
      const rounding = unit(1);
      for (; at < this.cells.length; at += 1) {
        const cell = this.cells[at] as Cell;
        if (cell.group !== group) break;
        for (; next < cell.upTo; next += 1) this.add(group, cell.state, cell.age);
      }
      const vacant = Math.floor((this.startVacant[group] as number) + rounding * (1 - 1e-9));
      for (let made = 0; made < vacant; made += 1) this.add(group, VACANT, 0);
    }
    for (let post = 0; post < this.count; post += 1) {
      this.draws(post, 0);
      this.budget[post] = -Math.log(unit(3));
      this.tally(post, year);
    }
    this.remember(year);
  }

  /** One year of the posts under a law; what happens and what stands at its end is counted. */
  live(at: number, law: YearLaw, told: SharedYear, year: YearCounts): void {
    for (const group of this.groups) this.beginYear(group, law, told);
    this.grow(at, law);
    this.cause.under(law, this.view);
    const { cause, group: groups, state, age, budget, fillHazard, refill } = this;
    const { returnShare } = law;
    const returnedHazard = hazard(law.returnedExit);
    const ages = this.view === "nation" ? told.joiners : told.entrants;
    const { promotedOf } = told;
    const { filled, vacant, inPostWte, aged55, joined, left: emptied } = year;
    const { wteFirst, wteReturned } = this;

    for (let post = 0, { count } = this; post < count; post += 1) {
      let status = state[post] as number;
      if (status === CLOSED) continue;
      const group = groups[post] as number;
      const was = age[post] as number;
      let now = was < TOP ? was + 1 : TOP;
      let left = budget[post] as number;
      if (status === VACANT) {
        left -= fillHazard[group] as number;
        if (left < 0) {
          this.drawEvent(post);
          left = -Math.log(unit(3));
          status = FIRST;
          now = ageBy(ages, group, unit(2));
          joined[group] = (joined[group] as number) + 1;
        }
      } else {
        const h = status === RETURNED ? returnedHazard : cause.total(group * AGE_COUNT + was, group);
        left -= h;
        if (left < 0) {
          this.drawEvent(post);
          left = -Math.log(unit(3));
          let leaves = true;
          if (status === FIRST) {
            // Which cause it was, by its share of the hazard; what is left of the draw within the cause decides on.
            const retire = cause.retire(group * AGE_COUNT + was);
            const promote = cause.promote(group * AGE_COUNT + was, group);
            const which = unit(0) * h;
            if (which < retire) {
              if (which < retire * returnShare) {
                status = RETURNED;
                leaves = false;
              }
            } else if (which - retire < promote) {
              leaves = which - retire < promote * (promotedOf[group] as number);
            }
          }
          if (leaves) {
            emptied[group] = (emptied[group] as number) + 1;
            if (unit(1) < (refill[group] as number)) {
              joined[group] = (joined[group] as number) + 1;
              status = FIRST;
              now = ageBy(ages, group, unit(2));
            } else {
              status = VACANT;
            }
          }
        }
      }
      budget[post] = left;
      state[post] = status;
      age[post] = now;
      if (status === VACANT) {
        vacant[group] = (vacant[group] as number) + 1;
        continue;
      }
      filled[group] = (filled[group] as number) + 1;
      if (now >= AT_55) aged55[group] = (aged55[group] as number) + 1;
      const mean = status === FIRST ? wteFirst : wteReturned;
      inPostWte[group] = (inPostWte[group] as number) + (mean[group * AGE_COUNT + now] as number);
    }
    for (const group of this.groups) this.shrink(at, group, year);
    this.remember(year);
  }

  private beginYear(group: number, law: YearLaw, told: SharedYear): void {
    const set = law.frozenShare[group] ?? null;
    if (set !== null) this.frozenShare[group] = set;
    const rate =
      law.organisationFilling *
      (law.fillHazard[group] ?? 0) *
      (law.fillScale[group] ?? 1) *
      (told.fillScale[group] as number);
    const frozen = this.frozenShare[group] as number;
    if (rate === this.lastRate[group] && frozen === this.lastFrozen[group]) return;
    this.lastRate[group] = rate;
    this.lastFrozen[group] = frozen;
    this.fillHazard[group] = hazard(-Math.expm1(-rate) * (1 - frozen));
    this.refill[group] = refillProbability(rate);
  }

  /** Adds the year's new posts, vacant; a part of a post is one or none by a draw. */
  private grow(year: number, law: YearLaw): void {
    for (const group of this.groups) {
      const growth = law.growth[group] as number;
      if (growth === 0) continue;
      const had = this.posts[group] as number;
      if (growth < 0) {
        this.uncut[group] = (this.uncut[group] as number) - growth * had;
        continue;
      }
      this.draws(YEAR_DRAWS + group, year);
      const made = Math.floor(growth * had + unit(0));
      for (let one = 0; one < made; one += 1) {
        const post = this.add(group, VACANT, 0);
        this.draws(post, 0);
        this.budget[post] = -Math.log(unit(3));
      }
    }
  }

  /** Closes vacant posts at the year's end, as many whole ones as the law asks and there are; the rest is carried. */
  private shrink(year: number, group: number, counts: YearCounts): void {
    const toClose = this.uncut[group] as number;
    if (!(toClose > 0)) return;
    const vacant = counts.vacant[group] as number;
    this.draws(YEAR_DRAWS + group, year);
    const closed = Math.min(Math.floor(toClose + unit(1)), vacant);
    this.uncut[group] = toClose - closed;
    const left = vacant - closed;
    const frozen = Math.max(0, (this.frozenShare[group] as number) * vacant - closed);
    this.frozenShare[group] = left > 0 ? Math.min(1, frozen / left) : 0;
    counts.vacant[group] = left;
    // The newest first: which of the vacant posts it is makes no difference to any other.
    for (let post = this.count - 1, shut = 0; shut < closed; post -= 1) {
      if (this.group[post] !== group || this.state[post] !== VACANT) continue;
      this.state[post] = CLOSED;
      shut += 1;
    }
  }

  private remember({ filled, vacant }: YearCounts): void {
    for (const group of this.groups)
      this.posts[group] = (filled[group] as number) + (vacant[group] as number);
  }

  /** Counts a post as it stands. */
  private tally(post: number, { filled, vacant, aged55, inPostWte }: YearCounts): void {
    const group = this.group[post] as number;
    const status = this.state[post] as number;
    if (status === VACANT) {
      vacant[group] = (vacant[group] as number) + 1;
      return;
    }
    const age = this.age[post] as number;
    filled[group] = (filled[group] as number) + 1;
    if (age >= AT_55) aged55[group] = (aged55[group] as number) + 1;
    const mean = status === FIRST ? this.wteFirst : this.wteReturned;
    inPostWte[group] = (inPostWte[group] as number) + (mean[group * AGE_COUNT + age] as number);
  }

  private draws(of: number, event: number): void {
    philox4x32(block, event, of, this.run, this.stream, this.seed, KEY);
  }

  private drawEvent(post: number): void {
    const event = (this.events[post] as number) + 1;
    this.events[post] = event;
    philox4x32(block, event, post, this.run, this.stream, this.seed, KEY);
  }

  private add(group: number, state: number, age: number): number {
    if (this.count === this.group.length) this.makeRoom();
    const post = this.count;
    this.count += 1;
    this.group[post] = group;
    this.state[post] = state;
    this.age[post] = age;
    this.events[post] = 0;
    return post;
  }

  private makeRoom(): void {
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
}

/** The hazards of people in their first career under a law, `[group * 60 + age - 16]`. */
class Causes {
  private law: YearLaw | null = null;
  private leaveTable: Float64Array = new Float64Array(0);
  private moveTable: Float64Array = new Float64Array(0);
  private promoteTable: Float64Array = new Float64Array(0);
  private retireTable: Float64Array = new Float64Array(0);
  private leaving = 0;
  private moving = 0;
  private retiring = 0;
  /** Sums of all causes; below nought where not yet worked out under this law. */
  private readonly sums = new Float64Array(GROUP_COUNT * AGE_COUNT);

  under(law: YearLaw, view: View): void {
    if (law === this.law) return;
    this.law = law;
    this.leaveTable = hazardsOf(law.leave);
    this.moveTable = hazardsOf(law.move);
    this.promoteTable = hazardsOf(law.promote);
    this.retireTable = hazardsOf(law.retire);
    this.leaving = law.leavingMultiplier * law.organisationLeaving;
    this.moving = view === "nation" ? 0 : law.organisationLeaving;
    this.retiring = law.retirementMultiplier;
    this.sums.fill(-1);
  }

  total(at: number, group: number): number {
    const known = this.sums[at] as number;
    if (known >= 0) return known;
    const sum =
      this.leaving * (this.leaveTable[at] as number) +
      this.moving * (this.moveTable[at] as number) +
      this.promote(at, group) +
      this.retire(at);
    this.sums[at] = sum;
    return sum;
  }

  promote(at: number, group: number): number {
    return CLIMBS[group] ? (this.promoteTable[at] as number) : 0;
  }

  retire(at: number): number {
    return this.retiring * (this.retireTable[at] as number);
  }
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
