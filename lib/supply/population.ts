import { AGE_COUNT } from "./ages";
import { GROUP_COUNT } from "./groups";

/** The posts of one group at a place. Arrays run over single ages from 16; counts are expected numbers, not whole. */
export type GroupStock = {
  /** Posts filled by people in their first career. */
  first: number[];
  /** Posts filled by people who came back after retiring. */
  returned: number[];
  /** Mean contracted WTE of a person in each. */
  wteFirst: number[];
  wteReturned: number[];
  vacantPosts: number;
  /** Of the vacant posts, 0 to 1. */
  frozenShare: number;
  /** Funded WTE: in post, vacant posts and the unfilled part of filled posts together. */
  establishmentWte: number;
  /** The part of filled posts' establishment that is not in post; negative where more are in post than are funded. */
  fractionalVacancyWte: number;
};

/** A starting population: plain numbers, so that it is stored as JSON. `groups` has the order of `GROUPS`. */
export type Population = {
  groups: GroupStock[];
  /** False where vacant posts and establishment are assumed; then no funded gap may be shown. */
  establishmentKnown: boolean;
};

const zeros = (): number[] => new Array<number>(AGE_COUNT).fill(0);

export const emptyGroup = (): GroupStock => ({
  first: zeros(),
  returned: zeros(),
  wteFirst: zeros(),
  wteReturned: zeros(),
  vacantPosts: 0,
  frozenShare: 0,
  establishmentWte: 0,
  fractionalVacancyWte: 0,
});

export const emptyPopulation = (): Population => ({
  groups: Array.from({ length: GROUP_COUNT }, emptyGroup),
  establishmentKnown: true,
});

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
const product = (counts: readonly number[], means: readonly number[]): number =>
  counts.reduce((total, count, at) => total + count * (means[at] ?? 0), 0);

export const filledPosts = (group: GroupStock): number => sum(group.first) + sum(group.returned);

/** Contracted WTE in post. */
export const inPostWte = (group: GroupStock): number =>
  product(group.first, group.wteFirst) + product(group.returned, group.wteReturned);
