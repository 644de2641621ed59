import type { Line } from "./part-file";
import type { FilledPost, VacantPost } from "./team";

/** The programme that somebody is on and who pays for it, which people who are alike have in common. */
export const trainingOf = ({ holder: { training } }: FilledPost): Line =>
  training ? { training_programme: training.programme, training_funding: training.funding } : {};

/** What a full return says of a person beyond the core. */
export function personDetail({ holder, absence, role }: FilledPost, census: string): Line {
  const { training, contract, registration, startYear, nhsStartYear } = holder;
  return {
    contract_type: contract,
    absence,
    registration,
    start_year: String(Math.min(startYear, Number(census.slice(0, 4)))),
    nhs_start_year: String(nhsStartYear),
    ...(training
      ? {
          training_programme: training.programme,
          training_end: training.ends,
          training_funding: training.funding,
          annex_21: training.programme === "stp" ? "no" : "yes",
        }
      : role === "clinical_scientist" && holder.number % 11 === 0
        ? {
            training_programme: "hsst",
            training_end: `${Number(census.slice(0, 4)) + 2}-09-30`,
            training_funding: "own",
          }
        : {}),
  };
}

const REASONS: Readonly<Record<VacantPost["vacancy"]["state"], string>> = {
  offer_made: "in_process",
  advertised: "no_applicants",
  not_advertised: "redesign",
  frozen: "funding",
};

/** What a full return says of a vacancy beyond the core: a young one is in process, whatever its state. */
export function vacancyDetail({ state, months }: VacantPost["vacancy"]): Line {
  return {
    vacancy_months: String(months),
    vacancy_reason: state === "advertised" && months < 4 ? "in_process" : REASONS[state],
  };
}
