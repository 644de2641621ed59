import type { Column, Part, Row } from "@/lib/returns/part";
import { rowTable } from "../declared-tables";
import type { Reader } from "../transaction";

/** A column as the row of a file has it: numbers as numbers, dates as ISO text. */
export function asRead({ name, type }: Column): string {
  if (type === "decimal" || type === "integer") return `"${name}"::float8`;
  return type === "date" ? `"${name}"::text` : `"${name}"`;
}

/** The rows of the given files as their part declares them, in the order of the files' lines. */
export const declaredRows = (reader: Reader, part: Part, parts: readonly string[]): Promise<Row[]> =>
  reader.rows<Row>(
    `SELECT ${part.columns.map(asRead).join(", ")} FROM intake.${rowTable(part.name)}
     WHERE part_id = ANY($1::uuid[]) ORDER BY part_id, line`,
    [parts],
  );
