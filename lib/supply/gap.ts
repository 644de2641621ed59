import { fullWeekEquivalent } from "./standard-hours";

/** A gap in WTE as contracted, as 37.5-hour equivalents, and as a share of what it is measured against. */
export type Gap = { wte: number; fullWeekWte: number; rate: number | null };

/** Three gaps that are never mixed. Null is not known, or not asked for; a gap below nought is no surplus. */
export type Gaps = {
  /** Establishment − in post, over the establishment. */
  funded: Gap | null;
  /** Required − in post, over what is required, among the specialisms that have a requirement. */
  workload: Gap | null;
  /** Establishment − in post − temporary cover, over the establishment. */
  unfilled: Gap | null;
  /** Share of the WTE in post that is in a specialism with a requirement; stands on every workload gap. */
  workloadCoverage: number | null;
};

export type Standing = {
  inPostWte: number;
  establishmentWte: number | null;
  temporaryCoverWte?: number | null;
  /** Hours a week of one WTE; 37.5 unless said. */
  standardHours?: number;
  /** What the work requires, and the share of the WTE in post whose specialism it is formed for (0 to 1). */
  requirement?: { wte: number; coverage: number } | null;
};

/** Forms the gaps of one place, group and year. */
export function gapsOf(standing: Standing): Gaps {
  const { inPostWte, establishmentWte, temporaryCoverWte, requirement, standardHours = 37.5 } = standing;
  const gap = (of: number, less: number): Gap => ({
    wte: of - less,
    fullWeekWte: fullWeekEquivalent(of - less, standardHours),
    rate: of > 0 ? (of - less) / of : null,
  });
  return {
    funded: establishmentWte === null ? null : gap(establishmentWte, inPostWte),
    workload: requirement == null ? null : gap(requirement.wte, inPostWte * requirement.coverage),
    unfilled:
      establishmentWte === null || temporaryCoverWte == null
        ? null
        : gap(establishmentWte, inPostWte + temporaryCoverWte),
    workloadCoverage: requirement == null ? null : requirement.coverage,
  };
}
