import { SUPPLY_DEFAULTS } from "@/lib/supply/assumptions";
import { BASE_HAZARDS } from "@/lib/supply/estimation/base-hazards";
import {
  ALL_GROUPS,
  BETWEEN_YEARS,
  type PublishedRate,
  type RateId,
} from "@/lib/supply/estimation/published-rates";
import { factorOfVariation } from "@/lib/supply/estimation/year-variation";
import { GROUPS } from "@/lib/supply/groups";
import { type EffectiveAssumption, EVERY_GROUP } from "./effective-assumptions";
import { ASSUMPTIONS, type AssumptionId } from "./known";

type Steps = readonly (readonly number[])[];
/** A promotion has no default, and so no shape by age: one step. Its multiplier is one of the estimates' own unit. */
const PROMOTION: Steps = [[16, -Math.expm1(-(BASE_HAZARDS.promote[0] ?? 0))]];

const TABLES: Readonly<Record<Exclude<RateId, "fill">, { id: AssumptionId; steps: Steps }>> = {
  leave: { id: "leave-by-age", steps: SUPPLY_DEFAULTS["leave-by-age"].value },
  move: { id: "move", steps: [[16, SUPPLY_DEFAULTS.move.value]] },
  promote: { id: "promote", steps: PROMOTION },
  retire: { id: "retire-by-age", steps: SUPPLY_DEFAULTS["retire-by-age"].value },
};

/** What multiplies a default table because nobody knows its level: a table from returns says itself how unsure it is. */
const LEVELS: Partial<Record<RateId, AssumptionId>> = {
  leave: "leaving-multiplier",
  retire: "retirement-multiplier",
};

/**
 * What the returns behind a release tell of rates, as a projection uses it: groups whose own rate is published have it,
 * each as unsure as its interval and drawn by itself; the others share the profession's, and one draw of it. What
 * returns do not tell is left to the defaults.
 */
export function assumptionsOfRates(rates: readonly PublishedRate[]): EffectiveAssumption[] {
  return [...new Set(rates.map(({ rate }) => rate))].flatMap((rate): EffectiveAssumption[] => {
    const ofAll = rates.find((one) => one.rate === rate && one.group === ALL_GROUPS);
    if (ofAll === undefined) return [];
    const climbs = EVERY_GROUP.filter((group) => rate !== "promote" || GROUPS[group]?.next !== null);
    const own = climbs.flatMap((group) => {
      const found = rates.find((one) => one.rate === rate && one.group === GROUPS[group]?.id);
      return found === undefined ? [] : [{ groups: [group], of: found }];
    });
    const rest = climbs.filter((group) => !own.some(({ groups }) => groups.includes(group)));
    const all = rest.length > 0 ? [...own, { groups: rest, of: ofAll }] : own;
    const level = LEVELS[rate];
    return [
      ...all.map(({ groups, of }) =>
        assumption(rate === "fill" ? "fill-hazard" : TABLES[rate].id, groups, of),
      ),
      ...differingYears(rate, rates),
      ...(level === undefined
        ? []
        : [{ ...assumption(level, EVERY_GROUP, ofAll), distribution: { kind: "fixed", value: 1 } as const }]),
    ];
  });
}

const BY_YEAR: Partial<Record<RateId, AssumptionId>> = {
  leave: "leaving-by-year",
  retire: "retirement-by-year",
  fill: "filling-by-year",
};

/** How much years differ, where that is told. */
function differingYears(rate: RateId, rates: readonly PublishedRate[]): EffectiveAssumption[] {
  const found = rates.find((one) => one.rate === rate && one.group === BETWEEN_YEARS);
  const id = BY_YEAR[rate];
  if (found === undefined || id === undefined || found.value <= 0) return [];
  return [
    {
      ...assumption(id, EVERY_GROUP, found),
      distribution: { kind: "lognormal", median: 1, factor: factorOfVariation(found.value) },
      class: "intrinsically uncertain",
    },
  ];
}

function assumption(id: AssumptionId, groups: readonly number[], of: PublishedRate): EffectiveAssumption {
  const { people, events, organisations, low, high, priorShare } = of;
  return {
    id,
    title: ASSUMPTIONS[id].means,
    groups,
    distribution: distributionOf(of),
    unit: ASSUMPTIONS[id].unit,
    source: `Returns: about ${events} events in ${people} person-years or posts of ${organisations} organisations; 90 % interval ${low} to ${high}, ${Math.round(100 * priorShare)} % of it prior`,
    reason: "Estimated with partial pooling when the release was built (docs/method/estimation.md).",
    class: "assumption",
    from: "release",
  };
}

function distributionOf(of: PublishedRate): EffectiveAssumption["distribution"] {
  const factor = factorOf(of);
  if (of.rate === "fill") return { kind: "lognormal", median: of.value, factor };
  return {
    kind: "by-age",
    steps: TABLES[of.rate].steps.map(([from = 16, probability = 0]) => [
      from,
      1 - (1 - probability) ** of.value,
    ]),
    factor,
  };
}

/** Nine in ten lie between the median ÷ it and × it: as wide as the interval, on the scale of ratios. */
const factorOf = ({ low, high, value }: PublishedRate): number =>
  Math.max(1.01, low > 0 ? Math.sqrt(high / low) : high / value);
