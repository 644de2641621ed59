import type { ReceivedPart } from "@/db/queries/parts";
import { differenceCounts, type TwoSides } from "@/db/queries/row-difference";
import { keepResult, keptResult } from "@/db/queries/worked-out";
import type { Reader, Transaction } from "@/db/transaction";
import { type Difference, differenceOf, type RowCounts } from "@/lib/returns/difference";
import { PART_NAMES, type PartName } from "@/lib/returns/part";
import { PARTS } from "@/lib/returns/parts";
import type { Compared } from "./previous-version";

/** How the rows of two sets of files match, the latest asked for: files never change once they are received. */
const known = new Map<string, RowCounts>();
const MOST_KNOWN = 500;

/** Counts over more rows than these are kept for every process: they take seconds, and fewer take no time. */
const MANY_ROWS = 5_000;

/** Whether any of the files is so large that what is worked out of it is worth keeping. */
export const haveManyRows = (parts: readonly { rows: number }[]): boolean =>
  parts.some(({ rows }) => rows > MANY_ROWS);

/**
 * Counts how the rows of a part match, once for each two sets of files.
 *
 * @param keepIn where it is given, counts over many rows are kept there for every process
 */
export async function rowCounts(
  reader: Reader,
  organisation: string,
  part: PartName,
  sides: TwoSides,
  keepIn: Transaction | null = null,
): Promise<RowCounts> {
  const files = [...sides.now, "against", ...sides.before];
  const key = [part, ...files].join(" ");
  // The number stands for how rows are matched: where that changes, what was kept before is no longer read.
  const of = { organisation, what: `row counts 1 ${part}`, files };
  const before = known.get(key) ?? (await keptResult<RowCounts>(reader, of));
  const counts = before ?? (await differenceCounts(reader, PARTS[part], sides));
  const rows = counts.now + counts.before + counts.unkeyedNow + counts.unkeyedBefore;
  if (keepIn && rows > MANY_ROWS) await keepResult(keepIn, of, counts);
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
export async function differenceBetween(
  reader: Reader,
  organisation: string,
  compared: Compared,
  keepIn: Transaction | null = null,
): Promise<Difference | null> {
  if (!compared.previous) return null;
  const { parts, previous } = compared;
  const has = (some: readonly ReceivedPart[]) => new Set(some.map(({ part }) => part));
  const withErrors = has(parts.filter(({ verdict }) => verdict !== "accepted"));
  const [now, before] = [has(parts), has(previous.parts)];
  const counts = new Map<PartName, RowCounts>();
  for (const part of PART_NAMES.filter((one) => (now.has(one) || before.has(one)) && !withErrors.has(one)))
    counts.set(
      part,
      await rowCounts(reader, organisation, part, sidesOf({ parts, before: previous.parts }, part), keepIn),
    );
  return differenceOf({ counts, now, before, withErrors });
}
