import { GROUPS } from "../groups";
import type { OrganisationRates, RateEstimates, TurnoverSlope } from "./estimate-rates";
import type { EstimatedRate, RateEvidence } from "./estimated-rate";
import type { RateId } from "./published-rates";

/** A rate as plain numbers. */
export type RateInJson = {
  value: number;
  /** 90 %. */
  low: number;
  high: number;
  people: number;
  events: number;
  priorShare: number;
  evidence: RateEvidence;
};

type ByRate = Readonly<Record<RateId, RateInJson>>;

export type EstimatesInJson = {
  model: string;
  base: { kind: "files"; hash: string; census: string; until: string };
  /** Organisations whose flows are not known. */
  leftOut: readonly string[];
  /** Multiples of the default hazards; of promotion, of 5 % a year; of filling, a hazard a year. */
  profession: ByRate;
  groups: readonly ({ group: string; title: string } & ByRate)[];
  /**
   * Change of the logarithm of an organisation's multiplier on leaving and moving for one standard deviation of its
   * official turnover of other professions, 90 %; null where that is not known, and nothing is changed by it.
   */
  turnover: TurnoverSlope | null;
  organisations: readonly {
    organisation: string;
    leaving: RateInJson;
    filling: RateInJson;
    /** Hazards a year at the ages of its own people. */
    groups: readonly ({ group: string } & ByRate)[];
  }[];
};

const plain = (rate: EstimatedRate): RateInJson => {
  const { value, people, events, priorShare, evidence } = rate;
  return { value, ...rate.interval(), people, events, priorShare, evidence };
};

const byRate = ({ leave, move, promote, retire, fill }: OrganisationRates["groups"][number]): ByRate => ({
  leave: plain(leave),
  move: plain(move),
  promote: plain(promote),
  retire: plain(retire),
  fill: plain(fill),
});

/** Estimates as a document, with what they were made from. Shape: docs/method/output.md. */
export const estimatesInJson = (
  estimates: RateEstimates,
  from: Pick<EstimatesInJson, "model" | "base" | "leftOut">,
): EstimatesInJson => ({
  ...from,
  profession: byRate(estimates.profession),
  turnover: estimates.turnover,
  groups: GROUPS.map(({ id, title }, at) => ({
    group: id,
    title,
    ...byRate(estimates.groups[at] as OrganisationRates["groups"][number]),
  })),
  organisations: [...estimates.organisations].map(([organisation, { leaving, filling, groups }]) => ({
    organisation,
    leaving: plain(leaving),
    filling: plain(filling),
    groups: groups.flatMap((own, at) => {
      const rates = byRate(own);
      const people = rates.leave.people + rates.fill.people;
      return people > 0 ? [{ group: GROUPS[at]?.id ?? "", ...rates }] : [];
    }),
  })),
});
