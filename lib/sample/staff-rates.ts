/**
 * The truth behind the sample: the yearly probabilities by which it is made. They are the model's illustrative
 * defaults (see the method paper on supply), and no UK rate for clinical engineering is known.
 */

/** Leaving the organisation before retirement: from this age, with this probability a year. */
const LEAVE: readonly (readonly [number, number])[] = [
  [55, 0.05],
  [45, 0.055],
  [35, 0.07],
  [25, 0.1],
  [0, 0.13],
];
const RETIRE: readonly (readonly [number, number])[] = [
  [68, 0.5],
  [65, 0.28],
  [60, 0.15],
  [55, 0.04],
  [0, 0],
];
/** Moving to another organisation, outside the sample for now. */
const MOVE = 0.02;
/** Programmes last two to three years: a trainee post empties when it is completed. */
const TRAINEE_COMPLETES = 0.35;

const fromAge = (table: readonly (readonly [number, number])[], age: number): number =>
  table.find(([from]) => age >= from)?.[1] ?? 0;

/** The probability that somebody of this role and age leaves the organisation within the year. */
export function exitProbability(role: string, age: number): number {
  const stays = (1 - fromAge(LEAVE, age)) * (1 - fromAge(RETIRE, age)) * (1 - MOVE);
  return 1 - stays * (role === "trainee" ? 1 - TRAINEE_COMPLETES : 1);
}

/** A vacancy that may be filled, is, within the year. */
export const FILL = 0.87;
/** A post that fell empty in the year is filled again before its end. */
export const REFILL = 0.66;
/** A post that stays vacant is frozen, or a frozen one released. */
export const FREEZE = 0.14;
export const RELEASE = 0.5;
/** A post frozen at two censuses is cut. */
export const CUT = 0.25;
/** New posts a year, as a share of the establishment. */
export const GROWTH = 0.012;

/** Share of posts vacant at the opening census. */
export const OPENING_VACANT = 0.05;

/** Ages at the opening census: share of people by five-year band. Fullest about fifty, so that the team ages. */
export const OPENING_AGES: readonly (readonly [readonly [number, number], number])[] = [
  [[20, 24], 4],
  [[25, 29], 9],
  [[30, 34], 11],
  [[35, 39], 11],
  [[40, 44], 12],
  [[45, 49], 14],
  [[50, 54], 17],
  [[55, 59], 14],
  [[60, 64], 8],
  [[65, 71], 2],
];

/** Joiners who come from another employer, older than those who come from training. */
export const EXPERIENCED_JOINER = 0.35;

/** Nobody is younger than this in a band. */
const YOUNGEST: Readonly<Record<string, number>> = {
  "7": 26,
  "8a": 30,
  "8b": 35,
  "8c": 40,
  "8d": 43,
  "9": 45,
};
export const youngestAge = (band: string): number => YOUNGEST[band] ?? 18;
/** Trainees are mostly people at the start of a career. */
export const OLDEST_TRAINEE = 38;
