import { collections } from "@/db/queries/collections";
import { draftParts } from "@/db/queries/draft-parts";
import { type ReceivedPart, submissionParts } from "@/db/queries/parts";
import { returnId } from "@/db/queries/returns";
import { type Submission, submissionsOf } from "@/db/queries/submissions";
import type { Reader } from "@/db/transaction";

/** An approved answer that another is held against: of the same census, or of the one before. */
export type Previous = { census: string; version: number; kind: "files" | "nil"; parts: ReceivedPart[] };

/** What is compared: the draft, or the version that holds the same files or was asked for. */
export type Compared = { version: number | null; parts: ReceivedPart[]; previous: Previous | null };

/** The organisation's approved answer to the census before; null where there is none. */
export async function lastYearsAnswer(
  reader: Reader,
  organisation: string,
  census: string,
): Promise<Previous | null> {
  const before = (await collections(reader))
    .map((one) => one.census)
    .filter((one) => one < census)
    .sort()
    .at(-1);
  const id = before === undefined ? null : await returnId(reader, before, organisation);
  if (before === undefined || id === null) return null;
  const approved = (await submissionsOf(reader, id)).find(({ state }) => state === "approved");
  return approved ? asPrevious(reader, before, approved) : null;
}

const asPrevious = async (
  reader: Reader,
  census: string,
  { id, version, kind }: Submission,
): Promise<Previous> => ({ census, version, kind, parts: await submissionParts(reader, id) });

/**
 * The draft and what it is held against: the latest version of the same census that was approved, else last year's
 * approved answer. A draft whose files are those of a version is that version, held against what came before it; so is
 * the version asked for. Null where that one is none of this return's.
 *
 * @param draft the organisation's return for the census
 */
export async function comparedVersions(
  reader: Reader,
  { organisation, census }: { organisation: string; census: string },
  draft: string,
  asked: number | null = null,
): Promise<Compared | null> {
  const all = await submissionsOf(reader, draft);
  const versions = all.filter(({ kind }) => kind === "files");
  const inWork = await draftParts(reader, draft);
  let found: { version: number; parts: ReceivedPart[] } | null = null;
  for (const { id, version, state } of versions) {
    // The files of one that was sent back or replaced, taken up again, would be another version.
    if (asked === null ? state !== "submitted" && state !== "approved" : version !== asked) continue;
    const parts = await submissionParts(reader, id);
    if (asked === null && !sameFiles(parts, inWork)) continue;
    found = { version, parts };
    break;
  }
  if (asked !== null && !found) return null;
  const approved = all.find(
    ({ version, state }) =>
      (state === "approved" || state === "superseded") && (!found || version < found.version),
  );
  const previous = approved
    ? await asPrevious(reader, census, approved)
    : await lastYearsAnswer(reader, organisation, census);
  return { version: found?.version ?? null, parts: found?.parts ?? inWork, previous };
}

/** Whether two versions hold the very same files. */
export const sameFiles = (some: readonly ReceivedPart[], others: readonly ReceivedPart[]): boolean =>
  some.length === others.length && some.every((one) => others.some((other) => other.id === one.id));
