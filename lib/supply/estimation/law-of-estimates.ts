import { AGE_COUNT } from "../ages";
import { GROUPS } from "../groups";
import type { RateTable, YearLaw } from "../year-law";
import { BASE_HAZARDS } from "./base-hazards";
import type { RateEstimates } from "./estimate-rates";
import type { EstimatedRate } from "./estimated-rate";
import { EXIT_CAUSES, type ExitCause } from "./exit-rows";

/**
 * What a rate is taken to be. `parameter` names it alike in every run and scenario (`leave technologist_to_6`,
 * `leaving RJ1`), for a draw by `rate.quantile` from a uniform number of its own.
 */
export type RateChoice = (rate: EstimatedRate, parameter: string) => number;

const asEstimated: RateChoice = (rate) => rate.value;

/**
 * The law of a projection year by estimated rates: hazards by age are the defaults' times each group's multiplier, and
 * θ and ψ are the organisation's own. What rests on no flow stays as `law` has it, and so does all that is not
 * estimated. m and ρ are in the tables, so that their multipliers are 1 and free for levers.
 *
 * @param organisation whose law it is; null is the profession's, an organisation without estimates is like the others
 */
export function lawOfEstimates(
  law: YearLaw,
  estimates: RateEstimates,
  organisation: string | null,
  choose: RateChoice = asEstimated,
): YearLaw {
  const tables = Object.fromEntries(
    EXIT_CAUSES.map((cause) => [cause, tableOf(cause, law[cause], estimates, choose)]),
  ) as Pick<YearLaw, ExitCause>;
  const told = (cause: ExitCause): boolean => estimates.profession[cause].evidence === "estimated";
  const own = organisation === null ? null : (estimates.organisations.get(organisation) ?? estimates.another);
  const factor = (rate: EstimatedRate | undefined, name: string, otherwise: number): number =>
    rate?.evidence === "estimated" ? choose(rate, `${name} ${organisation}`) : otherwise;
  return {
    ...law,
    ...tables,
    leavingMultiplier: told("leave") ? 1 : law.leavingMultiplier,
    retirementMultiplier: told("retire") ? 1 : law.retirementMultiplier,
    organisationLeaving: factor(own?.leaving, "leaving", law.organisationLeaving),
    organisationFilling: factor(own?.filling, "filling", law.organisationFilling),
    fillHazard: law.fillHazard.map((hazard, group) => {
      const rate = estimates.groups[group]?.fill;
      return rate?.evidence === "estimated" ? choose(rate, `fill ${GROUPS[group]?.id}`) : hazard;
    }),
  };
}

function tableOf(
  cause: ExitCause,
  table: RateTable,
  { groups }: RateEstimates,
  choose: RateChoice,
): RateTable {
  const made = table.slice();
  for (const [group, rates] of groups.entries()) {
    const rate = rates[cause];
    if (rate.evidence !== "estimated") continue;
    const multiplier = choose(rate, `${cause} ${GROUPS[group]?.id}`);
    for (let at = 0; at < AGE_COUNT; at += 1) {
      made[group * AGE_COUNT + at] = -Math.expm1(-multiplier * (BASE_HAZARDS[cause][at] ?? 0));
    }
  }
  return made;
}
