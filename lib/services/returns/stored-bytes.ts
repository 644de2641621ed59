import { createHash } from "node:crypto";
import { chunkAt } from "@/db/queries/chunks";
import { partById, type ReceivedPart } from "@/db/queries/parts";
import { inTransaction } from "@/db/transaction";
import type { Site } from "../site";
import { own } from "../standing";
import { unpack } from "./packed-piece";

/**
 * The bytes of a received file as they came, piece by piece, compared on the way with what was written down when it was
 * received. The last piece is given once the whole is known to be right: who has all of it has the very file, and one
 * whose bytes differ in number or in SHA-256 throws before its end. Memory holds two pieces; each is read in a
 * transaction of its own, so that a slow reader holds no connection.
 */
export async function* storedBytes(
  site: Site,
  organisation: string,
  part: Pick<ReceivedPart, "id" | "byteCount" | "sha256">,
): AsyncGenerator<Buffer<ArrayBuffer>> {
  const hash = createHash("sha256");
  let byteCount = 0;
  let held: Buffer<ArrayBuffer> | null = null;
  for (let position = 0; ; position++) {
    const read = await inTransaction(site.pool, own(organisation), async (reader) => {
      const chunk = await chunkAt(reader, part.id, position);
      return { chunk, gone: chunk === null && (await partById(reader, part.id)) === null };
    });
    if (read.gone) throw broken(organisation, part, "it was replaced or taken out while it was being read");
    if (read.chunk === null) break;
    const bytes = read.chunk.packed ? unpack(read.chunk.bytes) : read.chunk.bytes;
    if (bytes === null)
      throw broken(
        organisation,
        part,
        `its piece ${position} can no longer be unpacked. Restore the database from a backup, or ask the organisation to send the file again`,
      );
    byteCount += bytes.length;
    hash.update(bytes);
    if (byteCount > part.byteCount) break;
    if (held) yield held;
    held = bytes;
  }
  if (byteCount !== part.byteCount)
    throw broken(
      organisation,
      part,
      `${part.byteCount} bytes were received, and ${byteCount > part.byteCount ? "more" : byteCount} are stored. Restore the database from a backup, or ask the organisation to send the file again`,
    );
  if (hash.digest("hex") !== part.sha256)
    throw broken(
      organisation,
      part,
      "the SHA-256 of what is stored is not that of what was received. Restore the database from a backup, or ask the organisation to send the file again",
    );
  if (held) yield held;
}

/** Logged for whoever runs the site, by the file's own number: its name may hold anything. */
function broken(organisation: string, { id }: { id: string }, why: string): Error {
  const error = new Error(`The stored file ${id} of ${organisation} was not given out whole: ${why}.`);
  console.error(error.message);
  return error;
}
