import { deviceSums, postSums, staffSums } from "@/db/queries/cube";
import { flowSums } from "@/db/queries/flow-sums";
import { serviceRows } from "@/db/queries/service-rows";
import { staySums } from "@/db/queries/stay-sums";
import type { approvedOf } from "@/db/queries/submissions";
import type { Reader } from "@/db/transaction";
import type { FlowRow, PostRow, StaffRow, SummedRows } from "@/lib/disclosure/release-input";
import { bandStep } from "@/lib/measures/band-step";
import { publishedAge, publishedBand, publishedRegister } from "@/lib/measures/return-codes";
import type { PartName } from "@/lib/returns/part";
import type { Requirement } from "@/lib/workload/requirement";
import type { Standards } from "@/lib/workload/standards";
import { workloadRow } from "@/lib/workload/workload-row";
import { serviceWorkloads } from "./service-workloads";

/** The approved answers of a collection, with their files. */
export type Approved = Awaited<ReturnType<typeof approvedOf>>;

const partsOf = (approved: Approved, ...names: readonly PartName[]): string[] =>
  approved.flatMap(({ parts }) =>
    parts.filter(({ part }) => (names as readonly string[]).includes(part)).map(({ id }) => id),
  );

const whoSent = (approved: Approved, ...names: readonly PartName[]): ReadonlySet<string> =>
  new Set(
    approved
      .filter(({ parts }) => parts.some(({ part }) => (names as readonly string[]).includes(part)))
      .map(({ organisation }) => organisation),
  );

async function staffRows(reader: Reader, parts: readonly string[]): Promise<StaffRow[]> {
  return (await staffSums(reader, parts)).map(({ registration, ...row }) => ({
    ...row,
    band: publishedBand(row.band),
    age: publishedAge(row.age),
    register: publishedRegister(registration ?? []),
    eligible: registration?.includes("eligible_not_registered") ?? false,
  }));
}

async function postRows(reader: Reader, parts: readonly string[]): Promise<PostRow[]> {
  return (await postSums(reader, parts)).map(({ serviceUnit: _, ...row }) => ({
    ...row,
    band: publishedBand(row.band),
    vacancy: row.establishment === null ? 0 : row.establishment - row.inPost,
  }));
}

const flowRows = async (reader: Reader, parts: readonly string[]): Promise<FlowRow[]> =>
  (await flowSums(reader, parts)).map(({ bandFrom, bandTo, ...row }) => ({
    ...row,
    step: row.direction === "mover" ? bandStep(bandFrom, bandTo) : null,
  }));

export type RowsAsked = {
  census: string;
  approved: Approved;
  /** The answers to the census before; none where there was none. */
  before: Approved;
  nationOf: (organisation: string) => string | null;
  standards: Standards;
};

/** Everything that a release is summed from, of the answers approved now and of those to the census before. */
export const releaseRows = async (reader: Reader, asked: RowsAsked): Promise<SummedRows> =>
  (await rowsAndRequirements(reader, asked)).rows;

/** The same, with the requirement of each service whole, for its own people. */
export async function rowsAndRequirements(
  reader: Reader,
  asked: RowsAsked,
): Promise<{ rows: SummedRows; requirements: Requirement[] }> {
  const { approved, before } = asked;
  const workforce = partsOf(approved, "workforce");
  const services = await serviceWorkloads(
    reader,
    {
      workforce,
      devices: partsOf(approved, "devices"),
      assets: partsOf(approved, "assets"),
      activities: partsOf(approved, "activities"),
      profile: partsOf(approved, "profile"),
    },
    asked,
  );
  const rows: SummedRows = {
    workloads: services.flatMap((service) => workloadRow(service) ?? []),
    staff: await staffRows(reader, workforce),
    posts: await postRows(reader, workforce),
    devices: await deviceSums(reader, partsOf(approved, "devices", "assets")),
    flows: await flowRows(reader, partsOf(approved, "flows")),
    stays: await staySums(reader, { now: workforce, before: partsOf(before, "workforce") }),
    services: await serviceRows(reader, partsOf(approved, "profile")),
    hasDevices: whoSent(approved, "devices", "assets"),
    hasFlows: whoSent(approved, "flows"),
  };
  return { rows, requirements: services };
}
