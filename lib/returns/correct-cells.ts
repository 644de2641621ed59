import type { FileForm } from "./file-form";
import { createBytesToText } from "./reading/bytes-to-text";
import { createCodeUnits, markLength, unitsOf } from "./reading/code-units";
import { createRecordReader } from "./reading/records";
import { writtenCells } from "./reading/written-cells";

/** What is to stand in the cell at a position, counted from 1 as findings count it. */
export type CellCorrection = { position: number; value: string };

type CorrectCells = {
  source: AsyncIterable<Uint8Array>;
  form: FileForm;
  /** What is to be changed in the record that starts on a line. */
  correction: (line: number) => CellCorrection | null;
};

/** Whether a value can be written into a file as it is; if not, the file has to become UTF-8. */
export const canBeWritten = (value: string, { encoding }: FileForm): boolean =>
  unitsOf(value, encoding) !== null;

/**
 * A file with some of its cells changed, piece by piece: encoding, delimiter, quotation marks and line ends stay as the
 * sender has them, and every other byte is the same. A cell is quoted if it was, or if it must be now; a record that ends
 * before the cell is filled up with empty ones. Lines are counted by the reader that made the findings.
 */
export async function* correctCells({
  source,
  form: { encoding, delimiter },
  correction,
}: CorrectCells): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { units, bytes } = createCodeUnits(encoding);
  let made: string[] = [];
  // Of a file that was taken once, no record is too long; a unit is not a character, so the limit would be another.
  const records = createRecordReader(
    delimiter,
    (_cells, line, _flaw, text, from, to) => {
      const wanted = correction(line);
      const record = text.slice(from, to);
      made.push(wanted ? corrected(record, delimiter, wanted.position - 1, inUnits(wanted.value)) : record);
      return null;
    },
    Number.POSITIVE_INFINITY,
  );
  const inUnits = (value: string): string => {
    const found = unitsOf(value, encoding);
    if (found === null) throw new Error(`The value cannot be written in ${encoding}.`);
    return found;
  };
  let mark = markLength(encoding);
  for await (const piece of source) {
    const text = units(piece);
    if (mark > 0) made.push(text.slice(0, mark));
    records.push(text.slice(mark));
    mark -= Math.min(mark, text.length);
    yield bytes(made.join(""));
    made = [];
  }
  records.end();
  yield bytes(made.join(""));
}

function corrected(record: string, delimiter: string, at: number, value: string): string {
  const { cells, rest } = writtenCells(record, delimiter);
  while (cells.length <= at) cells.push("");
  const quoted = cells[at]?.startsWith('"') || value.includes(delimiter) || /["\r\n]/.test(value);
  cells[at] = quoted ? `"${value.replaceAll('"', '""')}"` : value;
  return cells.join(delimiter) + rest;
}

/** The file in UTF-8 with its mark, so that spreadsheets read it rightly: for what its own encoding cannot say. */
export async function* inUtf8(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = "\ufeff";
  const reader = createBytesToText({
    text(piece) {
      text += piece;
      return null;
    },
    lineAfter: () => 1,
  });
  const readable = (refused: object | null) => {
    if (refused) throw new Error("The file cannot be read any more, though it was received.");
  };
  for await (const piece of source) {
    readable(reader.push(piece));
    yield encoder.encode(text);
    text = "";
  }
  readable(reader.end());
  yield encoder.encode(text);
}
