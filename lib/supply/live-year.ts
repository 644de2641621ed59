import { AGE_COUNT, AT_55 } from "./ages";
import type { CompiledYear } from "./compile-law";
import { GROUP_COUNT, GROUPS } from "./groups";
import type { Population } from "./population";

/** Where promotion out of a group leads; −1 where nowhere. */
export const NEXT: readonly number[] = GROUPS.map(({ next }) => next ?? -1);

const SIZE = GROUP_COUNT * AGE_COUNT;

/**
 * The people of a place in a year and the next, and their mean WTE, in one table: each stretch of it is
 * `[group * 60 + age - 16]`. One table, since the compiler looks up where a table lies at each use of it.
 */
export type People = {
  table: Float64Array;
  /** Where stretches begin: those in their first career now and a year later, and those who returned. */
  first: number;
  nextFirst: number;
  returned: number;
  nextReturned: number;
  /** Nobody before here has returned. Per group. */
  returnedFrom: Uint16Array;
};

const WTE_FIRST = 4 * SIZE;
const WTE_RETURNED = 5 * SIZE;

/** What a pass over the people of one group adds up. */
export type Sums = {
  filled: number;
  returned: number;
  /** Of the filled. */
  aged55: number;
  wte: number;
  /** Who leave the post they hold, or another state of it, by whatever cause. */
  gone: number;
  retiring: number;
};

export const noSums = (): Sums => ({ filled: 0, returned: 0, aged55: 0, wte: 0, gone: 0, retiring: 0 });

/** What one run needs and the next begins anew: runs follow one another, and share it. */
const TABLE = new Float64Array(6 * SIZE);
const RETURNED_FROM = new Uint16Array(GROUP_COUNT);

/** The people of a place at the census; theirs until the next call. */
export function peopleOf(population: Population): People {
  const people: People = {
    table: TABLE,
    first: 0,
    nextFirst: SIZE,
    returned: 2 * SIZE,
    nextReturned: 3 * SIZE,
    returnedFrom: RETURNED_FROM,
  };
  TABLE.fill(0, SIZE, 2 * SIZE);
  TABLE.fill(0, 3 * SIZE, 4 * SIZE);
  for (const [group, { first, returned, wteFirst, wteReturned }] of population.groups.entries()) {
    let from = AGE_COUNT;
    for (let age = 0; age < AGE_COUNT; age += 1) {
      const at = group * AGE_COUNT + age;
      TABLE[at] = first[age] as number;
      TABLE[people.returned + at] = returned[age] as number;
      TABLE[WTE_FIRST + at] = wteFirst[age] as number;
      TABLE[WTE_RETURNED + at] = wteReturned[age] as number;
      if (from === AGE_COUNT && returned[age] !== 0) from = age;
    }
    RETURNED_FROM[group] = group * AGE_COUNT + from;
  }
  return people;
}

/** The year that was next is now. */
export function turnYear(people: People): void {
  const { first, returned } = people;
  people.first = people.nextFirst;
  people.returned = people.nextReturned;
  people.nextFirst = first;
  people.nextReturned = returned;
}

/*
 * The hot loops. Indices of typed arrays are in range by construction, which the compiler does not know: `as number`
 * in place of a check.
 */

/**
 * One pass over the people of a group: counts them as they stand, and writes who of them is there a year later, without
 * anybody who comes.
 */
