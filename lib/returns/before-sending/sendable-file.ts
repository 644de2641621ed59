import type { RecordKind } from "../annotate";
import { tidy } from "../cells/tidy";
import { isHashedPersonKey } from "../person-key";
import type { HeaderMatch } from "../reading/match-headers";

/**
 * What becomes of person keys: hashed by the function, or left out with their column; `as-they-are` where all of them are
 * hashed already, and a raw one would be an error of ours.
 */
export type PersonKeysSent = { hash: (raw: string) => string } | "leave-out" | "as-they-are";

type Layout = { delimiter: string; width: number; kept: readonly number[]; keys: ReadonlySet<number> };

/**
 * Writes a file again as it may leave the organisation: the declared columns alone, person keys hashed or left out,
 * nothing of the lines above the header or of rows that are not counted. Cells stay as they were, and every record
 * stays on its physical line, so that what is found in the file that was sent is found where the sender's own has it.
 *
 * @param write takes the text, piece by piece
 */
export function createSendableFile(keys: PersonKeysSent, write: (text: string) => void) {
  let layout: Layout | null = null;
  let line = 1;

  const put = (cells: readonly string[], at: number, delimiter: string) => {
    if (at > line) write("\r\n".repeat(at - line));
    const quoted = new RegExp(`["\\r\\n${delimiter === "\t" ? "\\t" : `\\${delimiter}`}]`);
    const texts = cells.map((cell) => (quoted.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell));
    const text = texts.join(delimiter);
    // A record of one empty cell would be a blank line.
    write(`${text === "" ? '""' : text}\r\n`);
    line = Math.max(at, line) + 1 + lineEnds(text);
  };

  return {
    onHeader({ headers, columns }: HeaderMatch, delimiter: string, at: number): void {
      const isKey = (position: number) => columns[position]?.name === "person_key";
      const declared = headers.flatMap((_, position) => (columns[position] ? [position] : []));
      const kept = keys === "leave-out" ? declared.filter((position) => !isKey(position)) : declared;
      layout = { delimiter, width: headers.length, kept, keys: new Set(kept.filter(isKey)) };
      put(
        kept.map((position) => headers[position] ?? ""),
        at,
        delimiter,
      );
    },
    onRecord(cells: readonly string[], at: number, kind: RecordKind): void {
      if (!layout || kind !== "row") return;
      const { keys: ofKeys, kept, width, delimiter } = layout;
      const row = kept.map((position) => {
        const cell = cells[position] ?? "";
        return ofKeys.has(position) ? sentKey(cell, keys) : cell;
      });
      // That something stands beyond the last column is an error, and stays one; what it is stays here.
      const beyond = cells.slice(width);
      if (beyond.some((cell) => cell.trim() !== ""))
        row.push(...beyond.map((cell) => (cell.trim() === "" ? "" : "?")));
      put(row, at, delimiter);
    },
  };
}

function sentKey(cell: string, keys: PersonKeysSent): string {
  const { text } = tidy(cell);
  if (text === "" || isHashedPersonKey(text)) return text;
  if (typeof keys !== "string") return keys.hash(text);
  if (keys === "leave-out") return "";
  throw new Error("A raw person key stands in a file whose keys are all hashed.");
}

/** Line ends inside a record. */
const lineEnds = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0;
