import type { ReceivedPart } from "@/db/queries/parts";
import { differenceCounts, type TwoSides } from "@/db/queries/row-difference";
import type { Reader } from "@/db/transaction";
import { type Difference, differenceOf, type RowCounts } from "@/lib/returns/difference";
import { PART_NAMES, type PartName } from "@/lib/returns/part";
import { PARTS } from "@/lib/returns/parts";
import type { Compared } from "./previous-version";

/** How the rows of two sets of files match, the latest asked for: files never change once they are received. */
const known = new Map<string, RowCounts>();
const MOST_KNOWN = 500;

/** Counts how the rows of a part match, once for each two sets of files. */
export async function rowCounts(reader: Reader, part: PartName, sides: TwoSides): Promise<RowCounts> {
  const key = [part, ...sides.now, "against", ...sides.before].join(" ");
  const before = known.get(key);
  if (before) return before;
  const counts = await differenceCounts(reader, PARTS[part], sides);
  const [oldest] = known.keys();
  if (known.size >= MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  known.set(key, counts);
  return counts;
}

const idsOf = (parts: readonly ReceivedPart[], part: PartName): string[] =>
  parts
    .filter((one) => one.part === part)
    .map(({ id }) => id)
    .sort();

/** The files of a part in what is compared. */
export const sidesOf = (
  { parts, before }: Record<"parts" | "before", readonly ReceivedPart[]>,
  part: PartName,
): TwoSides => ({ now: idsOf(parts, part), before: idsOf(before, part) });

/** What differs, and which removals ask for a reason; null where there is nothing to compare with. */
export async function differenceBetween(reader: Reader, compared: Compared): Promise<Difference | null> {
  if (!compared.previous) return null;
  const { parts, previous } = compared;
  const has = (some: readonly ReceivedPart[]) => new Set(some.map(({ part }) => part));
  const withErrors = has(parts.filter(({ verdict }) => verdict !== "accepted"));
  const [now, before] = [has(parts), has(previous.parts)];
  const counts = new Map<PartName, RowCounts>();
  for (const part of PART_NAMES.filter((one) => (now.has(one) || before.has(one)) && !withErrors.has(one)))
    counts.set(part, await rowCounts(reader, part, sidesOf({ parts, before: previous.parts }, part)));
  return differenceOf({ counts, now, before, withErrors });
}
