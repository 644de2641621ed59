import { crpsOfSample } from "@/lib/statistics/crps";
import { gammaQuantile } from "@/lib/statistics/gamma-quantile";
import { covers } from "@/lib/statistics/interval-score";
import type { RateEstimates } from "./estimate-rates";
import type { ExitRow } from "./exit-rows";

/** What is true of an organisation: hazards a year of leaving and moving together, mean over its person-years. */
export type TrueLeaving = {
  code: string;
  hazard: number;
  /** The same at the base hazards. */
  baseHazard: number;
  /** Leaving and moving to be expected at the base hazards, by year. */
  expected: readonly number[];
};

export type Scores = { covered: number[]; pooled: number[]; rivals: Record<string, number[]> };

const SHARES = Array.from({ length: 99 }, (_, at) => (at + 0.5) / 99);
const scoreOf = (quantile: (p: number) => number, truth: number): number =>
  crpsOfSample(SHARES.map(quantile), truth);

const left = (rows: readonly ExitRow[]): number => rows.reduce((sum, row) => sum + row.leave + row.move, 0);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
export const mean = (values: readonly number[]): number => sum(values) / values.length;

/**
 * Scores of the leaving rate of every organisation that had people in the last year, against the truth: of the pooled
 * estimate, and of what it has to beat, each rival as a single value and as the gamma distribution that its own count
 * leaves. Rivals know the base hazards and the ages, too.
 */
export function scoresOf(
  estimates: RateEstimates,
  exits: readonly (readonly ExitRow[])[],
  organisations: readonly TrueLeaving[],
): Scores {
  const last = exits.length - 1;
  const of = (code: string, year: number) =>
    (exits[year] ?? []).filter(({ organisation }) => organisation === code);
  const total = {
    events: left(exits.flat()),
    expected: sum(organisations.flatMap(({ expected }) => expected)),
  };
  const scores: Scores = { covered: [], pooled: [], rivals: {} };
  for (const { code, hazard, baseHazard, expected } of organisations) {
    if (!((expected[last] ?? 0) > 0)) continue;
    const rates = estimates.organisations.get(code);
    if (!rates) throw new Error(`No estimate of ${code}`);
    const rows = exits.flatMap((_, year) => of(code, year));
    const people = sum(rows.map((row) => row.people));
    const told = sum(
      rows.map((row) => {
        const group = rates.groups[row.group];
        return row.people * ((group?.leave.value ?? 0) + (group?.move.value ?? 0));
      }),
    );
    // Groups' rates hold θ at its mean; the spread of the organisation's rate is θ's.
    const scale = told / people / rates.leaving.value;
    const { low, high } = rates.leaving.interval();
    scores.covered.push(covers({ low: low * scale, high: high * scale }, hazard) ? 1 : 0);
    scores.pooled.push(scoreOf((p) => rates.leaving.quantile(p) * scale, hazard));
    const rivals = {
      own: { events: left(rows), expected: sum(expected) },
      pooled: total,
      "last year": { events: left(of(code, last)), expected: expected[last] ?? 0 },
    };
    for (const [name, rival] of Object.entries(rivals)) {
      const value = (baseHazard * rival.events) / rival.expected;
      const spread = (p: number) => baseHazard * gammaQuantile(p, rival.events + 0.5, rival.expected);
      scores.rivals[name] = [...(scores.rivals[name] ?? []), Math.abs(value - hazard)];
      scores.rivals[`${name}, spread`] = [
        ...(scores.rivals[`${name}, spread`] ?? []),
        scoreOf(spread, hazard),
      ];
    }
  }
  return scores;
}
