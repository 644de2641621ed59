import { knownMeasure } from "@/lib/measures/catalogue";
import type { OwnSums } from "@/lib/measures/own-values";
import { scaleOf } from "./contributions/contribution";
import { layFrame } from "./frame";
import type { SummedRows } from "./release-input";
import { sumTruth } from "./truth";

/**
 * Sums the rows of one organisation's own files as a release would, host and served together, so that what it sees of
 * itself and what is published of it are one sum. Confidential: for its own people.
 */
export function ownSums(rows: SummedRows): OwnSums {
  const named = [rows.staff, rows.posts, rows.devices, rows.flows, rows.stays, rows.services, rows.workloads];
  const organisations = [
    ...new Set([
      ...named.flat().map(({ organisation }) => organisation),
      ...rows.hasDevices,
      ...rows.hasFlows,
    ]),
  ];
  const frame = layFrame(
    organisations.map((code) => ({ code, level: "organisation", name: code, parent: null })),
    organisations.map((organisation) => ({ organisation, state: "returned" })),
  );
  const truth = sumTruth(rows, frame);
  const membersOf = (measure: string): readonly string[] => {
    const { evidence } = knownMeasure(measure);
    const saying = evidence === null || evidence === "staff" ? [] : [...truth.says(evidence)];
    return saying.length > 0 ? saying : organisations;
  };
  const cellOf = (measure: string, part: Parameters<OwnSums["exact"]>[1]) => ({
    family: knownMeasure(measure).family,
    members: membersOf(measure),
    part,
  });
  /** People and WTE in post are two sums, whatever the measure over some organisations of them is called. */
  const sumId = (measure: string): string => knownMeasure(measure).counts ?? measure;
  const inUnit = (measure: string, value: number): number => value / scaleOf(knownMeasure(measure).unit);
  return {
    exact: (measure, part) => inUnit(measure, truth.exact(sumId(measure), cellOf(measure, part))),
    bounds: (measure) => {
      const { low, high } = truth.bounds(measure, cellOf(measure, null));
      return { low: inUnit(measure, low), high: inUnit(measure, high) };
    },
    // A file of workforce without anybody in post says that there is nobody.
    says: (evidence) => evidence === "staff" || truth.says(evidence).size > 0,
  };
}
