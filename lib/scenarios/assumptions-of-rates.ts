import { SUPPLY_DEFAULTS } from "@/lib/supply/assumptions";
import { BASE_HAZARDS } from "@/lib/supply/estimation/base-hazards";
import { ALL_GROUPS, type PublishedRate, type RateId } from "@/lib/supply/estimation/published-rates";
import { GROUPS } from "@/lib/supply/groups";
import type { Assumption } from "./scenario";

type Steps = readonly (readonly number[])[];
/** A promotion has no default, and so no shape by age: one step. Its multiplier is one of the estimates' own unit. */
const PROMOTION: Steps = [[16, -Math.expm1(-(BASE_HAZARDS.promote[0] ?? 0))]];

const TABLES: Readonly<Record<Exclude<RateId, "fill">, { id: Assumption["id"]; steps: Steps }>> = {
  leave: { id: "leave-by-age", steps: SUPPLY_DEFAULTS["leave-by-age"].value },
  move: { id: "move", steps: [[16, SUPPLY_DEFAULTS.move.value]] },
  promote: { id: "promote", steps: PROMOTION },
  retire: { id: "retire-by-age", steps: SUPPLY_DEFAULTS["retire-by-age"].value },
};

/** How unsure the level of leaving and retiring is for everybody together, as a scenario draws it. */
const LEVELS: Partial<Record<RateId, Assumption["id"]>> = {
  leave: "leaving-multiplier",
  retire: "retirement-multiplier",
};

/**
 * What the returns behind a release tell of rates, in the form in which a scenario would set it: by group where its own
 * rate is published, else the profession's. What they do not tell is left to the defaults.
 */
export function assumptionsOfRates(rates: readonly PublishedRate[]): Assumption[] {
  return [...new Set(rates.map(({ rate }) => rate))].flatMap((rate): Assumption[] => {
    const ofAll = rates.find((one) => one.rate === rate && one.group === ALL_GROUPS);
    if (ofAll === undefined) return [];
    const each = GROUPS.filter(({ next }) => rate !== "promote" || next !== null).map(({ id }) => ({
      role: id,
      of: rates.find((one) => one.rate === rate && one.group === id) ?? ofAll,
    }));
    if (rate === "fill")
      return each.map(({ role, of }) => ({
        id: "fill-hazard",
        role,
        distribution: { kind: "lognormal", median: of.value, factor: factorOf(of) },
        ...toldBy(of),
      }));
    const { id, steps } = TABLES[rate];
    const level = LEVELS[rate];
    return [
      ...each.map(
        ({ role, of }): Assumption => ({
          id,
          role,
          distribution: {
            kind: "by-age",
            steps: steps.map(([from = 16, probability = 0]) => [from, 1 - (1 - probability) ** of.value]),
          },
          ...toldBy(of),
        }),
      ),
      ...(level === undefined
        ? []
        : [
            {
              id: level,
              distribution: { kind: "lognormal", median: 1, factor: factorOf(ofAll) } as const,
              ...toldBy(ofAll),
            },
          ]),
    ];
  });
}

/** Nine in ten lie between the median ÷ it and × it: as wide as the interval, on the scale of ratios. */
const factorOf = ({ low, high, value }: PublishedRate): number =>
  Math.max(1.01, low > 0 ? Math.sqrt(high / low) : high / value);

const toldBy = ({ people, events, organisations, low, high, priorShare }: PublishedRate) => ({
  source: `Returns: about ${events} events in ${people} person-years or posts of ${organisations} organisations; 90 % interval ${low} to ${high}, ${Math.round(100 * priorShare)} % of it prior`,
  reason: "Estimated with partial pooling when the release was built (docs/method/estimation.md).",
  class: "assumption" as const,
});
