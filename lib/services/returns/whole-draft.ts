import { reasonsGiven } from "@/db/queries/acknowledgements";
import { assetWork } from "@/db/queries/asset-work";
import { declaredRows } from "@/db/queries/declared-rows";
import { draftParts } from "@/db/queries/draft-parts";
import { heldParts, type ReceivedPart } from "@/db/queries/parts";
import type { Reader } from "@/db/transaction";
import { findInReturn } from "@/lib/returns/checks/return-checks";
import type { PartName } from "@/lib/returns/part";
import { PARTS } from "@/lib/returns/parts";
import type { Finding } from "@/lib/returns/report";
import { addSums, createFileSums, type Lost, type ReturnSums } from "@/lib/returns/return-sums";
import { rowCounts, sidesOf } from "./difference-between";
import { lastYearsAnswer } from "./previous-version";

/** What a check over the whole return found, at the file of the draft where it is shown and explained. */
export type WholeFinding = { partId: string; finding: Finding; reason: string | null };

/** The parts of which the checks over a whole return read anything. */
const SUMMED: readonly PartName[] = ["workforce", "devices", "assets", "flows", "profile"];

/**
 * Files of more rows are not summed here, since it is done each time that a page is asked for: no service has as many
 * lines of staff or kinds of devices, and single devices are summed by the database.
 */
const MOST_ROWS = { assets: 200_000, others: 20_000 } as const;

const isTooLarge = ({ part, rows }: ReceivedPart): boolean =>
  rows > (part === "assets" ? MOST_ROWS.assets : MOST_ROWS.others);

/** What files came to, the latest asked for: a file never changes once it is received, so neither do its sums. */
const known = new Map<string, ReturnSums>();
const MOST_KNOWN = 200;

async function sumsOfFile(reader: Reader, { id, part }: ReceivedPart, census: string): Promise<ReturnSums> {
  const before = known.get(id);
  if (before) return before;
  const file = createFileSums(part, census, part === "assets" ? "summed" : "each");
  const rows =
    part === "assets" ? await assetWork(reader, [id]) : await declaredRows(reader, PARTS[part], [id]);
  for (const row of rows) file.take(row);
  const sums = file.end();
  const [oldest] = known.keys();
  if (known.size >= MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  known.set(id, sums);
  return sums;
}

async function sumsOf(reader: Reader, parts: readonly ReceivedPart[], census: string): Promise<ReturnSums> {
  const sums: ReturnSums[] = [];
  // File by file: whether lines carry their own establishment is a matter of each file.
  for (const part of parts)
    if (part.verdict === "accepted" && SUMMED.includes(part.part) && !isTooLarge(part))
      sums.push(await sumsOfFile(reader, part, census));
  return addSums(sums);
}

/** The organisation's approved files of the census before, and what they came to; null where there are none. */
async function lastYearOf(
  reader: Reader,
  organisation: string,
  census: string,
): Promise<{ parts: readonly ReceivedPart[]; sums: ReturnSums } | null> {
  const before = await lastYearsAnswer(reader, organisation, census);
  // A sum without one of its files would be another sum.
  if (before?.kind !== "files" || before.parts.some(isTooLarge)) return null;
  return { parts: before.parts, sums: await sumsOf(reader, before.parts, before.census) };
}

/** How many of last year's single devices are gone: the database matches them, as it does for the difference. */
async function assetsLostSince(
  reader: Reader,
  now: readonly ReceivedPart[],
  before: readonly ReceivedPart[],
): Promise<Lost | null> {
  const sides = sidesOf({ parts: now, before }, "assets");
  if (sides.now.length === 0 || sides.before.length === 0) return null;
  if (now.some((each) => each.part === "assets" && (isTooLarge(each) || each.verdict !== "accepted")))
    return null;
  const counts = await rowCounts(reader, "assets", sides);
  return counts.now > 0 && counts.before > 0 ? { missing: counts.removed, of: counts.before } : null;
}

/**
 * What the checks over the whole return find in a draft: its parts against one another, and against the approved return
 * of the census before. They are made anew each time, since sending one file changes what is said of another. Each is
 * put to a file that no version holds yet, where it can be explained; one that could be put to none is not made, since
 * nobody could answer it.
 *
 * @param draft the organisation's return for the census
 */
export async function findInWholeDraft(
  reader: Reader,
  { organisation, census }: { organisation: string; census: string },
  draft: string,
): Promise<WholeFinding[]> {
  const parts = await draftParts(reader, draft);
  // Without staff the return cannot be submitted, and what stands in its way says so.
  if (!parts.some(({ part }) => part === "workforce")) return [];
  const ids = parts.map(({ id }) => id);
  const [held, reasons] = [await heldParts(reader, ids), await reasonsGiven(reader, ids)];
  const files = parts.map((each) => ({
    file: each.fileName,
    part: each.part,
    unit: each.serviceUnit,
    // What is not summed is asked nothing, as what has errors is not.
    verdict: isTooLarge(each) ? ("errors" as const) : each.verdict,
    rows: each.rows,
  }));
  const sums = await sumsOf(reader, parts, census);
  const lastYear = await lastYearOf(reader, organisation, census);
  const assetsLost = lastYear && (await assetsLostSince(reader, parts, lastYear.parts));
  const whole = { files, sums, lastYear: lastYear?.sums ?? null, assetsLost };
  return findInReturn(whole).flatMap(({ check, part, message }): WholeFinding[] => {
    const { code, severity, mend } = check;
    const near = [...parts].sort((one, other) => Number(other.part === part) - Number(one.part === part));
    const at =
      near.find(({ id }) => !held.has(id)) ??
      near.find(({ id }) => severity === "notice" || reasons.get(id)?.has(code));
    if (!at) return [];
    const nowhere = { line: null, column: null, header: null, position: null, value: null };
    return [
      {
        partId: at.id,
        finding: { severity, code, ...nowhere, message, mend },
        reason: reasons.get(at.id)?.get(code) ?? null,
      },
    ];
  });
}

/** Counts of a file's rules, with those that the checks over the whole return found and put to it. */
export const withWholeFindings = <P extends { id: string; counts: { severity: string }[] }>(
  part: P,
  found: readonly WholeFinding[],
): P => ({
  ...part,
  counts: [
    ...part.counts,
    ...found
      .filter(({ partId }) => partId === part.id)
      .map(({ finding: { severity, code }, reason }) => ({ severity, code, count: 1, reason })),
  ].sort((one, other) => ORDER.indexOf(one.severity) - ORDER.indexOf(other.severity)),
});

const ORDER = ["error", "warning", "notice"];
