import { AGE_COUNT, byAge, YOUNGEST } from "@/lib/supply/ages";
import { hazard } from "@/lib/supply/compile-law";
import { GROUP_COUNT, TRAINEES } from "@/lib/supply/groups";
import type { Population } from "@/lib/supply/population";
import { type PensionMix, retireByMix } from "@/lib/supply/retirement";
import { defaultLaw, entryProfile, type RateTable, type YearLaw } from "@/lib/supply/year-law";
import { centreOf } from "./distribution";
import { type EffectiveAssumption, isUncertain, numberOf } from "./effective-assumptions";
import { graduatesIn, withGraduates } from "./graduates-of-scenario";
import { groupsNamed, isYearly } from "./known";
import type { Lever } from "./scenario";

/**
 * The value of each uncertain assumption, in their order; a missing one is its centre. Of one that is drawn anew each
 * year there is a value for each, or one for all.
 */
export type Draw = readonly (number | readonly number[] | undefined)[];

/** Where and of whom laws are asked for. */
export type LawsFor = {
  /** The place and those that it lies in: a lever named for one of them holds. */
  places: readonly string[];
  population: Population;
  /** Pension sections by group, where they are known. */
  pensionMix?: readonly (PensionMix | null)[];
  /** The census falls in this calendar year; projection year 1 is the next. */
  censusYear: number;
  years: number;
};

/** What a year's levers say beside the law of posts. */
export type YearTerms = {
  /** Hours of a head as a share of those at the census. Per group. */
  hoursFactor: readonly number[];
  /** Of vacant WTE. */
  temporaryCover: number;
};

export type ScenarioLaws = { laws: YearLaw[]; terms: YearTerms[] };

/** Who works part time under the lever works three days in five. */
const PART_TIME_HOURS = 0.6;

const tableOf = (
  value: EffectiveAssumption["distribution"],
  drawn: number | undefined,
): readonly number[] => {
  if (value.kind === "by-age") {
    const table = byAge(value.steps);
    // Hazards are multiplied and not probabilities, so that no multiple is more than certain.
    return drawn === undefined ? table : table.map((one) => -Math.expm1(drawn * Math.log1p(-one)));
  }
  if (value.kind === "ages" || value.kind === "normal-ages") throw new Error("Ages are no rates");
  return byAge([[YOUNGEST, drawn ?? centreOf(value)]]);
};

function agesOf(value: EffectiveAssumption["distribution"]): Float64Array {
  if (value.kind === "normal-ages")
    return entryProfile(value.mean, value.deviation, value.youngest, value.oldest);
  if (value.kind !== "ages") throw new Error("Rates are no ages");
  const profile = new Float64Array(AGE_COUNT);
  for (const [age, weight] of value.weights) profile[age - YOUNGEST] = weight;
  const total = profile.reduce((sum, weight) => sum + weight, 0);
  return profile.map((weight) => weight / total);
}

const TABLES = {
  "leave-by-age": "leave",
  move: "move",
  promote: "promote",
  "retire-by-age": "retire",
  "training-completion": "promote",
} as const;

/** Whether an assumption is of rates by age, of which laws keep a table. */
export const isTable = ({ id }: EffectiveAssumption): boolean => id in TABLES;

/**
 * Prepares a scenario's laws once, to be had for many draws of its uncertain assumptions. Tables of rates are shared
 * between draws and years wherever they are the same, which `compileLaw` makes use of.
 */
