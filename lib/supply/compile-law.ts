import { AGE_COUNT } from "./ages";
import { GROUP_COUNT, GROUPS } from "./groups";
import type { RateTable, YearLaw } from "./year-law";

/**
 * `nation`: any place in which moves between organisations are exchanges, so that they empty no post (the nation,
 * and by the same reasoning its regions and boards). `organisation`: a mover leaves a vacant post behind.
 */
export type View = "nation" | "organisation";

/** A year's law as the recursion needs it: probabilities by cause, in competition. `[group * 60 + age - 16]`. */
export type CompiledYear = {
  law: YearLaw;
  stay: Float64Array;
  leave: Float64Array;
  /** Movers who empty a post; nobody, for the nation. */
  move: Float64Array;
  /** Movers as organisations see them, for the ages that they bring. */
  movers: Float64Array;
  promote: Float64Array;
  retire: Float64Array;
  /** A vacant post that may be filled is, within the year. Per group. */
  fill: Float64Array;
  /** A post that fell empty during the year is filled again before its end. Per group. */
  refill: Float64Array;
};

export type CompiledLaw = { view: View; years: readonly CompiledYear[] };

const HAZARDS = new WeakMap<RateTable, Float64Array>();

/** A table's hazards a year; worked out once a table, since laws of many draws share their tables. */
export function hazardsOf(table: RateTable): Float64Array {
  const known = HAZARDS.get(table);
  if (known !== undefined) return known;
  const made = Float64Array.from(table, hazard);
  HAZARDS.set(table, made);
  return made;
}

/** Probability to hazard. One is a hazard so great that nobody stays, but finite: shares of it are no NaN. */
export function hazard(probability: number): number {
  if (!(probability >= 0 && probability <= 1)) {
    throw new Error(`A probability a year is ${probability}, which is not between 0 and 1`);
  }
  return Math.min(-Math.log1p(-probability), 700);
}

/** g = 1 − (1 − e^−x)/x, the mean of 1 − e^(−x(1 − u)) over a uniform moment u; by its series where x is small. */
export function refillProbability(fillHazard: number): number {
  if (fillHazard < 1e-4) return fillHazard / 2 - fillHazard ** 2 / 6 + fillHazard ** 3 / 24;
  return 1 + Math.expm1(-fillHazard) / fillHazard;
}

function compileYear(law: YearLaw, view: View): CompiledYear {
  const size = GROUP_COUNT * AGE_COUNT;
  const table = () => new Float64Array(size);
  const year: CompiledYear = {
    law,
    stay: table(),
    leave: table(),
    move: table(),
    movers: table(),
    promote: table(),
    retire: table(),
    fill: new Float64Array(GROUP_COUNT),
    refill: new Float64Array(GROUP_COUNT),
  };
  const [leaveHazard, moveHazard, promoteHazard, retireHazard] = [
    law.leave,
    law.move,
    law.promote,
    law.retire,
  ].map(hazardsOf);
  for (let at = 0; at < size; at += 1) {
    const leave = law.leavingMultiplier * law.organisationLeaving * (leaveHazard?.[at] ?? 0);
    const move = law.organisationLeaving * (moveHazard?.[at] ?? 0);
    // Nobody is promoted off the top of a ladder.
    const climbs = GROUPS[Math.floor(at / AGE_COUNT)]?.next != null;
    const promote = climbs ? (promoteHazard?.[at] ?? 0) : 0;
    const retire = law.retirementMultiplier * (retireHazard?.[at] ?? 0);
    const staying = leave + promote + retire;
    const leaving = staying + move;
    const seen = leaving > 0 ? -Math.expm1(-leaving) / leaving : 0;
    year.movers[at] = move * seen;
    const total = view === "nation" ? staying : leaving;
    const share = total > 0 ? -Math.expm1(-total) / total : 0;
    year.stay[at] = Math.exp(-total);
    year.leave[at] = leave * share;
    year.move[at] = view === "nation" ? 0 : move * share;
    year.promote[at] = promote * share;
    year.retire[at] = retire * share;
  }
  for (let group = 0; group < GROUP_COUNT; group += 1) {
    const rate = law.organisationFilling * (law.fillHazard[group] ?? 0) * (law.fillScale[group] ?? 1);
    year.fill[group] = -Math.expm1(-rate);
    year.refill[group] = refillProbability(rate);
  }
  return year;
}

/**
 * Prepares laws for `expectation`. Done once for all places that share them; a law that is the same object as the
 * year's before costs nothing. Probabilities outside 0 to 1 are a bug of the caller and throw.
 */
export function compileLaw(laws: readonly YearLaw[], view: View): CompiledLaw {
  const years: CompiledYear[] = [];
  for (const [at, law] of laws.entries()) {
    const before = years[at - 1];
    years.push(before !== undefined && before.law === law ? before : compileYear(law, view));
  }
  return { view, years };
}
