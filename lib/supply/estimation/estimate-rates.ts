import { inverseNormal } from "@/lib/statistics/inverse-normal";
import { GROUPS } from "../groups";
import type { EstimatedRate } from "./estimated-rate";
import { exitEstimates } from "./exit-estimates";
import type { ExitCause, ExitRow, FillRow } from "./exit-rows";
import { fillEstimates } from "./fill-estimates";
import { type PooledExits, poolExits, type Turnover } from "./pool-exits";
import { poolFilling } from "./pool-filling";
import { POOLING_PRIOR } from "./pooling-unit";

/** What is known of one organisation. */
export type OrganisationRates = {
  /** θ, its multiplier on leaving and moving, and ψ, on filling; 1 is like the others. */
  leaving: EstimatedRate;
  filling: EstimatedRate;
  /** Hazards a year of each group, at the ages of its own people; where it has none, at the profession's default mix. */
  groups: readonly Readonly<Record<ExitCause | "fill", EstimatedRate>>[];
};

export type RateEstimates = {
  /** Multipliers of the base hazards by age: m on leaving, ρ on retiring; and φ, the fill hazard a year. */
  profession: Readonly<Record<ExitCause | "fill", EstimatedRate>>;
  /** The same of each group, in the order of `GROUPS`. */
  groups: readonly Readonly<Record<ExitCause | "fill", EstimatedRate>>[];
  organisations: ReadonlyMap<string, OrganisationRates>;
  /** An organisation of which nothing is known. */
  another: OrganisationRates;
  /** How an organisation's official turnover of other professions enters its θ; null where it is known of too few. */
  turnover: TurnoverSlope | null;
  /** Shapes of the gamma distributions of θ and ψ over organisations; infinite where they are all alike. */
  shapes: { leaving: number; filling: number };
};

/** Change of ln θ for one standard deviation of the official turnover; 90 %. Of how many organisations it is known. */
export type TurnoverSlope = {
  slope: number;
  low: number;
  high: number;
  organisations: number;
  /** What is left of the variance believed beforehand. */
  priorShare: number;
};

const Z95 = inverseNormal(0.95);

function turnoverSlope({ organisations, withTurnover }: PooledExits): TurnoverSlope | null {
  if (withTurnover === 0) return null;
  const { mean: slope, variance } = organisations.slopes;
  const reach = Z95 * Math.sqrt(variance);
  const priorShare = Math.min(1, variance / POOLING_PRIOR.slopeDeviation ** 2);
  return { slope, low: slope - reach, high: slope + reach, organisations: withTurnover, priorShare };
}

/**
 * Every rate of the model from yearly counts, with partial pooling. Rates of which no row tells are the defaults and
 * labelled so; an organisation or a group without people of its own has the others' (`people` 0, `priorShare` 1).
 *
 * @param turnover the official leaver rate by organisation, a regressor on θ
 */
export function estimateRates(
  exits: readonly ExitRow[],
  fills: readonly FillRow[],
  turnover?: Turnover,
): RateEstimates {
  const exiting = poolExits(exits, turnover);
  const filling = poolFilling(fills);
  const known = [...new Set([...exiting.counts.organisations, ...filling.organisations])].sort();
  const ofExits = exitEstimates(exiting);
  const ofFills = fillEstimates(filling);
  const rates = (exitsAt: number, fillsAt: number): OrganisationRates => ({
    leaving: ofExits.theta(exitsAt),
    filling: ofFills.psi(fillsAt),
    groups: GROUPS.map((_, group) => ({
      ...ofExits.hazards(exitsAt, group),
      fill: ofFills.hazard(fillsAt, group),
    })),
  });
  const places = (codes: readonly string[]) => new Map(codes.map((code, at) => [code, at]));
  const [exitPlace, fillPlace] = [places(exiting.counts.organisations), places(filling.organisations)];
  return {
    profession: { ...ofExits.profession, fill: ofFills.profession },
    groups: GROUPS.map((_, group) => ({ ...ofExits.group(group), fill: ofFills.group(group) })),
    organisations: new Map(
      known.map((code) => [code, rates(exitPlace.get(code) ?? -1, fillPlace.get(code) ?? -1)]),
    ),
    another: rates(-1, -1),
    turnover: turnoverSlope(exiting),
    shapes: { leaving: exiting.organisations.shape, filling: filling.units.shape },
  };
}
