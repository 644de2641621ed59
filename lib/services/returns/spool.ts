import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fail, ok, type Result } from "@/lib/result";

/** A received file, whole, on this machine's disk: nothing of it is anywhere else yet. */
export type Spooled = {
  byteCount: number;
  sha256: string;
  read: (pieceSize: number) => AsyncIterable<Buffer>;
  remove: () => Promise<void>;
};

/** The largest file that is taken, in bytes. */
export const uploadLimit = (): number => Number(process.env.MUSTER_UPLOAD_LIMIT ?? 1024 ** 3);

const inWords = (bytes: number) => `${bytes.toLocaleString("en-GB")} bytes`;

export const tooLarge = (limit: number) =>
  fail(
    "too-large",
    `The file is larger than ${inWords(limit)}, the most that is taken.`,
    "Send one organisation and one twelve months only, or sum the rows first.",
  );

/**
 * Writes an upload to a temporary file, so that a slow sender holds no database connection and one that stops half-way
 * leaves nothing behind. Constant memory.
 */
export async function spool(
  source: AsyncIterable<Uint8Array>,
  declaredLength: number | null,
): Promise<Result<Spooled>> {
  const limit = uploadLimit();
  if (declaredLength !== null && declaredLength > limit) return tooLarge(limit);
  const path = join(tmpdir(), `muster-upload-${randomUUID()}`);
  const file = await open(path, "wx", 0o600);
  const remove = () => rm(path, { force: true });
  const hash = createHash("sha256");
  let byteCount = 0;
  let refused: ReturnType<typeof fail> | null = null;
  let unwritten: unknown;
  try {
    for await (const piece of source) {
      byteCount += piece.length;
      if (byteCount > limit) {
        refused = tooLarge(limit);
        break;
      }
      hash.update(piece);
      try {
        await file.writeFile(piece);
      } catch (cause) {
        unwritten = cause;
        break;
      }
    }
  } catch {
    // The sender went away, which is no failure of ours.
    refused = fail(
      "upload-cut-off",
      `The upload stopped after ${inWords(byteCount)}; nothing was stored.`,
      "Send the file again.",
    );
  }
  await file.close();
  if (unwritten !== undefined) {
    await remove();
    if ((unwritten as NodeJS.ErrnoException).code !== "ENOSPC") throw unwritten;
    return fail(
      "no-room",
      "There is no room on the server for this file.",
      "Tell whoever runs Muster that its temporary folder is full; nothing was stored.",
    );
  }
  if (!refused && declaredLength !== null && declaredLength !== byteCount)
    refused = fail(
      "length-differs",
      `The upload said it was ${inWords(declaredLength)} long, and ${inWords(byteCount)} came; nothing was stored.`,
      "Send the file again.",
    );
  if (refused) {
    await remove();
    return refused;
  }
  return ok({
    byteCount,
    sha256: hash.digest("hex"),
    read: (pieceSize) => createReadStream(path, { highWaterMark: pieceSize }) as AsyncIterable<Buffer>,
    remove,
  });
}
