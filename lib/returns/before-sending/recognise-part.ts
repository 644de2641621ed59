import type { Mapping } from "../mapping/mapping";
import type { PartName } from "../part";
import { PARTS } from "../parts";
import { createBytesToText } from "../reading/bytes-to-text";
import { findHeader } from "../reading/find-header";

/**
 * The part of a return that a file is, by its header.
 *
 * @param head the first bytes of the file: its first 20 lines, or all of it
 * @param expected the part that is taken where the header fits it as well as any other
 * @returns null where no line of them looks like a header of ours
 */
export function recognisePart(head: Uint8Array, expected: PartName, mapping?: Mapping): PartName | null {
  let read = "";
  const text = createBytesToText({
    text(piece) {
      read += piece;
      return null;
    },
    lineAfter: () => 1,
  });
  // The last letter may be cut in two; what was read before it is enough.
  if (!text.push(head)) text.end();
  const header = findHeader(PARTS[expected], read, true, mapping);
  return header && (header.anotherPart ?? expected);
}
