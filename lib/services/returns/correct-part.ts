import { draftStanding } from "@/db/queries/draft-standing";
import { findingsOf } from "@/db/queries/findings";
import { partById, type ReceivedPart, returnOfPart } from "@/db/queries/parts";
import { inTransaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { fail, ok, type Result } from "@/lib/result";
import { personalData } from "@/lib/returns/cells/personal-data";
import { everyFindingOf } from "@/lib/returns/check-file";
import { canBeWritten, correctCells, inUtf8 } from "@/lib/returns/correct-cells";
import { type CellFinding, isOfOneCell, judgesTheValueAlone } from "@/lib/returns/correctable";
import { fileForm } from "@/lib/returns/file-form";
import { KEPT_OF_A_RULE } from "@/lib/returns/finding-log";
import type { PartName } from "@/lib/returns/part";
import { PARTS } from "@/lib/returns/parts";
import type { CheckContext, Finding, Report } from "@/lib/returns/report";
import type { Site } from "../site";
import { own } from "../standing";
import { checkContext } from "./check-context";
import { inTurns } from "./in-turns";
import { receivePart } from "./receive-part";
import { storedBytes } from "./stored-bytes";
import { toldValue } from "./told-value";

export type Correction = {
  organisation: string;
  partId: string;
  /** The rule, and the position of the column in the sender's file, counted from 1. */
  code: string;
  position: number;
  /** One cell by its line; or every cell in which the rule found a value. */
  where: { line: number } | { value: string };
  to: string;
};

export type Corrected = {
  /** The file as it is now: another one, since a received file never changes. */
  partId: string;
  report: Report | null;
  column: string;
  cells: number;
  /** What is still wrong with a cell that was corrected; null where nothing is. */
  still: string | null;
  /** Whether the file had to become UTF-8. */
  turned: boolean;
};

type Found = { part: ReceivedPart; census: string; sample: CellFinding; lines: ReadonlySet<number> | null };

/**
 * Corrects one cell of a file in work, or every cell in which a rule found one wrong value, and receives the result as
 * any other file is received: every other byte stays as it was sent.
 */
export async function correctPart(
  site: Site,
  viewer: Viewer,
  correction: Correction,
): Promise<Result<Corrected>> {
  const { organisation, to, position, code } = correction;
  if (!may(viewer, "upload a file", organisation)) return refusal(viewer, "upload a file", organisation);
  const read = await find(site, correction);
  if (!read.ok) return read;
  const { part, census, sample, context } = read.value;
  if (!may(viewer, "upload a file", organisation, part.serviceUnit))
    return refusal(viewer, "upload a file", organisation, part.serviceUnit);
  if (to === (sample.value ?? ""))
    return fail("same-value", "The cell says that already.", "Write what should stand there instead.");
  if (holdsPersonalData(part.part, sample.column, to))
    return fail(
      "personal-data",
      "What you wrote looks like personal data, so the file was not changed.",
      "Write no names, e-mail addresses, NI numbers or employee numbers.",
    );
  const source = () => inTurns(storedBytes(site, organisation, part));
  const lines = read.value.lines ?? (await allLines(part, source(), context, correction));
  const form = await fileForm({ part: part.part, context }, source);
  if (!form) throw new Error(`The stored file ${part.id} can no longer be read.`);
  const turned = !canBeWritten(to, form);
  const [only] = lines.size === 1 ? lines : [];
  const received = await receivePart(site, viewer, {
    organisation,
    census,
    part: part.part,
    serviceUnit: part.serviceUnit,
    fileName: part.fileName,
    source: correctCells({
      source: turned ? inUtf8(source()) : source(),
      form: turned ? { ...form, encoding: "utf-8-bom" } : form,
      correction: (line) => (lines.has(line) ? { position, value: to } : null),
    }),
    declaredLength: null,
    keyFingerprint: part.keyFingerprint,
    inPlaceOf: part.id,
    alsoRecord: (partId) => ({
      verb: "cells.corrected",
      detail: {
        rule: code,
        column: sample.column,
        ...(only === undefined ? { cells: lines.size } : { line: only }),
        part: partId,
        before: { part: part.id, value: toldValue(part.part, sample.column, sample.value ?? "") },
        after: { value: toldValue(part.part, sample.column, to) },
      },
    }),
  });
  if (!received.ok) return received;
  const { partId, report } = received.value;
  return ok({
    partId,
    report,
    column: sample.column,
    cells: lines.size,
    still: stillWrong(report, position, lines),
    turned,
  });
}

/** In a column of numbers, dates or codes many figures in a row are no person's, as where a file is checked. */
function holdsPersonalData(part: PartName, name: string, text: string): boolean {
  const { columns, freeText } = PARTS[part];
  const column = columns.find((each) => each.name === name);
  return personalData(text, freeText, column?.type !== "text" || column.key === true) !== null;
}

/** Whether a finding is one of those that are to be corrected. */
const meant =
  ({ code, position, where }: Correction) =>
  (finding: Finding): finding is CellFinding =>
    isOfOneCell(finding) &&
    finding.code === code &&
    finding.position === position &&
    ("line" in where ? finding.line === where.line : (finding.value ?? "") === where.value);

const stillWrong = (report: Report | null, position: number, lines: ReadonlySet<number>): string | null =>
  report?.findings.find(
    (finding) =>
      finding.severity === "error" &&
      finding.position === position &&
      finding.line !== null &&
      lines.has(finding.line),
  )?.message ?? null;

/** The file, and the lines to be corrected; null where not all of their findings were kept. */
function find(site: Site, correction: Correction): Promise<Result<Found & { context: CheckContext }>> {
  const { organisation, partId, code, where } = correction;
  return inTransaction(site.pool, own(organisation), async (reader) => {
    const part = await partById(reader, partId);
    const standing = await draftStanding(reader, partId);
    if (!part || !standing)
      return fail(
        "not-in-work",
        "This file no longer stands in the return in work, so it was not changed.",
        "Open the return again and look at the file that stands there now.",
      );
    if (!part.bytesKept)
      return fail(
        "bytes-not-kept",
        "The file's bytes were not kept, since it held more than rows of declared columns, so it cannot be corrected here.",
        "Correct your own copy and send it again.",
      );
    const kept = await findingsOf(reader, part.id, { rule: code, limit: KEPT_OF_A_RULE });
    const found = kept.filter(meant(correction));
    const [sample] = found;
    if (!sample || ("value" in where && !judgesTheValueAlone(code)))
      return fail(
        "no-such-finding",
        "Nothing is wrong with that cell any more.",
        "Open the findings again from the return.",
      );
    const cut =
      "value" in where && part.counts.some((each) => each.code === code && each.count > kept.length);
    const { id } = await returnOfPart(reader, part.id);
    const { census } = standing;
    return ok({
      part,
      census,
      sample,
      lines: cut ? null : new Set(found.map(({ line }) => line)),
      context: await checkContext(reader, { organisation, census }, id, part.mapping),
    });
  });
}

/** The lines of every finding that is meant, made again from the file where not all were kept. */
async function allLines(
  { part }: ReceivedPart,
  source: AsyncIterable<Uint8Array>,
  context: CheckContext,
  correction: Correction,
): Promise<ReadonlySet<number>> {
  const lines = new Set<number>();
  for await (const some of everyFindingOf({ part, source, context }, meant(correction)))
    for (const { line } of some) if (line !== null) lines.add(line);
  return lines;
}
