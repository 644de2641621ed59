import { declaredRows } from "@/db/queries/declared-rows";
import { devicesIn, linkedMoves, saidMoves } from "@/db/queries/device-moves";
import { flowSums } from "@/db/queries/flow-sums";
import type { ReceivedPart } from "@/db/queries/parts";
import type { Reader } from "@/db/transaction";
import {
  type Bridge,
  canBridge,
  deviceBridge,
  establishmentBridge,
  inPostBridge,
} from "@/lib/returns/bridge";
import type { FlowsSaid, OtherKeys } from "@/lib/returns/compare-flows";
import { keysOfOtherMaking } from "@/lib/returns/keys-of-other-making";
import { type LinkedPeople, type LinkedPosts, linkPeople, linkPosts } from "@/lib/returns/link-staff";
import type { PartName } from "@/lib/returns/part";
import { WORKFORCE, type WorkforceRow } from "@/lib/returns/parts/workforce";

/** What happened between last year's approved return and now. Null is not known, never none. */
export type SinceLastYear = {
  /** Null where no post has a reference in both years. */
  establishment: Bridge | null;
  inPost: Bridge | null;
  posts: LinkedPosts;
  people: LinkedPeople;
  /** People whose keys were made with a key that the other year did not use, so that they cannot be found again. */
  otherKeys: OtherKeys;
  /** Null where no flows file was sent. */
  flows: FlowsSaid | null;
  /** Null where devices were not sent in both years. */
  devices: Bridge | null;
  /** Single devices used in another setting, for another owner or unit; null where they are not sent one by one. */
  devicesMoved: number | null;
};

const idsOf = (parts: readonly ReceivedPart[], ...names: PartName[]): string[] =>
  parts.filter(({ part }) => names.includes(part)).map(({ id }) => id);

/** Links the posts, people and devices of two sets of files, and sums up what came and went. */
export async function sinceLastYear(
  reader: Reader,
  now: readonly ReceivedPart[],
  before: readonly ReceivedPart[],
): Promise<SinceLastYear> {
  const strange = keysOfOtherMaking(staffOf(now), staffOf(before));
  const [then, here] = [await staffLines(reader, before, strange), await staffLines(reader, now, strange)];
  const linked = canBridge(then.lines, here.lines);
  return {
    establishment: linked ? establishmentBridge(then.lines, here.lines) : null,
    inPost: linked ? inPostBridge(then.lines, here.lines) : null,
    posts: linkPosts(then.lines, here.lines),
    people: linkPeople(then.linkable, here.linkable),
    otherKeys: { before: then.otherKeys, now: here.otherKeys },
    flows: await flowsSaid(reader, idsOf(now, "flows")),
    ...(await devicesSince(reader, now, before)),
  };
}

const staffOf = (parts: readonly ReceivedPart[]): readonly ReceivedPart[] =>
  parts.filter(({ part }) => part === "workforce");

/**
 * The lines of staff of some files: all of them, those by which people can be linked, and how many people cannot be.
 *
 * @param strange files whose person keys cannot be found in the other year
 */
async function staffLines(
  reader: Reader,
  parts: readonly ReceivedPart[],
  strange: ReadonlySet<string>,
): Promise<{ lines: WorkforceRow[]; linkable: WorkforceRow[]; otherKeys: number }> {
  const lines: WorkforceRow[] = [];
  const linkable: WorkforceRow[] = [];
  const keys = new Set<string>();
  for (const { id } of staffOf(parts)) {
    const ofFile = (await declaredRows(reader, WORKFORCE, [id])) as unknown as WorkforceRow[];
    lines.push(...ofFile);
    for (const line of ofFile)
      if (strange.has(id) && line.person_key !== null) keys.add(line.person_key);
      else linkable.push(line);
  }
  return { lines, linkable, otherKeys: keys.size };
}

async function flowsSaid(reader: Reader, files: readonly string[]): Promise<FlowsSaid | null> {
  if (files.length === 0) return null;
  const sums = await flowSums(reader, files);
  const of = (direction: string) =>
    sums.filter((one) => one.direction === direction).reduce((sum, { headcount }) => sum + headcount, 0);
  return { joiners: of("joiner"), leavers: of("leaver"), movers: of("mover") };
}

async function devicesSince(
  reader: Reader,
  now: readonly ReceivedPart[],
  before: readonly ReceivedPart[],
): Promise<Pick<SinceLastYear, "devices" | "devicesMoved">> {
  const [then, here] = [idsOf(before, "devices", "assets"), idsOf(now, "devices", "assets")];
  if (then.length === 0 || here.length === 0) return { devices: null, devicesMoved: null };
  const ends = { start: await devicesIn(reader, then), end: await devicesIn(reader, here) };
  const oneByOne = [...now, ...before].every(({ part }) => part !== "devices");
  if (!oneByOne)
    return { devices: deviceBridge({ ...ends, steps: await saidMoves(reader, here) }), devicesMoved: null };
  const { steps, moved } = await linkedMoves(reader, { now: here, before: then });
  return { devices: deviceBridge({ ...ends, steps }), devicesMoved: moved };
}
