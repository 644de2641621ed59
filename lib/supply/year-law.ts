import { AGE_COUNT, byAge, YOUNGEST } from "./ages";
import { SUPPLY_DEFAULTS } from "./assumptions";
import { GROUP_COUNT } from "./groups";
import { type PensionMix, retireByMix } from "./retirement";

/** Probabilities a year, `[group * 60 + age - 16]`, each as if the other causes did not exist. */
export type RateTable = Float64Array;

/**
 * The law of one projection year. Four tables that never contain one another; multipliers act on hazards. A lever is
 * a law that differs from its neighbour; a constant law is the same object in every year, which is also faster.
 */
export type YearLaw = {
  leave: RateTable;
  move: RateTable;
  /** Of trainees, who are promoted nowhere: completing what they train for, which empties the post. */
  promote: RateTable;
  retire: RateTable;
  /** m, profession-wide, on leaving. */
  leavingMultiplier: number;
  /** ρ, on retirement. */
  retirementMultiplier: number;
  /** θ and ψ, one organisation's own: on leaving and moving, and on filling. */
  organisationLeaving: number;
  organisationFilling: number;
  /** φ a year, per group. */
  fillHazard: readonly number[];
  /** What is left of φ where supply is the limit, 0 to 1, per group. */
  fillScale: readonly number[];
  /** s: after this share of retirements the same person goes on in the post. */
  returnShare: number;
  /** Probability a year that somebody who returned leaves for good. */
  returnedExit: number;
  /** Where external entrants' ages lie at the year's end; sums to one. */
  entryAges: Float64Array;
  /** Growth of the establishment as a share of it at the year's start, per group; negative closes posts. */
  growth: readonly number[];
  /** Share of vacant posts frozen from this year's start on; null leaves it as it is. Per group. */
  frozenShare: readonly (number | null)[];
  /** The most people a year who can come from outside, in all places of a nation's run together; null has no limit. Per group. */
  externalPool?: readonly (number | null)[];
  /** Of the trainees in post who complete, the shares that join the pools of groups. Per group; nobody unless given. */
  traineesTo?: readonly number[];
};

/** A table in which every group has the same probabilities by age. */
export function sameForAll(byAgeValues: readonly number[]): RateTable {
  const table = new Float64Array(GROUP_COUNT * AGE_COUNT);
  for (let group = 0; group < GROUP_COUNT; group += 1) table.set(byAgeValues, group * AGE_COUNT);
  return table;
}

/** The normal curve about the mean, cut at the youngest and oldest age, over whole ages; sums to one. */
export function entryProfile(
  mean: number,
  deviation: number,
  youngest: number,
  oldest: number,
): Float64Array {
  const profile = new Float64Array(AGE_COUNT);
  let total = 0;
  for (let age = youngest; age <= oldest; age += 1) {
    const weight = Math.exp(-((age - mean) ** 2) / (2 * deviation ** 2));
    profile[age - YOUNGEST] = weight;
    total += weight;
  }
  return profile.map((weight) => weight / total);
}

const perGroup = <T>(value: T): T[] => new Array<T>(GROUP_COUNT).fill(value);

/** The law of the defaults, which are illustrative: see `data/assumptions/supply.json`. */
export function defaultLaw(): YearLaw {
  const { mean, deviation, youngest, oldest } = SUPPLY_DEFAULTS["entry-age"].value;
  return {
    leave: sameForAll(byAge(SUPPLY_DEFAULTS["leave-by-age"].value)),
    move: sameForAll(byAge([[YOUNGEST, SUPPLY_DEFAULTS.move.value]])),
    promote: sameForAll(byAge([[YOUNGEST, SUPPLY_DEFAULTS.promote.value]])),
    retire: sameForAll(byAge(SUPPLY_DEFAULTS["retire-by-age"].value)),
    leavingMultiplier: 1,
    retirementMultiplier: 1,
    organisationLeaving: 1,
    organisationFilling: 1,
    fillHazard: perGroup(SUPPLY_DEFAULTS["fill-hazard"].value),
    fillScale: perGroup(1),
    returnShare: SUPPLY_DEFAULTS["return-share"].value,
    returnedExit: SUPPLY_DEFAULTS["returned-exit"].value,
    entryAges: entryProfile(mean, deviation, youngest, oldest),
    growth: perGroup(0),
    frozenShare: perGroup(null),
  };
}

/**
 * One law for each of `years` years. With the pension sections of an organisation's own staff (one mix a group, null
 * where it knows none), retirement follows them year by year; without, the law is the same throughout.
 */
export function lawsOverYears(
  law: YearLaw,
  years: number,
  sections?: { mix: readonly (PensionMix | null)[]; censusYear: number },
): YearLaw[] {
  return Array.from({ length: years }, (_, year) => {
    if (sections === undefined) return law;
    const retire = law.retire.slice();
    for (const [group, mix] of sections.mix.entries()) {
      if (mix === null) continue;
      const from = group * AGE_COUNT;
      const unknown = [...law.retire.subarray(from, from + AGE_COUNT)];
      retire.set(retireByMix(mix, unknown, sections.censusYear, year), from);
    }
    return { ...law, retire };
  });
}
