import type { Part } from "../part";
import { createBytesToText, type Encoding } from "./bytes-to-text";
import { findHeader, holdsHeaderLines } from "./find-header";

/** How a file is written. */
export type FileForm = { encoding: Encoding; delimiter: string };

/** Characters at the beginning of a file among which its header is looked for, when it has fewer than 20 lines. */
const MOST_HEAD = 1024 * 1024;

/** Reads how a file is written, all of it, since the encoding shows late; null where it would be refused. */
export async function fileForm(
  part: Part,
  source: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<FileForm | null> {
  let head = "";
  let delimiter: string | null = null;
  const find = (final: boolean) => {
    delimiter ??= findHeader(part, head, final)?.delimiter ?? null;
  };
  const text = createBytesToText({
    text(piece) {
      if (delimiter !== null) return null;
      head += piece;
      if (holdsHeaderLines(head) || head.length > MOST_HEAD) find(false);
      return null;
    },
    lineAfter: () => 1,
  });
  for await (const bytes of source) if (text.push(bytes)) return null;
  if (text.end()) return null;
  find(true);
  return delimiter === null ? null : { encoding: text.encoding(), delimiter };
}
