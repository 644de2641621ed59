import type { PartName } from "@/lib/returns/part";
import type { Reader, Transaction } from "../transaction";
import { PART_COLUMNS, type ReceivedPart } from "./parts";
import { forgetResults } from "./worked-out";

/** The draft's files, by part and service unit. */
export function draftParts(reader: Reader, returnId: string): Promise<ReceivedPart[]> {
  return reader.rows<ReceivedPart>(
    `SELECT ${PART_COLUMNS} FROM intake.draft_part d JOIN intake.part p ON p.id = d.part_id
     WHERE d.return_id = $1 ORDER BY p.part DESC, p.service_unit`,
    [returnId],
  );
}

/** Lets a received file stand in the draft, and forgets the one it replaces unless a submission holds it. */
export async function setDraftPart(
  transaction: Transaction,
  draft: { returnId: string; organisation: string; part: PartName; serviceUnit: string; partId: string },
): Promise<void> {
  const replaced = await transaction.rows<{ partId: string; held: boolean }>(
    `WITH replaced AS (
       SELECT d.part_id, EXISTS (SELECT FROM intake.submission_part s WHERE s.part_id = d.part_id) AS held
       FROM intake.draft_part d WHERE d.return_id = $1 AND d.part = $3 AND d.service_unit = $4
     ), put AS (
       INSERT INTO intake.draft_part (return_id, organisation, part, service_unit, part_id) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (return_id, part, service_unit) DO UPDATE SET part_id = excluded.part_id
     ) SELECT part_id AS "partId", held FROM replaced`,
    [draft.returnId, draft.organisation, draft.part, draft.serviceUnit, draft.partId],
  );
  const old = replaced[0];
  if (old && !old.held && old.partId !== draft.partId)
    await forgetPart(transaction, old.partId, draft.organisation);
}

/** Takes a file out of the draft. */
export async function removeDraftPart(
  transaction: Transaction,
  draft: { returnId: string; organisation: string; part: PartName; serviceUnit: string },
): Promise<boolean> {
  const removed = await transaction.rows<{ partId: string; held: boolean }>(
    `DELETE FROM intake.draft_part d WHERE d.return_id = $1 AND d.part = $2 AND d.service_unit = $3
     RETURNING d.part_id AS "partId", EXISTS (SELECT FROM intake.submission_part s WHERE s.part_id = d.part_id) AS held`,
    [draft.returnId, draft.part, draft.serviceUnit],
  );
  const old = removed[0];
  if (old && !old.held) await forgetPart(transaction, old.partId, draft.organisation);
  return removed.length > 0;
}

async function forgetPart(transaction: Transaction, partId: string, organisation: string): Promise<void> {
  await transaction.rows("SELECT intake.drop_rows($1, $2)", [partId, organisation]);
  await forgetResults(transaction, organisation, partId);
  await transaction.rows("DELETE FROM intake.part WHERE id = $1", [partId]);
}

/** The organisations that the accepted profiles of a draft say are served; null while there is none. */
export async function servedIn(reader: Reader, draft: readonly ReceivedPart[]): Promise<string[] | null> {
  const profiles = draft.filter(({ part, verdict }) => part === "profile" && verdict === "accepted");
  if (profiles.length === 0) return null;
  // By the files' own ids, so that no partition but theirs is opened.
  const [row] = await reader.rows<{ served: string[] | null }>(
    `SELECT array_agg(DISTINCT served) AS served
     FROM intake.profile_row, unnest(organisations_served) AS served WHERE part_id = ANY($1::uuid[])`,
    [profiles.map(({ id }) => id)],
  );
  return row?.served ?? [];
}
