import type { ReceivedPart } from "@/db/queries/parts";
import { differenceCounts, firstDifferentKeys, type TwoSides } from "@/db/queries/row-difference";
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

/** What is kept of two sets of files. The number stands for how rows are matched: where that changes, raise it. */
const resultOf = (organisation: string, what: string, part: PartName, { now, before }: TwoSides) => ({
  organisation,
  what: `${what} 1 ${part}`,
  files: [...now, "against", ...before],
});

const countsKey = (part: PartName, { now, before }: TwoSides) =>
  [part, ...now, "against", ...before].join(" ");

/** How the rows of a part match, where somebody has counted it before; null where nobody has. */
export async function knownRowCounts(
  reader: Reader,
  organisation: string,
  part: PartName,
  sides: TwoSides,
): Promise<RowCounts | null> {
  const here = known.get(countsKey(part, sides));
  return here ?? keptResult<RowCounts>(reader, resultOf(organisation, "row counts", part, sides));
}

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
  const before = await knownRowCounts(reader, organisation, part, sides);
  const counts = before ?? (await differenceCounts(reader, PARTS[part], sides));
  const rows = counts.now + counts.before + counts.unkeyedNow + counts.unkeyedBefore;
  if (keepIn && rows > MANY_ROWS)
    await keepResult(keepIn, resultOf(organisation, "row counts", part, sides), counts);
  const [oldest] = known.keys();
  if (known.size >= MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  known.set(countsKey(part, sides), counts);
  return counts;
}

/** Keys of rows that differ are kept so many: as many as a page shows. */
export const FIRST_KEYS = 1000;

/**
 * The keys of the first rows of a part that differ, at most `FIRST_KEYS`: to find them is as long as to count them all.
 *
 * @param how `keepIn`: they are kept there for every process; `underWay`: somebody works them out, so that they are null
 * where they are not known yet
 */
export async function firstKeys(
  reader: Reader,
  organisation: string,
  part: PartName,
  sides: TwoSides,
  { keepIn = null, underWay = false }: { keepIn?: Transaction | null; underWay?: boolean } = {},
): Promise<string[] | null> {
  const of = resultOf(organisation, "first keys", part, sides);
  const before = await keptResult<string[]>(reader, of);
  if (before || underWay) return before;
  const keys = await firstDifferentKeys(reader, PARTS[part], sides, FIRST_KEYS);
  if (keepIn) await keepResult(keepIn, of, keys);
  return keys;
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

/**
 * What differs, and which removals ask for a reason; null where there is nothing to compare with.
 *
 * @param how `keepIn`: counts over many rows are kept there; `underWay`: somebody works those of large files out, so
 * that what is not known of them yet is said to be so, in place of being worked out here too
 */
export async function differenceBetween(
  reader: Reader,
  organisation: string,
  compared: Compared,
  { keepIn = null, underWay = false }: { keepIn?: Transaction | null; underWay?: boolean } = {},
): Promise<Difference | null> {
  if (!compared.previous) return null;
  const { parts, previous } = compared;
  const has = (some: readonly ReceivedPart[]) => new Set(some.map(({ part }) => part));
  const withErrors = has(parts.filter(({ verdict }) => verdict !== "accepted"));
  const [now, before] = [has(parts), has(previous.parts)];
  const counts = new Map<PartName, RowCounts>();
  const notYet = new Set<PartName>();
  for (const part of PART_NAMES.filter((one) => (now.has(one) || before.has(one)) && !withErrors.has(one))) {
    const sides = sidesOf({ parts, before: previous.parts }, part);
    const large = haveManyRows([...parts, ...previous.parts].filter((one) => one.part === part));
    const found =
      underWay && large
        ? await knownRowCounts(reader, organisation, part, sides)
        : await rowCounts(reader, organisation, part, sides, keepIn);
    if (found) counts.set(part, found);
    else notYet.add(part);
  }
  return differenceOf({ counts, now, before, withErrors, underWay: notYet });
}
