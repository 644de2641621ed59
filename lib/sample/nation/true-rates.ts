import { randomStream } from "../random";

/**
 * The truth by which the nation lives: yearly probabilities by age. Judgement: no UK rate for clinical engineering is
 * known. People leave a fifth less often than the supply model's illustrative defaults say, and posts are filled
 * sooner, so that an estimate that only repeats its default is seen to be wrong; with both, about 6 % stands vacant.
 */
type ByAge = readonly (readonly [fromAge: number, probability: number])[];

export const TRUE_RATES = {
  /** Leaving for work outside the profession, or for none, before retirement. */
  leave: [
    [0, 0.085],
    [25, 0.068],
    [35, 0.056],
    [45, 0.05],
    [55, 0.045],
  ],
  /** Moving to the same work in another organisation. */
  move: [[0, 0.02]],
  /** Rising to the next rung, where a post falls free in the team: who finds none stays, but for a few who go elsewhere for it. */
  promote: [
    [0, 0.25],
    [30, 0.2],
    [40, 0.1],
    [50, 0.04],
  ],
  risesElsewhere: 0.15,
  /** Of those who would rise and find no post, those whose own post is regraded to the next rung of their role. */
  regraded: 0.75,
  retire: [
    [0, 0],
    [55, 0.04],
    [60, 0.15],
    [65, 0.28],
    [68, 0.5],
  ],
  /** Of those who retire, who go on in their post at fewer hours. */
  returnAfterRetiring: 0.37,
  returnedHours: 0.8,
  /** Leaving for good, of those who returned. */
  returnedExit: 0.3,
  /** Fills a year of a vacant post that is not frozen: mean time to fill 12 / 3.1 = 3.9 months. */
  fillsPerYear: 3.1,
  /** Of posts that stand vacant at a year's end, and of frozen ones. */
  freeze: 0.12,
  release: 0.45,
  cut: 0.12,
  /** New posts a year, as a share of all. */
  growth: 0.008,
  /** Trainees who complete and take a post for which they trained. */
  conversion: 0.85,
  /** Entrants from outside: ages about a normal curve, cut at both ends. */
  entryAge: { mean: 38, deviation: 10, least: 18, most: 60 },
  /** Absences at a census, of people in post. */
  absent: { parental: 0.016, long_sick: 0.012, career_break: 0.003, secondment: 0.005 },
  ageUnknown: 0.012,
} as const satisfies Record<string, unknown>;

const YOUNGEST = 16;
const OLDEST = 75;

/** The probability of a table at an age. */
export function rateAt(table: ByAge, age: number): number {
  return table.findLast(([from]) => age >= from)?.[1] ?? 0;
}

/** Hazards h = −ln(1 − p) by single year of age from 16 to 75, the top one open. */
const hazards = (table: ByAge): Float64Array =>
  Float64Array.from(
    { length: OLDEST - YOUNGEST + 1 },
    (_, at) => -Math.log(1 - rateAt(table, YOUNGEST + at)),
  );

const HAZARDS = {
  leave: hazards(TRUE_RATES.leave),
  move: hazards(TRUE_RATES.move),
  promote: hazards(TRUE_RATES.promote),
  retire: hazards(TRUE_RATES.retire),
};

export const hazardAt = (cause: keyof typeof HAZARDS, age: number): number =>
  HAZARDS[cause][Math.min(OLDEST, Math.max(YOUNGEST, age)) - YOUNGEST] as number;

export const RETURNED_EXIT_HAZARD = -Math.log(1 - TRUE_RATES.returnedExit);

/** An organisation's own multipliers: θ on leaving and moving, ψ on filling. */
export type OwnMultipliers = { theta: number; psi: number };

/** How even organisations are: gamma distributed about 1, with these shapes. */
export const MULTIPLIER_SHAPES = { theta: 12, psi: 10 } as const;

/** The multipliers of one organisation, to three decimals, so that they are the same on every engine. */
export function ownMultipliers(seed: number, organisation: string): OwnMultipliers {
  const random = randomStream(seed, `multipliers ${organisation}`);
  const gamma = (shape: number): number => {
    let product = 1;
    for (let term = 0; term < shape; term += 1) product *= 1 - random.uniform();
    return Math.round((-Math.log(product) / shape) * 1000) / 1000;
  };
  return { theta: gamma(MULTIPLIER_SHAPES.theta), psi: gamma(MULTIPLIER_SHAPES.psi) };
}
