import { GROUP_COUNT, GROUPS } from "../groups";
import { BASE_BY_BAND, ROW_BANDS } from "./base-hazards";
import { type EstimatedRate, gammaRate, ONE, productRate, rateByDefault } from "./estimated-rate";
import { overBands } from "./exit-counts";
import { byExitCause, EXIT_CAUSES, type ExitCause } from "./exit-rows";
import { exitPrior, type PooledExits } from "./pool-exits";
import type { PooledUnit } from "./pool-rates";

const AT_RISK = byExitCause((cause) => BASE_BY_BAND[cause].map((hazard) => (hazard > 0 ? 1 : 0)));
/** Causes to which people of every age are at risk. */
const EVERY_AGE = EXIT_CAUSES.filter((cause) => !AT_RISK[cause].includes(0));
const UNKNOWN = ROW_BANDS.indexOf("unknown");

const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};

const climbs = (cause: ExitCause, group: number): boolean =>
  cause !== "promote" || GROUPS[group]?.next != null;

/** Rates from pooled exits. An organisation is its position among those counted; −1 is one of which nothing is known. */
export function exitEstimates({ counts, byCause, organisations, expected }: PooledExits) {
  const size = counts.organisations.length;
  const cells = Array.from({ length: size * GROUP_COUNT }, (_, cell) => cell);
  const peopleByCell = counts.peopleOfCell;
  const atRisk = byExitCause((cause) =>
    EVERY_AGE.includes(cause)
      ? peopleByCell
      : Float64Array.from(cells, (cell) => overBands(counts.people, cell, AT_RISK[cause])),
  );
  const ofGroup = (values: Float64Array | undefined, group: number): number =>
    sum(Array.from({ length: size }, (_, at) => values?.[at * GROUP_COUNT + group] ?? 0));
  const nobody = sum(peopleByCell) === 0;
  const byGroup = byExitCause((cause, at) =>
    GROUPS.map((_, group) => ({
      people: ofGroup(atRisk[cause], group),
      events: ofGroup(counts.events[at], group),
      expected: ofGroup(expected[at], group),
    })),
  );
  const theta = (at: number): PooledUnit => organisations.units[at] ?? organisations.another;
  /** Cells of an organisation, none of one that is not known. */
  const own = (values: Float64Array | undefined, at: number): number =>
    at < 0 ? 0 : sum(values?.subarray(at * GROUP_COUNT, (at + 1) * GROUP_COUNT) ?? []);
  const cellOf = (values: Float64Array | undefined, at: number, group: number): number =>
    at < 0 ? 0 : (values?.[at * GROUP_COUNT + group] ?? 0);
  return {
    profession: byExitCause((cause, at) => {
      if (nobody) return rateByDefault(cause === "promote" ? 0 : 1);
      const { mean, variance } = byCause[cause].levels;
      const { levelEvents } = exitPrior(cause);
      return gammaRate(mean, variance, {
        people: sum(atRisk[cause]),
        events: sum(counts.events[at] ?? []),
        priorShare: levelEvents / (levelEvents + sum(expected[at] ?? [])),
        evidence: "estimated",
      });
    }),
    group: (group: number) =>
      byExitCause((cause) => {
        const { mean, variance, priorShare } = byCause[cause].units[group] as PooledUnit;
        const { people, events } = byGroup[cause][group] ?? { people: 0, events: 0 };
        if (nobody || !climbs(cause, group)) return rateByDefault(cause === "promote" ? 0 : 1);
        return gammaRate(mean, variance, { people, events, priorShare, evidence: "estimated" });
      }),
    theta: (at: number): EstimatedRate => {
      if (nobody) return rateByDefault(1);
      const { mean, variance, priorShare } = theta(at);
      return gammaRate(mean, variance, {
        people: own(peopleByCell, at),
        events: own(counts.events[0], at) + own(counts.events[1], at),
        priorShare,
        evidence: "estimated",
      });
    },
    hazards: (at: number, group: number) =>
      byExitCause((cause, position) => {
        const people = cellOf(peopleByCell, at, group);
        const hazard =
          people > 0
            ? cellOf(counts.atBase[position], at, group) / people
            : (BASE_BY_BAND[cause][UNKNOWN] ?? 0);
        if (nobody || !climbs(cause, group)) return rateByDefault(cause === "promote" ? 0 : hazard);
        const pooled = byCause[cause].units[group] as PooledUnit;
        const leaving = cause === "leave" || cause === "move";
        const all = byGroup[cause][group]?.expected ?? 0;
        const ofAll = all > 0 ? cellOf(expected[position], at, group) / all : 0;
        return productRate(hazard, pooled, leaving ? theta(at) : ONE, {
          people: cellOf(atRisk[cause], at, group),
          events: cellOf(counts.events[position], at, group),
          priorShare: leaving ? theta(at).priorShare : 1 - (1 - pooled.priorShare) * ofAll,
          evidence: "estimated",
        });
      }),
  };
}
