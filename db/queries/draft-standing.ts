import type { Reader } from "../transaction";

/** Where a file of a draft stands: of which census, and whether a version holds it already. */
export type DraftStanding = { census: string; held: boolean };

/** Null for a file that stands in no draft any more. */
export async function draftStanding(reader: Reader, partId: string): Promise<DraftStanding | null> {
  const rows = await reader.rows<DraftStanding>(
    `SELECT r.census::text, EXISTS (SELECT FROM intake.submission_part s WHERE s.part_id = d.part_id) AS held
     FROM intake.draft_part d JOIN intake.return r ON r.id = d.return_id WHERE d.part_id = $1`,
    [partId],
  );
  return rows[0] ?? null;
}
