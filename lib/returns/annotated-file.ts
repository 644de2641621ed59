import { createAnnotator } from "./annotate";
import { type CheckFile, checkInPieces } from "./check-file";
import type { Finding } from "./report";

/**
 * A file given back with what was found beside each row, piece by piece. It begins with the mark of UTF-8, without which
 * Excel reads it as Windows-1252.
 *
 * @param findings those of this very file
 */
export async function* annotatedFile(
  file: Pick<CheckFile, "part" | "context"> & { source: AsyncIterable<Uint8Array> },
  findings: readonly Finding[],
): AsyncGenerator<string> {
  const annotated = createAnnotator(findings);
  let text = "\ufeff";
  const onRecord: CheckFile["onRecord"] = (cells, line, kind) => {
    text += annotated(cells, line, kind);
  };
  for await (const _ of checkInPieces({ ...file, onRecord })) {
    if (text === "") continue;
    yield text;
    text = "";
  }
}
