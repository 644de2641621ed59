import { reasonsGiven } from "@/db/queries/acknowledgements";
import { draftParts } from "@/db/queries/draft-parts";
import { heldParts, type ReceivedPart } from "@/db/queries/parts";
import type { Reader } from "@/db/transaction";
import { findInReturn } from "@/lib/returns/checks/return-checks";
import type { Finding } from "@/lib/returns/report";
import type { Lost, ReturnSums } from "@/lib/returns/return-sums";
import { haveManyRows, knownRowCounts, rowCounts, sidesOf } from "./difference-between";
import { sumsOfFiles } from "./file-sums";
import { lastYearsAnswer } from "./previous-version";
import { isUnderWay } from "./work-out-ahead";

/** What a check over the whole return found, at the file of the draft where it is shown and explained. */
export type WholeFinding = { partId: string; finding: Finding; reason: string | null };

/** The organisation's approved files of the census before, and what they came to; null where there are none. */
async function lastYearOf(
  reader: Reader,
  organisation: string,
  census: string,
): Promise<{ parts: readonly ReceivedPart[]; sums: ReturnSums; notSummed: readonly ReceivedPart[] } | null> {
  const before = await lastYearsAnswer(reader, organisation, census);
  if (before?.kind !== "files") return null;
  return { parts: before.parts, ...(await sumsOfFiles(reader, organisation, before.parts, before.census)) };
}

/** How many of last year's single devices are gone: the database matches them, as it does for the difference. */
async function assetsLostSince(
  reader: Reader,
  of: { organisation: string; census: string },
  now: readonly ReceivedPart[],
  before: readonly ReceivedPart[],
  complete: boolean,
): Promise<Lost | null> {
  const { organisation } = of;
  const sides = sidesOf({ parts: now, before }, "assets");
  if (sides.now.length === 0 || sides.before.length === 0) return null;
  if (now.some(({ part, verdict }) => part === "assets" && verdict !== "accepted")) return null;
  const waits = !complete && haveManyRows([...now, ...before]) && (await isUnderWay(reader, of));
  const count = waits ? knownRowCounts : rowCounts;
  const counts = await count(reader, organisation, "assets", sides);
  if (!counts) return null;
  return counts.now > 0 && counts.before > 0 ? { missing: counts.removed, of: counts.before } : null;
}

/**
 * What the checks over the whole return find in a draft: its parts against one another, and against the approved return
 * of the census before. They are made anew each time, since sending one file changes what is said of another. Each is
 * put to a file that no version holds yet, where it can be explained; one that could be put to none is not made, since
 * nobody could answer it.
 *
 * @param draft the organisation's return for the census
 * @param complete whether what a worker is still at is worked out here too, as before it is submitted; else it is left
 * out until the worker has ended
 */
export async function findInWholeDraft(
  reader: Reader,
  { organisation, census }: { organisation: string; census: string },
  draft: string,
  { complete = false } = {},
): Promise<WholeFinding[]> {
  const parts = await draftParts(reader, draft);
  // Without staff the return cannot be submitted, and what stands in its way says so.
  if (!parts.some(({ part }) => part === "workforce")) return [];
  const ids = parts.map(({ id }) => id);
  const [held, reasons] = [await heldParts(reader, ids), await reasonsGiven(reader, ids)];
  const { sums, notSummed } = await sumsOfFiles(reader, organisation, parts, census);
  const files = parts.map((each) => ({
    file: each.fileName,
    part: each.part,
    unit: each.serviceUnit,
    // What is not summed is asked nothing, as what has errors is not.
    verdict: notSummed.includes(each) ? ("errors" as const) : each.verdict,
    rows: each.rows,
  }));
  const before = await lastYearOf(reader, organisation, census);
  const assetsLost =
    before && (await assetsLostSince(reader, { organisation, census }, parts, before.parts, complete));
  // A sum without one of its files would be another sum.
  const lastYear = before && before.notSummed.length === 0 ? before.sums : null;
  const whole = { files, sums, lastYear, assetsLost };
  const found = findInReturn(whole).flatMap(({ check, part, message }): WholeFinding[] => {
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
  return [...found, ...tooLarge(parts, notSummed, before?.notSummed ?? [])];
}

const TOO_LARGE_MEND =
  "Look yourself whether it agrees with the other parts and with last year, or send one file for each service unit.";

/** Of files that are too large to be added up for a page: that it was not done, and what was not asked therefore. */
function tooLarge(
  parts: readonly ReceivedPart[],
  now: readonly ReceivedPart[],
  before: readonly ReceivedPart[],
): WholeFinding[] {
  const nowhere = { line: null, column: null, header: null, position: null, value: null };
  const notice = (partId: string, message: string): WholeFinding => ({
    partId,
    finding: { severity: "notice", code: "not-held-together", ...nowhere, message, mend: TOO_LARGE_MEND },
    reason: null,
  });
  const rowsOf = ({ rows }: ReceivedPart) => rows.toLocaleString("en-GB");
  const ofNow = now.map((part) =>
    notice(
      part.id,
      `This file has ${rowsOf(part)} rows, too many to be held against the return's other parts and last year's: no check over the whole return that reads ${part.part} was made.`,
    ),
  );
  const [at] = parts;
  const [one] = before;
  if (!at || !one) return ofNow;
  return [
    ...ofNow,
    notice(
      at.id,
      `Last year's ${one.part} file has ${rowsOf(one)} rows, too many to be added up here: but for single devices gone, nothing was held against last year's return.`,
    ),
  ];
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
