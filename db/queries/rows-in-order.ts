import type { Part, Row } from "@/lib/returns/part";
import { rowTable } from "../declared-tables";
import type { Reader } from "../transaction";
import { asRead } from "./declared-rows";

/** The rows of one file whose lines come after a given one, the next so many, with the last line among them. */
export async function rowsAfter(
  reader: Reader,
  part: Part,
  { partId, line, limit }: { partId: string; line: number; limit: number },
): Promise<{ rows: Row[]; last: number | null }> {
  const rows = await reader.rows<Row & { "line of the file": number }>(
    `SELECT line AS "line of the file", ${part.columns.map(asRead).join(", ")} FROM intake.${rowTable(part.name)}
     WHERE part_id = ANY(ARRAY[$1::uuid]) AND line > $2 ORDER BY line LIMIT $3`,
    [partId, line, limit],
  );
  return { rows, last: rows.at(-1)?.["line of the file"] ?? null };
}

/** The optional columns that a file did not have. */
export async function absentColumns(reader: Reader, partId: string): Promise<ReadonlySet<string>> {
  const rows = await reader.rows<{ name: string }>(
    `SELECT column_name AS name FROM intake.finding WHERE part_id = $1 AND code = 'missing-optional-column'`,
    [partId],
  );
  return new Set(rows.map(({ name }) => name));
}
