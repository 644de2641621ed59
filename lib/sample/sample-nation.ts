import type { Department } from "./department";
import { type Fleet, fleetYearOn, openingFleet, type UsualIntervals } from "./fleet";
import { openingDepartment } from "./opening";
import { type SampleOrganisation, sampleOrganisations } from "./organisations";
import { type ReturnFiles, returnFiles } from "./return-files";
import { yearOn } from "./year-on";

/**
 * The seed of the sample that `muster start` loads. Another gives another nation of the same making; this one's
 * vacancy rate happens to lie close to the 6 % that the profession reports.
 */
export const SAMPLE_SEED = 30;

/** The censuses of the sample, oldest first. The last collection is still open. */
export const SAMPLE_CENSUSES = ["2025-03-31", "2026-03-31"] as const;

/** Who has not returned, by census: the response is never whole. */
const NOT_RETURNED: Readonly<Record<string, readonly string[]>> = {
  "2025-03-31": ["ZS028", "ZS034"],
  "2026-03-31": ["ZS007", "ZS023", "ZS039"],
};

export type SampleReturn = {
  organisation: SampleOrganisation;
} & (
  | { state: "returned"; files: ReturnFiles }
  /** Employs no clinical engineers: zero, not missing. */
  | { state: "nil"; servedBy: string }
  /** `wouldSend`: the files that it has ready, for a demo submitter to try. */
  | { state: "not_returned"; wouldSend: ReturnFiles }
);

export type SampleCollection = {
  census: string;
  status: "closed" | "open";
  returns: readonly SampleReturn[];
};

export type SampleNation = {
  seed: number;
  organisations: readonly SampleOrganisation[];
  /** Oldest first. */
  collections: readonly SampleCollection[];
};

/** What an organisation truly is at one census, whether or not it says so. */
export type SampleState = { department: Department; fleet: Fleet };

type Size = { organisations?: number; collections?: number };

/**
 * The sample nation: fictional organisations and what each sends to each collection. A pure function of the seed and
 * the table of device categories; fewer organisations or collections are a part of the same nation, to the byte.
 */
export function sampleNation(seed: number, intervals: UsualIntervals, size: Size = {}): SampleNation {
  const organisations = sampleOrganisations(seed, size.organisations);
  const histories = organisations.map((organisation) => sampleHistory(seed, organisation, intervals));
  const collections = SAMPLE_CENSUSES.map(
    (census, position): SampleCollection => ({
      census,
      status: position === SAMPLE_CENSUSES.length - 1 ? "open" : "closed",
      returns: histories.map((history) => sampleReturn(seed, history[position] as SampleState, census)),
    }),
  );
  return {
    seed,
    organisations,
    collections: collections.slice(-(size.collections ?? SAMPLE_CENSUSES.length)),
  };
}

/** An organisation at each census of the sample, oldest first: the truth behind what it sends. */
export function sampleHistory(
  seed: number,
  organisation: SampleOrganisation,
  intervals: UsualIntervals,
): SampleState[] {
  const [first, ...later] = SAMPLE_CENSUSES;
  const department = openingDepartment(seed, organisation);
  const states: SampleState[] = [{ department, fleet: openingFleet(seed, department, first, intervals) }];
  for (const census of later) {
    const before = states.at(-1) as SampleState;
    const next = yearOn(seed, before.department, census);
    states.push({ department: next, fleet: fleetYearOn(seed, before.fleet, next, census, intervals) });
  }
  return states;
}

function sampleReturn(seed: number, { department, fleet }: SampleState, census: string): SampleReturn {
  const { organisation } = department;
  if (organisation.servedBy !== null) return { organisation, state: "nil", servedBy: organisation.servedBy };
  const files = returnFiles(seed, department, fleet, census);
  return NOT_RETURNED[census]?.includes(organisation.code)
    ? { organisation, state: "not_returned", wouldSend: files }
    : { organisation, state: "returned", files };
}
