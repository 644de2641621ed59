import { GROUP_COUNT, GROUPS } from "../groups";
import { BASE_BY_BAND, lostByBand, ROW_BANDS } from "./base-hazards";
import { countExits, type ExitCounts, overPeople, overTimeAtRisk } from "./exit-counts";
import { byExitCause, EXIT_CAUSES, type ExitCause, type ExitRow } from "./exit-rows";
import { type PooledRates, poolRates } from "./pool-rates";
import { POOLING_PRIOR, type PoolingPrior, type Unit } from "./pooling-unit";

/** The official leaver rate of each organisation, a share a year; one that is absent or null is not known. */
export type Turnover = ReadonlyMap<string, number | null>;

/** Multipliers of the base hazards: of the profession and its groups by cause, and of organisations (θ). */
export type PooledExits = {
  counts: ExitCounts;
  byCause: Readonly<Record<ExitCause, PooledRates>>;
  /** θ, on leaving and moving; units in the order of `counts.organisations`. */
  organisations: PooledRates;
  /** Events expected at the base hazards, `[cause][organisation * groups + group]`. */
  expected: readonly Float64Array[];
};

const EVERYBODY: readonly number[] = ROW_BANDS.map(() => 1);
const LEAVING = [EXIT_CAUSES.indexOf("leave"), EXIT_CAUSES.indexOf("move")];

/** Nothing is known of promotion beforehand, so that it is worth half an event and no more. */
export const exitPrior = (cause: ExitCause): PoolingPrior =>
  cause === "promote" ? { ...POOLING_PRIOR, levelEvents: 0.5 } : POOLING_PRIOR;

/** Turnover in standard deviations about its mean over the organisations that have people and a rate. */
function standardised(counts: ExitCounts, turnover: Turnover): (number | null)[] {
  const known = counts.organisations.map((code, at) => {
    const rate = turnover.get(code) ?? null;
    const people = peopleOf(counts, at);
    return rate !== null && Number.isFinite(rate) && people > 0 ? rate : null;
  });
  const rates = known.filter((rate) => rate !== null);
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
  const deviation = Math.sqrt(rates.reduce((sum, rate) => sum + (rate - mean) ** 2, 0) / rates.length);
  // On two organisations a line always fits, and on equal rates none does.
  if (rates.length < 3 || !(deviation > 1e-9 * Math.abs(mean))) return known.map(() => null);
  return known.map((rate) => (rate === null ? null : (rate - mean) / deviation));
}

const peopleOf = (counts: ExitCounts, organisation: number): number => {
  let sum = 0;
  for (let group = 0; group < GROUP_COUNT; group += 1) {
    sum += overPeople(counts, organisation * GROUP_COUNT + group, EVERYBODY);
  }
  return sum;
};

/** Expected events of every cell and cause at the base hazards, over the time for which people were at risk. */
function expectedEvents(
  counts: ExitCounts,
  multipliers: Readonly<Record<ExitCause, number>>,
): Float64Array[] {
  const [stuck, climbing] = [lostByBand(multipliers, false), lostByBand(multipliers, true)];
  const size = counts.organisations.length * GROUP_COUNT;
  return EXIT_CAUSES.map((cause) =>
    Float64Array.from({ length: size }, (_, cell) => {
      const climbs = GROUPS[cell % GROUP_COUNT]?.next != null;
      if (cause === "promote" && !climbs) return 0;
      return overTimeAtRisk(counts, cell, BASE_BY_BAND[cause], climbs ? climbing : stuck);
    }),
  );
}

/**
 * Multipliers of the base hazards from counted exits, in three layers: for each cause the profession's, and each group's
 * about it; then each organisation's θ on leaving and moving, about what its groups and ages lead to expect. The layers
 * are gone through three times, since each rests on the others.
 */
export function poolExits(rows: readonly ExitRow[], turnover: Turnover = new Map()): PooledExits {
  const counts = countExits(rows);
  const size = counts.organisations.length;
  const regressors = standardised(counts, turnover);
  const multipliers: Record<ExitCause, number> = { leave: 1, move: 1, promote: 0, retire: 1 };
  let theta = new Array<number>(size).fill(1);
  for (let round = 1; ; round += 1) {
    const expected = expectedEvents(counts, multipliers);
    const byCause = byExitCause((cause, at) => {
      const follows = LEAVING.includes(at);
      const groups = GROUPS.map((_, group): Unit => {
        const unit: Unit = { events: 0, expected: 0, regressor: null };
        for (let organisation = 0; organisation < size; organisation += 1) {
          const cell = organisation * GROUP_COUNT + group;
          unit.events += counts.events[at]?.[cell] ?? 0;
          unit.expected += (expected[at]?.[cell] ?? 0) * (follows ? (theta[organisation] ?? 1) : 1);
        }
        return unit;
      });
      return poolRates(groups, exitPrior(cause));
    });
    const units = counts.organisations.map((_, organisation): Unit => {
      const unit: Unit = { events: 0, expected: 0, regressor: regressors[organisation] ?? null };
      for (const at of LEAVING) {
        const groups = byCause[EXIT_CAUSES[at] as ExitCause].units;
        for (let group = 0; group < GROUP_COUNT; group += 1) {
          const cell = organisation * GROUP_COUNT + group;
          unit.events += counts.events[at]?.[cell] ?? 0;
          unit.expected += (expected[at]?.[cell] ?? 0) * (groups[group]?.mean ?? 1);
        }
      }
      return unit;
    });
    const organisations = poolRates(units);
    if (round === 3) return { counts, byCause, organisations, expected };
    theta = organisations.units.map(({ mean }) => mean);
    for (const cause of EXIT_CAUSES) multipliers[cause] = byCause[cause].levels.mean;
  }
}
