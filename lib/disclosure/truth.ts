import { knownMeasure } from "@/lib/measures/catalogue";
import type { EvidenceId } from "@/lib/measures/evidence";
import type { Contribution } from "./contributions/contribution";
import { ofDevices } from "./contributions/devices";
import { ofFlows } from "./contributions/flows";
import { ofPosts } from "./contributions/posts";
import { ofServices } from "./contributions/services";
import { ofStaff, ofStays } from "./contributions/staff";
import { ofWorkload } from "./contributions/workload";
import type { Frame } from "./frame";
import type { Cell } from "./ident";
import type { SummedRows } from "./release-input";

/** The exact values behind a release. Confidential: nothing but the build reads them. */
export type Truth = {
  /** In whole units of account (`scaleOf` the measure's unit): people, devices, jobs as they are. */
  exact: (measure: string, cell: Cell) => number;
  /** The least and the most of a modelled measure, likewise; both the exact value where nothing is modelled. */
  bounds: (measure: string, cell: Cell) => { low: number; high: number };
  /** The organisations that said what a measure rests on, be it nought. */
  says: (evidence: EvidenceId) => ReadonlySet<string>;
};

function* contributionsOf(input: SummedRows): Iterable<Contribution> {
  yield* ofStaff(input.staff);
  yield* ofPosts(input.posts);
  yield* ofDevices(input.devices);
  yield* ofFlows(input.flows, input.hasFlows);
  yield* ofStays(input.stays);
  yield* ofServices(input.services);
  yield* ofWorkload(input.workloads);
}

/** What is said by a column, rather than by any line that adds something. */
const SAID_OTHERWISE: ReadonlySet<EvidenceId> = new Set(["posts"]);

/** Who said what: whoever adds to a measure said what it rests on; some things are said in other ways. */
function evidenceIn(input: SummedRows, added: ReadonlyMap<EvidenceId, ReadonlySet<string>>) {
  const given = new Map<EvidenceId, ReadonlySet<string>>(added);
  const and = (id: EvidenceId, organisations: Iterable<string>): void => {
    given.set(id, new Set([...(given.get(id) ?? []), ...organisations]));
  };
  and(
    "posts",
    input.posts.filter(({ establishment }) => establishment !== null).map(({ organisation }) => organisation),
  );
  and("devices", input.hasDevices);
  return given;
}

/**
 * Sums the lines once, by organisation, measure and category, in integers, so that the order of lines does not
 * matter. An organisation that gave no establishment on any line is in no cell of posts (`membersOf`).
 */
export function sumTruth(input: SummedRows, frame: Frame): Truth {
  const sums = new Map<string, number>();
  const lows = new Map<string, number>();
  const highs = new Map<string, number>();
  const added = new Map<EvidenceId, Set<string>>();
  for (const { organisation, measure, value, bounds, of } of contributionsOf(input)) {
    const answered = frame.response(organisation);
    if (!frame.has(organisation) || answered === "not_returned" || answered === "nil")
      throw new Error(`A line of ${organisation}, which has not returned, has come into a release`);
    for (const part of ["", ...Object.entries(of).map(([base, category]) => `${base}:${category}`)]) {
      const at = `${organisation}|${measure}|${part}`;
      sums.set(at, (sums.get(at) ?? 0) + value);
      if (bounds === undefined) continue;
      lows.set(at, (lows.get(at) ?? 0) + bounds.low);
      highs.set(at, (highs.get(at) ?? 0) + bounds.high);
    }
    const { evidence } = knownMeasure(measure);
    if (evidence !== null && !SAID_OTHERWISE.has(evidence))
      added.set(evidence, (added.get(evidence) ?? new Set()).add(organisation));
  }
  const said = evidenceIn(input, added);
  const summed = (from: ReadonlyMap<string, number>, measure: string, { members, part }: Cell): number => {
    const parts = part === null ? [""] : part.of.map((category) => `${part.base}:${category}`);
    let sum = 0;
    for (const member of members) {
      for (const one of parts) {
        const at = `${member}|${measure}|${one}`;
        sum += from.get(at) ?? sums.get(at) ?? 0;
      }
    }
    return sum;
  };
  return {
    exact: (measure, cell) => summed(sums, measure, cell),
    bounds: (measure, cell) => ({
      low: summed(lows, measure, cell),
      high: summed(highs, measure, cell),
    }),
    says: (evidence) => said.get(evidence) ?? new Set(),
  };
}
