import { AGE_COUNT } from "./ages";
import { climbsOut, GROUP_COUNT, GROUPS } from "./groups";
import { stretches } from "./stretches";
import type { RateTable, YearLaw } from "./year-law";

/**
 * `nation`: any place in which moves between organisations are exchanges, so that they empty no post (the nation,
 * and by the same reasoning its regions and boards). `organisation`: a mover leaves a vacant post behind.
 */
export type View = "nation" | "organisation";

/** A year's law as the recursion needs it: probabilities by cause, in competition. `[group * 60 + age - 16]`. */
export type CompiledYear = {
  law: YearLaw;
  view: View;
  stay: Float64Array;
  leave: Float64Array;
  /** Movers who empty a post; nobody, for the nation. */
  move: Float64Array;
  /** Movers as organisations see them, for the ages that they bring. */
  movers: Float64Array;
  promote: Float64Array;
  retire: Float64Array;
  /** Whether anybody of a group is promoted at any age. Per group. */
  climbs: boolean[];
  /** The first of a group whom retirement meets; the group's end where nobody is. Per group. */
  retiresFrom: Uint16Array;
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

type Alike = {
  move: RateTable;
  promote: RateTable;
  retire: RateTable;
  /** Where ages that share all four rates end. */
  to: Uint16Array;
  /** The first group with the same rates at every age, maybe itself. */
  asGroup: Uint8Array;
};
const ALIKE = new WeakMap<RateTable, Alike>();

/**
 * Which rates are the same as others of a law. Rates mostly come by bands of age and for all groups, and laws of many
 * draws share their tables: it is worked out once for as long as tables stay together.
 */
export function alikeOf({ leave, move, promote, retire }: YearLaw): Alike {
  const known = ALIKE.get(leave);
  if (known?.move === move && known.promote === promote && known.retire === retire) return known;
  const tables = [leave, move, promote, retire];
  const same = (at: number, other: number): boolean => tables.every((table) => table[at] === table[other]);
  const to = new Uint16Array(GROUP_COUNT * AGE_COUNT);
  for (let at = to.length - 1; at >= 0; at -= 1) {
    const next = at + 1;
    to[at] = next % AGE_COUNT !== 0 && same(at, next) ? (to[next] as number) : next;
  }
  const ages = Array.from({ length: AGE_COUNT }, (_, age) => age);
  const sameGroup = (group: number, other: number): boolean =>
    LADDER[group] === LADDER[other] &&
    ages.every((age) => same(group * AGE_COUNT + age, other * AGE_COUNT + age));
  const groups = GROUPS.map((_, group) => group);
  const asGroup = Uint8Array.from(
    groups,
    (group) => groups.find((other) => sameGroup(group, other)) ?? group,
  );
  const made = { move, promote, retire, to, asGroup };
  ALIKE.set(leave, made);
  return made;
}

/** Nobody is promoted off the top of a ladder. */
const LADDER: readonly boolean[] = GROUPS.map((_, group) => climbsOut(group));

function compileYear(law: YearLaw, view: View): CompiledYear {
  const size = GROUP_COUNT * AGE_COUNT;
  const make = stretches(6 * size + 2 * GROUP_COUNT);
  const { to: alikeTo, asGroup } = alikeOf(law);
  const climbs = new Array<boolean>(GROUP_COUNT).fill(false);
  const year: CompiledYear = {
    law,
    view,
    stay: make(size),
    leave: make(size),
    move: make(size),
    movers: make(size),
    promote: make(size),
    retire: make(size),
    climbs,
    retiresFrom: new Uint16Array(GROUP_COUNT),
    fill: make(GROUP_COUNT),
    refill: make(GROUP_COUNT),
  };
  const leaves = hazardsOf(law.leave);
  const moves = hazardsOf(law.move);
  const promotes = hazardsOf(law.promote);
  const retires = hazardsOf(law.retire);
  for (let group = 0; group < GROUP_COUNT; group += 1) {
    const ladder = LADDER[group] as boolean;
    const to = (group + 1) * AGE_COUNT;
    const like = asGroup[group] as number;
    if (like !== group) {
      copyGroup(year, like, group);
      continue;
    }
    let retiresFrom = to;
    for (let at = group * AGE_COUNT; at < to; ) {
      const end = alikeTo[at] as number;
      compileCell(year, at, end, {
        leave: law.leavingMultiplier * law.organisationLeaving * (leaves[at] as number),
        move: law.organisationLeaving * (moves[at] as number),
        promote: ladder ? (promotes[at] as number) : 0,
        retire: law.retirementMultiplier * (retires[at] as number),
      });
      if ((year.promote[at] as number) > 0) climbs[group] = true;
      if ((year.retire[at] as number) > 0) retiresFrom = Math.min(retiresFrom, at);
      at = end;
    }
    year.retiresFrom[group] = retiresFrom;
  }
  for (let group = 0; group < GROUP_COUNT; group += 1) {
    const rate = law.organisationFilling * (law.fillHazard[group] ?? 0) * (law.fillScale[group] ?? 1);
    year.fill[group] = -Math.expm1(-rate);
    year.refill[group] = refillProbability(rate);
  }
  return year;
}

type Hazards = { leave: number; move: number; promote: number; retire: number };

/** The probabilities of the causes in competition, each by its share of the hazard, for these ages. */
function compileCell(
  year: CompiledYear,
  from: number,
  to: number,
  { leave, move, promote, retire }: Hazards,
): void {
  const nation = year.view === "nation";
  const staying = leave + promote + retire;
  const leaving = staying + move;
  const seen = leaving > 0 ? -Math.expm1(-leaving) / leaving : 0;
  const total = nation ? staying : leaving;
  const share = total > 0 ? -Math.expm1(-total) / total : 0;
  year.movers.fill(move * seen, from, to);
  year.stay.fill(Math.exp(-total), from, to);
  year.leave.fill(leave * share, from, to);
  year.move.fill(nation ? 0 : move * share, from, to);
  year.promote.fill(promote * share, from, to);
  year.retire.fill(retire * share, from, to);
}

function copyGroup(year: CompiledYear, from: number, to: number): void {
  const { movers, stay, leave, move, promote, retire, climbs, retiresFrom } = year;
  const start = from * AGE_COUNT;
  for (const table of [movers, stay, leave, move, promote, retire])
    table.copyWithin(to * AGE_COUNT, start, start + AGE_COUNT);
  climbs[to] = climbs[from] as boolean;
  retiresFrom[to] = (retiresFrom[from] as number) - start + to * AGE_COUNT;
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
