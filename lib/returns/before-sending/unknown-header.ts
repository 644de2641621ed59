import { createBytesToText } from "../reading/bytes-to-text";
import { HEADER_LINES } from "../reading/find-header";
import { createRecordReader } from "../reading/records";

/** What may be the header of a file of which no header is known: its cells, and what is in the columns below. */
export type UnknownHeader = {
  headers: readonly string[];
  /** By header: the first values of its column. */
  samples: Readonly<Record<string, readonly string[]>>;
};

const DELIMITERS = [",", ";", "\t", "|"];
const SAMPLES = 3;
const LONGEST = 100;
/** With fewer it is a title, or no table. */
const LEAST = 2;

/**
 * The line of the first 20 that looks most like a header: with the most cells that are filled, different and no numbers,
 * the first of equals. For its sender to say what it means; nothing is read by it.
 *
 * @param head the first bytes of the file: its first 20 lines and some rows, or all of it
 * @returns null where no line has two such cells, or the bytes are no text
 */
export function unknownHeader(head: Uint8Array): UnknownHeader | null {
  const text = textOf(head);
  if (text === null) return null;
  let best: { cells: readonly string[]; below: string[][] } | null = null;
  for (const delimiter of DELIMITERS) {
    const records: { cells: string[]; line: number }[] = [];
    const reader = createRecordReader(delimiter, (cells, line) => {
      records.push({ cells: cells.map((cell) => cell.trim()), line });
      return null;
    });
    if (reader.push(text) === null) reader.end();
    for (const [at, { cells, line }] of records.entries()) {
      if (line > HEADER_LINES || wordsIn(cells) < LEAST || wordsIn(cells) <= wordsIn(best?.cells ?? []))
        continue;
      best = { cells, below: records.slice(at + 1).map((record) => record.cells) };
    }
  }
  if (best === null) return null;
  const { cells, below } = best;
  const headers = [...new Set(cells.filter((cell) => cell !== "" && cell.length <= LONGEST))];
  const valuesOf = (header: string) => below.map((row) => row[cells.indexOf(header)] ?? "").filter(Boolean);
  return {
    headers,
    samples: Object.fromEntries(
      headers.map((header) => [header, [...new Set(valuesOf(header))].slice(0, SAMPLES)]),
    ),
  };
}

/** Cells that could be names of columns. */
const wordsIn = (cells: readonly string[]): number =>
  new Set(cells.filter((cell) => cell !== "" && cell.length <= LONGEST && !/^[\d\s.,:/£%+-]+$/.test(cell)))
    .size;

function textOf(bytes: Uint8Array): string | null {
  let read = "";
  const text = createBytesToText({
    text(piece) {
      read += piece;
      return null;
    },
    lineAfter: () => 1,
  });
  // The last letter may be cut in two; what was read before it is enough.
  if (text.push(bytes)) return null;
  text.end();
  return read;
}
