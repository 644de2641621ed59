import { declaredRows } from "@/db/queries/declared-rows";
import type { ReceivedPart } from "@/db/queries/parts";
import type { Reader } from "@/db/transaction";
import { ownSums } from "@/lib/disclosure/own-sums";
import { type OwnFigures, ownFigures } from "@/lib/measures/own-figures";
import { type OwnValue, ownValue, ownValues } from "@/lib/measures/own-values";
import type { PartName } from "@/lib/returns/part";
import { WORKFORCE } from "@/lib/returns/parts/workforce";
import type { SharedYear } from "@/lib/supply/expectation";
import { type OwnLook, ownLook } from "@/lib/supply/own-look";
import type { WorkforceLine } from "@/lib/supply/population-from-posts";
import type { Requirement } from "@/lib/workload/requirement";
import type { Standards } from "@/lib/workload/standards";
import { type Approved, rowsAndRequirements } from "../releases/release-rows";

/** What an organisation's files say at one stage, exact. */
export type OwnStage = OwnFigures & {
  values: OwnValue[];
  /** Planned jobs due on high-risk devices, where it is known whether they were done, and those done; null is not known. */
  highRisk: { due: number | null; done: number | null };
  /** The parts that were sent. */
  sent: PartName[];
  /** The requirement of the service; null without staff and devices. */
  requirement: Requirement | null;
  /** A first look ahead from its own posts; null where nobody is in post. */
  look: OwnLook | null;
};

type Asked = {
  organisation: string;
  census: string;
  /** Its answer to the census before; none where there was none. */
  before: Approved;
  nation: string | null;
  standards: Standards;
  /** What the nation's first look tells its organisations; null where nothing is published. */
  shared: readonly SharedYear[] | null;
};

const HIGH = { base: "risk_class", of: ["high"] } as const;

/** Reads and sums the files of one stage, with the queries and the sums of a release. */
export async function ownStage(
  reader: Reader,
  parts: readonly ReceivedPart[],
  { organisation, census, before, nation, standards, shared }: Asked,
): Promise<OwnStage> {
  const files = parts.map(({ id, part }) => ({ id, part }));
  const answer = {
    id: "",
    organisation,
    kind: "files" as const,
    nilReason: null,
    servedBy: null,
    parts: files,
  };
  const { rows, requirements } = await rowsAndRequirements(reader, {
    census,
    approved: [answer],
    before,
    nationOf: () => nation,
    standards,
  });
  const sums = ownSums(rows);
  const workforce = files.filter(({ part }) => part === "workforce").map(({ id }) => id);
  const lines = await declaredRows(reader, WORKFORCE, workforce);
  return {
    ...ownFigures(sums),
    values: ownValues(sums),
    highRisk: { due: ownValue("ppm-due-of-done", sums, HIGH), done: ownValue("ppm-due-done", sums, HIGH) },
    sent: [...new Set(parts.map(({ part }) => part))],
    requirement: requirements[0] ?? null,
    look: ownLook(lines as unknown as WorkforceLine[], census, shared),
  };
}