export function liveYear(
  group: number,
  people: People,
  { stay, retire, retiresFrom, law }: CompiledYear,
  sums: Sums,
): void {
  const { table, first, nextFirst, returned, nextReturned, returnedFrom } = people;
  const { returnShare } = law;
  const stays = 1 - law.returnedExit;
  const from = group * AGE_COUNT;
  const top = from + AGE_COUNT - 1;
  const backFrom = Math.min(returnedFrom[group] as number, retiresFrom[group] as number);
  returnedFrom[group] = backFrom;
  // Kept here: what a module or another function shares is looked up at each use.
  const wteFirst = WTE_FIRST;
  const wteReturned = WTE_RETURNED;
  let filled = 0;
  let allBack = 0;
  let wte = 0;
  let staying = 0;
  let retiring = 0;
  // Nobody grows into the youngest age, and nobody leaves the top one by growing older, since it is open.
  table[nextFirst + from] = 0;
  if (backFrom <= top) table[nextReturned + backFrom] = 0;
  const none = Math.min(backFrom, top);
  let at = from;
  for (; at < none; at += 1) {
    const n = table[first + at] as number;
    const on = n * (stay[at] as number);
    table[nextFirst + at + 1] = on;
    filled += n;
    staying += on;
    wte += n * (table[wteFirst + at] as number);
  }
  let onFirst = 0;
  let onBack = 0;
  const at55 = from + AT_55;
  let younger = at > at55 ? Number.NaN : 0;
  for (; at <= top; at += 1) {
    if (at === at55) younger = filled;
    const n = table[first + at] as number;
    const b = table[returned + at] as number;
    const retires = n * (retire[at] as number);
    if (at > none) {
      table[nextFirst + at] = onFirst;
      table[nextReturned + at] = onBack;
    }
    onFirst = n * (stay[at] as number);
    onBack = b * stays + returnShare * retires;
    filled += n + b;
    allBack += b;
    staying += onFirst;
    wte += n * (table[wteFirst + at] as number) + b * (table[wteReturned + at] as number);
    retiring += retires;
  }
  // Nobody leaves the top age by growing older, since it is open.
  table[nextFirst + top] = (table[nextFirst + top] as number) + onFirst;
  table[nextReturned + top] = (none < top ? (table[nextReturned + top] as number) : 0) + onBack;
  sums.filled = filled;
  sums.returned = allBack;
  sums.aged55 = Number.isNaN(younger) ? countFrom55(group, people) : filled - younger;
  sums.wte = wte;
  sums.gone = filled - allBack - staying;
  sums.retiring = retiring;
}

/** How many of a group are of each age, into `ages` from `agesFrom` on. */
export function tellAges(
  group: number,
  { table, first, returned }: People,
  ages: Float64Array,
  agesFrom: number,
): void {
  const from = group * AGE_COUNT;
  for (let age = 0; age < AGE_COUNT; age += 1)
    ages[agesFrom + age] = (table[first + from + age] as number) + (table[returned + from + age] as number);
}

function countFrom55(group: number, { table, first, returned }: People): number {
  let sum = 0;
  for (let at = group * AGE_COUNT + AT_55; at < (group + 1) * AGE_COUNT; at += 1)
    sum += (table[first + at] as number) + (table[returned + at] as number);
  return sum;
}

/** How many of a group in their first career a probability by age takes. */
export function taken(group: number, { table, first }: People, by: Float64Array): number {
  let sum = 0;
  const from = group * AGE_COUNT;
  for (let at = from; at < from + AGE_COUNT; at += 1)
    sum += (table[first + at] as number) * (by[at] as number);
  return sum;
}

/** Counts the people of a group as they stand; see `liveYear`. */
export function countPeople(group: number, people: People, sums: Sums): void {
  const { table, first, returned } = people;
  sums.filled = 0;
  sums.returned = 0;
  sums.wte = 0;
  for (let age = 0; age < AGE_COUNT; age += 1) {
    const at = group * AGE_COUNT + age;
    const n = table[first + at] as number;
    const b = table[returned + at] as number;
    sums.filled += n + b;
    sums.returned += b;
    sums.wte += n * (table[WTE_FIRST + at] as number) + b * (table[WTE_RETURNED + at] as number);
  }
  sums.aged55 = countFrom55(group, people);
}

/**
 * Who would be promoted and finds no post goes on where they are. In a nation the others are in the next group a year
 * later; an organisation's come in with its entrants, from anywhere.
 */
export function climb(
  group: number,
  share: number,
  { table, first, nextFirst }: People,
  promote: Float64Array,
  nation: boolean,
): void {
  const from = group * AGE_COUNT;
  // Trainees complete into a pool, and so into no post.
  const into = NEXT[group] === -1 ? -1 : (NEXT[group] as number) * AGE_COUNT;
  for (let age = 0; age < AGE_COUNT; age += 1) {
    const at = from + age;
    const to = nextFirst + (age + 1 < AGE_COUNT ? age + 1 : age);
    const here = (table[first + at] as number) * (promote[at] as number);
    table[to + from] = (table[to + from] as number) + (1 - share) * here;
    if (nation && into >= 0) table[to + into] = (table[to + into] as number) + share * here;
  }
}

/** So many come in, of these ages. */
export function enter(
  group: number,
  count: number,
  ages: Float64Array,
  agesFrom: number,
  { table, nextFirst }: People,
): void {
  if (count === 0) return;
  const from = nextFirst + group * AGE_COUNT;
  let youngest = 0;
  while (youngest < AGE_COUNT && ages[agesFrom + youngest] === 0) youngest += 1;
  let oldest = AGE_COUNT - 1;
  while (oldest > youngest && ages[agesFrom + oldest] === 0) oldest -= 1;
  for (let age = youngest; age <= oldest; age += 1) {
    table[from + age] = (table[from + age] as number) + count * (ages[agesFrom + age] as number);
  }
}