export function lawsOfScenario(
  every: readonly EffectiveAssumption[],
  levers: readonly Lever[],
  of: LawsFor,
): (draw?: Draw) => ScenarioLaws {
  const here = levers.filter(({ place }) => place === undefined || of.places.includes(place));
  const assumptions = every.filter(({ place }) => place === undefined || of.places.includes(place));
  // A draw has a value of each uncertain one, those of other nations among them.
  const uncertain = every.filter(isUncertain);
  const years = Array.from({ length: of.years }, (_, at) => of.censusYear + at + 1);
  const active = years.map((year) => here.filter(({ from, to }) => from <= year && year <= (to ?? Infinity)));
  const fixed = baseLaw(assumptions, () => undefined);
  const ownRetirement = assumptions.flatMap(({ id, from, groups }) =>
    id === "retire-by-age" && from !== "default" ? groups : [],
  );
  const drawnTables = uncertain.some(isTable);
  const drawnProgrammes = uncertain.some(({ programme }) => programme !== undefined);
  const always = drawnProgrammes ? null : graduatesIn(assumptions, here, years, numberOf);
  const retention = new Map<string, RateTable>();
  const sections = new Map<string, RateTable>();

  return (draw = []) => {
    const valueIn = (one: EffectiveAssumption): number | undefined => {
      const value = draw[uncertain.indexOf(one)];
      return typeof value === "number" ? value : undefined;
    };
    const graduates = always ?? graduatesIn(assumptions, here, years, (one) => valueIn(one) ?? numberOf(one));
    const factors = yearFactors(assumptions, (one) => draw[uncertain.indexOf(one)]);
    const base = baseLaw(assumptions, valueIn, drawnTables ? undefined : fixed);
    const covered = assumptions.find(({ id }) => id === "temporary-cover");
    const cover = covered === undefined ? 0 : (valueIn(covered) ?? numberOf(covered));
    const laws: YearLaw[] = [];
    const terms: YearTerms[] = [];
    for (const [at, now] of active.entries()) {
      const before = laws[at - 1];
      const same =
        at > 0 &&
        factors === null &&
        !freezeEnds(at) &&
        sameLevers(now, active[at - 1] ?? []) &&
        of.pensionMix === undefined &&
        graduates[at]?.join() === graduates[at - 1]?.join();
      if (same && before !== undefined) {
        laws.push(before);
        terms.push(terms[at - 1] as YearTerms);
        continue;
      }
      const retire = withSections(base.retire, at);
      const law = underLevers(thawed({ ...base, retire }, at), now);
      laws.push(withGraduates(factors === null ? law : inYear(law, factors, at), graduates[at] ?? []));
      terms.push(termsOf(now, cover));
    }
    return { laws, terms };
  };

  function withSections(table: RateTable, year: number): RateTable {
    const { pensionMix, censusYear } = of;
    if (pensionMix === undefined || pensionMix.every((mix) => mix === null)) return table;
    const key = `${year}`;
    const known = drawnTables ? undefined : sections.get(key);
    if (known !== undefined) return known;
    const made = table.slice();
    for (const [group, mix] of pensionMix.entries()) {
      if (mix === null || ownRetirement.includes(group)) continue;
      const from = group * AGE_COUNT;
      made.set(retireByMix(mix, [...table.subarray(from, from + AGE_COUNT)], censusYear, year), from);
    }
    sections.set(key, made);
    return made;
  }

  /** Whether a lever that froze posts has just ended. */
  function freezeEnds(at: number): boolean {
    return (active[at - 1] ?? []).some((lever) => FREEZES.has(lever.id) && !active[at]?.includes(lever));
  }

  /** The law of a year after a freeze, or a thaw, has ended: as many of the vacant posts are frozen as at the census. */
  function thawed(law: YearLaw, at: number): YearLaw {
    const ended = active.slice(0, at).flatMap((before) => before.filter(({ id }) => FREEZES.has(id)));
    if (ended.length === 0) return law;
    const frozenShare = [...law.frozenShare];
    for (const { role } of ended) {
      for (const group of groupsNamed(role))
        frozenShare[group] ??= of.population.groups[group]?.frozenShare ?? 0;
    }
    return { ...law, frozenShare };
  }

  function underLevers(law: YearLaw, now: readonly Lever[]): YearLaw {
    if (now.length === 0) return law;
    const made = {
      ...law,
      fillHazard: [...law.fillHazard],
      growth: [...law.growth],
      frozenShare: [...law.frozenShare],
      externalPool: [...(law.externalPool ?? new Array<null>(GROUP_COUNT).fill(null))],
    };
    const retaining = now.filter(({ id }) => id === "retention");
    if (retaining.length > 0) made.leave = retained(law.leave, retaining);
    for (const { id, role, value } of now) {
      for (const group of groupsNamed(role)) {
        if (id === "time-to-fill") made.fillHazard[group] = 12 / value;
        if (id === "establishment") made.growth[group] = value;
        if (id === "frozen-share") made.frozenShare[group] = value;
        if (id === "unfreezing") {
          const frozen = law.frozenShare[group] ?? of.population.groups[group]?.frozenShare ?? 0;
          made.frozenShare[group] = frozen * (1 - value);
        }
        if (id === "external-pool") made.externalPool[group] = value;
      }
      if (id === "retire-and-return") made.returnShare = value;
    }
    return made;
  }

  function retained(table: RateTable, by: readonly Lever[]): RateTable {
    const key = JSON.stringify(by);
    const known = drawnTables ? undefined : retention.get(key);
    if (known !== undefined) return known;
    const made = table.slice();
    for (const { role, ages, value } of by) {
      const [from, to] = ages ?? [YOUNGEST, YOUNGEST + AGE_COUNT - 1];
      for (const group of groupsNamed(role)) {
        for (let age = from; age <= to; age += 1) {
          const at = group * AGE_COUNT + age - YOUNGEST;
          // A multiple of the hazard −ln(1 − p), so that no multiple is more than certain.
          made[at] = -Math.expm1(-value * hazard(table[at] ?? 0));
        }
      }
    }
    retention.set(key, made);
    return made;
  }
}

