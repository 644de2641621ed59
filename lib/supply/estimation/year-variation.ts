import { inverseNormal } from "@/lib/statistics/inverse-normal";
import { SUPPLY_DEFAULTS } from "../assumptions";
import { BASE_BY_BAND, ROW_BANDS } from "./base-hazards";
import type { ExitCause, ExitRow, FillRow } from "./exit-rows";
import { fillHazard, vacancyYears } from "./fill-likelihood";
import { poolRates } from "./pool-rates";
import { POOLING_PRIOR, type PoolingPrior, type Unit } from "./pooling-unit";

/** The rows of one year. */
export type YearRows = { exits: readonly ExitRow[]; fills: readonly FillRow[] };

/** Rates whose change from year to year is estimated. */
export const VARYING = ["leave", "retire", "fill"] as const satisfies readonly (ExitCause | "fill")[];
export type Varying = (typeof VARYING)[number];

/** How much a rate of everybody differs from year to year: its coefficient of variation, 90 %. */
export type YearVariation = { value: number; low: number; high: number; priorShare: number };

/**
 * Beforehand years rarely differ by more than a sixth: the leaver rate of all hospital and community staff in England
 * moved from 12.5 % to 10.1 % within two years, a ninth either way of its middle.
 */
const YEAR_PRIOR: PoolingPrior = { ...POOLING_PRIOR, slopeDeviation: 0, unitDeviation: 0.15 };

/** Two years tell little of how years differ, and one tells nothing. */
const FEWEST_YEARS = 2;

function exitsIn(rows: readonly ExitRow[], cause: ExitCause): Unit {
  const unit: Unit = { events: 0, expected: 0, regressor: null };
  for (const row of rows) {
    unit.events += row[cause];
    unit.expected += row.people * (BASE_BY_BAND[cause][ROW_BANDS.indexOf(row.ageBand)] ?? 0);
  }
  return unit;
}

const countsOf = (rows: readonly FillRow[]) =>
  rows.reduce(
    (sum, { vacant, vacantFilled, emptied, refilled }) => ({
      vacant: sum.vacant + vacant,
      vacantFilled: sum.vacantFilled + vacantFilled,
      emptied: sum.emptied + emptied,
      refilled: sum.refilled + refilled,
    }),
    { vacant: 0, vacantFilled: 0, emptied: 0, refilled: 0 },
  );

/** Fills of each year, against what the hazard of all of them together leads to expect in its vacancy-years. */
function fillsBy(years: readonly YearRows[]): Unit[] {
  const counts = years.map(({ fills }) => countsOf(fills));
  const hazard = fillHazard(
    countsOf(years.flatMap(({ fills }) => fills)),
    SUPPLY_DEFAULTS["fill-hazard"].value,
    POOLING_PRIOR.levelEvents,
  );
  return counts.map((own) => ({
    events: own.vacantFilled + own.refilled,
    expected: hazard * vacancyYears(own, hazard),
    regressor: null,
  }));
}

/**
 * How much a rate differs from year to year, by the partial pooling that organisations have, with years in their place.
 * Null where there are fewer than two years with somebody at risk.
 */
export function yearVariation(years: readonly YearRows[], rate: Varying): YearVariation | null {
  const units = (rate === "fill" ? fillsBy(years) : years.map(({ exits }) => exitsIn(exits, rate))).filter(
    ({ expected }) => expected > 0,
  );
  if (units.length < FEWEST_YEARS) return null;
  const { variation } = poolRates(units, YEAR_PRIOR, false);
  // The prior's own deviation, to see what the years add to it.
  const prior = poolRates(
    units.map(() => ({ events: 0, expected: 1e-9, regressor: null })),
    YEAR_PRIOR,
    false,
  ).variation;
  return {
    ...variation,
    priorShare: Math.min(1, (variation.high - variation.low) / (prior.high - prior.low)),
  };
}

const Z95 = inverseNormal(0.95);

/** Nine in ten years lie between the rate ÷ this and × this. */
export const factorOfVariation = (variation: number): number =>
  Math.exp(Z95 * Math.sqrt(Math.log1p(variation ** 2)));
