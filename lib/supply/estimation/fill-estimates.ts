import { SUPPLY_DEFAULTS } from "../assumptions";
import { type EstimatedRate, gammaRate, ONE, productRate, rateByDefault } from "./estimated-rate";
import { type FillCounts, vacancyYears } from "./fill-likelihood";
import type { PooledFilling } from "./pool-filling";
import type { PooledUnit } from "./pool-rates";
import { POOLING_PRIOR } from "./pooling-unit";

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Rates from pooled fills, with organisations as in `exitEstimates`. */
export function fillEstimates({ counts, byGroup, hazard, groups, units }: PooledFilling) {
  const fillsOf = (some: readonly FillCounts[]): number =>
    sum(some.map(({ vacantFilled, refilled }) => vacantFilled + refilled));
  const postsOf = (some: readonly FillCounts[]): number =>
    sum(some.map(({ vacant, emptied }) => vacant + emptied));
  const phi = (group: number): PooledUnit => groups.units[group] as PooledUnit;
  const yearsOf = (some: readonly FillCounts[], times: number, from = 0): number =>
    sum(
      some.map((one, at) =>
        one.vacant + one.emptied > 0 ? vacancyYears(one, times * hazard * phi(from + at).mean) : 0,
      ),
    );
  const nothing = postsOf(byGroup) === 0;
  const base = SUPPLY_DEFAULTS["fill-hazard"].value;
  const psi = (at: number): PooledUnit => units.units[at] ?? units.another;
  const own = (at: number): readonly FillCounts[] => counts[at] ?? [];
  return {
    profession: nothing
      ? rateByDefault(base)
      : productRate(hazard, groups.levels, ONE, {
          people: yearsOf(byGroup, 1),
          events: fillsOf(byGroup),
          priorShare: POOLING_PRIOR.levelEvents / (POOLING_PRIOR.levelEvents + fillsOf(byGroup)),
          evidence: "estimated",
        }),
    group: (group: number): EstimatedRate => {
      const some = byGroup.slice(group, group + 1);
      if (nothing) return rateByDefault(base);
      return productRate(hazard, phi(group), ONE, {
        people: yearsOf(some, 1, group),
        events: fillsOf(some),
        priorShare: phi(group).priorShare,
        evidence: "estimated",
      });
    },
    psi: (at: number): EstimatedRate => {
      if (nothing) return rateByDefault(1);
      const { mean, variance, priorShare } = psi(at);
      const [people, events] = [yearsOf(own(at), mean), fillsOf(own(at))];
      return gammaRate(mean, variance, { people, events, priorShare, evidence: "estimated" });
    },
    hazard: (at: number, group: number): EstimatedRate => {
      if (nothing) return rateByDefault(base);
      const some = own(at).slice(group, group + 1);
      return productRate(hazard, phi(group), psi(at), {
        people: yearsOf(some, psi(at).mean, group),
        events: fillsOf(some),
        priorShare: psi(at).priorShare,
        evidence: "estimated",
      });
    },
  };
}