type YearFactors = Readonly<Record<"leaving" | "retirement" | "filling", (at: number) => number>>;

/** What multiplies hazards in each year; null where every year is like another. */
function yearFactors(
  assumptions: readonly EffectiveAssumption[],
  drawnOf: (one: EffectiveAssumption) => Draw[number],
): YearFactors | null {
  const yearly = assumptions.filter(({ id }) => isYearly(id));
  if (yearly.length === 0) return null;
  const factorOf = (id: string) => {
    const one = yearly.find((other) => other.id === id);
    const value = one && (drawnOf(one) ?? numberOf(one));
    return (at: number): number => (typeof value === "number" ? value : (value?.[at] ?? 1));
  };
  return {
    leaving: factorOf("leaving-by-year"),
    retirement: factorOf("retirement-by-year"),
    filling: factorOf("filling-by-year"),
  };
}

const inYear = (law: YearLaw, years: YearFactors, at: number): YearLaw => ({
  ...law,
  leavingMultiplier: law.leavingMultiplier * years.leaving(at),
  retirementMultiplier: law.retirementMultiplier * years.retirement(at),
  fillHazard: law.fillHazard.map((hazard) => hazard * years.filling(at)),
});

/** Levers on which of the vacant posts are frozen. */
export const FREEZES: ReadonlySet<string> = new Set(["unfreezing", "frozen-share"]);

const sameLevers = (a: readonly Lever[], b: readonly Lever[]): boolean =>
  a.length === b.length && a.every((lever, at) => lever === b[at]);

/** The law without levers. */
function baseLaw(
  assumptions: readonly EffectiveAssumption[],
  valueIn: (one: EffectiveAssumption) => number | undefined,
  tables?: YearLaw,
): YearLaw {
  // Where tables are given they are the same in every draw, and are not made again.
  const law = tables ? { ...tables } : defaultLaw();
  const fillHazard = [...law.fillHazard];
  const growth = [...law.growth];
  const frozenShare = [...law.frozenShare];
  const externalPool = new Array<number | null>(GROUP_COUNT).fill(null);
  const traineesTo = new Array<number>(GROUP_COUNT).fill(0);
  for (const one of assumptions) {
    const { id, groups, distribution } = one;
    if (id in TABLES) {
      if (tables) continue;
      const table = law[TABLES[id as keyof typeof TABLES]];
      const values = tableOf(distribution, valueIn(one));
      for (const group of groups) {
        // Trainees are promoted nowhere: what empties their posts upwards is that they complete.
        if (id !== "promote" || group !== TRAINEES) table.set(values, group * AGE_COUNT);
      }
      continue;
    }
    if (id === "entry-age") {
      if (!tables) law.entryAges = agesOf(distribution);
      continue;
    }
    if (distribution.kind === "by-age" || distribution.kind === "ages" || distribution.kind === "normal-ages")
      continue;
    const value = valueIn(one) ?? centreOf(distribution);
    if (id === "leaving-multiplier") law.leavingMultiplier = value;
    if (id === "retirement-multiplier") law.retirementMultiplier = value;
    if (id === "organisation-leaving") law.organisationLeaving = value;
    if (id === "organisation-filling") law.organisationFilling = value;
    if (id === "return-share") law.returnShare = value;
    if (id === "returned-exit") law.returnedExit = value;
    for (const group of groups) {
      if (id === "fill-hazard") fillHazard[group] = value;
      if (id === "establishment-growth") growth[group] = value;
      if (id === "frozen-share") frozenShare[group] = value;
      if (id === "external-pool") externalPool[group] = value;
      if (id === "trainee-conversion") traineesTo[group] = value;
    }
  }
  return { ...law, fillHazard, growth, frozenShare, externalPool, traineesTo };
}

function termsOf(now: readonly Lever[], cover: number): YearTerms {
  const hoursFactor = new Array<number>(GROUP_COUNT).fill(1);
  let temporaryCover = cover;
  for (const { id, role, value } of now) {
    if (id === "part-time") {
      for (const group of groupsNamed(role)) hoursFactor[group] = 1 - value * (1 - PART_TIME_HOURS);
    }
    if (id === "temporary-cover") temporaryCover = value;
  }
  return { hoursFactor, temporaryCover };
}
