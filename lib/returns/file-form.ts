import { type CheckFile, checkInPieces } from "./check-file";
import { createBytesToText, type Encoding } from "./reading/bytes-to-text";
import { createRecordReader } from "./reading/records";

/** How a file is written. */
export type FileForm = { encoding: Encoding; delimiter: string };

type Header = { cells: readonly string[]; line: number };

const DELIMITERS = [",", ";", "\t", "|"];

/** Characters at the beginning of a file in which its header stands, and more. */
const HEAD = 2 * 1024 * 1024;

/**
 * Reads how a file is written: all of it, since the encoding shows late. Null where it would be refused. Which line is the
 * header is for the checks to say, which know more names of columns than the declared ones.
 *
 * @param source gives the file's bytes, each time that it is called
 */
export async function fileForm(
  file: Pick<CheckFile, "part" | "context">,
  source: () => AsyncIterable<Uint8Array>,
): Promise<FileForm | null> {
  const header = await headerOf(file, source());
  if (!header) return null;
  let head = "";
  const text = createBytesToText({
    text(piece) {
      if (head.length < HEAD) head += piece;
      return null;
    },
    lineAfter: () => 1,
  });
  for await (const bytes of source()) if (text.push(bytes)) return null;
  if (text.end()) return null;
  const delimiter = DELIMITERS.find((mark) => splitsInto(head, mark, header));
  return delimiter === undefined ? null : { encoding: text.encoding(), delimiter };
}

async function headerOf(
  file: Pick<CheckFile, "part" | "context">,
  source: AsyncIterable<Uint8Array>,
): Promise<Header | null> {
  const found: Header[] = [];
  const onRecord: CheckFile["onRecord"] = (cells, line, kind) => {
    if (kind === "header") found.push({ cells: [...cells], line });
  };
  for await (const _ of checkInPieces({ ...file, source, onRecord })) if (found.length > 0) break;
  return found[0] ?? null;
}

/** Whether a mark parts the cells of the header as they were parted when it was found. */
function splitsInto(head: string, mark: string, header: Header): boolean {
  let same = false;
  const records = createRecordReader(mark, (cells, line) => {
    if (line === header.line)
      same = cells.length === header.cells.length && cells.every((cell, at) => cell === header.cells[at]);
    return null;
  });
  if (records.push(head) === null) records.end();
  return same;
}
