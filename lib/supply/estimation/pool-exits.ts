import { GROUP_COUNT, GROUPS } from "../groups";
import { BASE_BY_BAND, lostByBand } from "./base-hazards";
import { countExits, type ExitCounts, overTimeAtRisk } from "./exit-counts";
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
  /** How many of them have an official turnover that entered. */
  withTurnover: number;
  /** Events expected at the base hazards, `[cause][organisation * groups + group]`. */
  expected: readonly Float64Array[];
};

const LEAVING = [EXIT_CAUSES.indexOf("leave"), EXIT_CAUSES.indexOf("move")];

/** After so many rounds nothing changes that would be seen. */
const ROUNDS = 3;

/** Nothing is known of promotion beforehand, so that it is worth half an event and no more. */
export const exitPrior = (cause: ExitCause): PoolingPrior =>
  cause === "promote" ? { ...POOLING_PRIOR, levelEvents: 0.5 } : POOLING_PRIOR;

/** Turnover in standard deviations about its mean over the organisations that have people and a rate. */
function standardised(counts: ExitCounts, turnover: Turnover): (number | null)[] {
  const known = counts.organisations.map((code, at) => {
    const rate = turnover.get(code) ?? null;
    const cells = counts.peopleOfCell.subarray(at * GROUP_COUNT, (at + 1) * GROUP_COUNT);
    return rate !== null && Number.isFinite(rate) && cells.some((people) => people > 0) ? rate : null;
  });
  const rates = known.filter((rate) => rate !== null);
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
  const deviation = Math.sqrt(rates.reduce((sum, rate) => sum + (rate - mean) ** 2, 0) / rates.length);
  // On two organisations a line always fits, and on equal rates none does.
  if (rates.length < 3 || !(deviation > 1e-9 * Math.abs(mean))) return known.map(() => null);
  return known.map((rate) => (rate === null ? null : (rate - mean) / deviation));
}

/** Expected events of every cell and cause at the base hazards, over the time for which people were at risk. */
function expectedEvents(
  counts: ExitCounts,
  multipliers: Readonly<Record<ExitCause, number>>,
): Float64Array[] {
  const size = counts.organisations.length * GROUP_COUNT;
  const shares = [lostByBand(multipliers, false), lostByBand(multipliers, true)];
  return EXIT_CAUSES.map((cause, at) => {
    const lost = shares.map((byBand) =>
      byBand.map((share, band) => share * (BASE_BY_BAND[cause][band] ?? 0)),
    );
    const expected = new Float64Array(size);
    for (let cell = 0; cell < size; cell += 1) {
      const climbs = GROUPS[cell % GROUP_COUNT]?.next != null;
      if ((counts.peopleOfCell[cell] as number) === 0 || (cause === "promote" && !climbs)) continue;
      expected[cell] = overTimeAtRisk(counts, at, cell, lost[climbs ? 1 : 0] as number[]);
    }
    return expected;
  });
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
      return poolRates(groups, exitPrior(cause), false);
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
    const organisations = poolRates(units, POOLING_PRIOR, round === ROUNDS);
    if (round === ROUNDS) {
      const withTurnover = regressors.filter((one) => one !== null).length;
      return { counts, byCause, organisations, expected, withTurnover };
    }
    theta = organisations.units.map(({ mean }) => mean);
    for (const cause of EXIT_CAUSES) multipliers[cause] = byCause[cause].levels.mean;
  }
}
