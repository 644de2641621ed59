import { createHash, randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withoutControls } from "@/lib/format/plain-text";
import { fail, ok, type Result } from "@/lib/result";

/** A received file, whole, on this machine's disk: nothing of it is anywhere else yet. */
export type Spooled = {
  byteCount: number;
  sha256: string;
  /** The open file's number in this process, for a thread that reads it. */
  fd: number;
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

/** Beside the site's other files, where there is room: a machine's temporary folder may be its memory. */
const spoolFolder = (): string =>
  process.env.MUSTER_STATE ? join(process.env.MUSTER_STATE, "uploads") : tmpdir();

/**
 * Writes an upload to a file without a name, so that a slow sender holds no database connection, and one that stops
 * half-way, or a process that is killed, leaves nothing behind. Constant memory. Throws where the disk fails.
 */
export async function spool(
  source: AsyncIterable<Uint8Array>,
  declaredLength: number | null,
): Promise<Result<Spooled>> {
  const limit = uploadLimit();
  if (declaredLength !== null && declaredLength > limit) return tooLarge(limit);
  const file = await openNameless();
  let kept = false;
  try {
    const written = await write(source, file, limit);
    if (!written.ok) return written;
    const { byteCount, sha256 } = written.value;
    if (declaredLength !== null && declaredLength !== byteCount)
      return fail(
        "length-differs",
        `The upload said it was ${inWords(declaredLength)} long, and ${inWords(byteCount)} came; nothing was stored.`,
        "Send the file again.",
      );
    kept = true;
    return ok({
      byteCount,
      sha256,
      fd: file.fd,
      read: (size) => piecesOf(file, size),
      remove: () => file.close(),
    });
  } finally {
    if (!kept) await file.close();
  }
}

/** A file whose name is gone at once: what it holds goes with the process that has it open, however that ends. */
async function openNameless(): Promise<FileHandle> {
  const folder = spoolFolder();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `muster-upload-${randomUUID()}`);
  const file = await open(path, "wx+", 0o600);
  try {
    await rm(path);
  } catch (cause) {
    await file.close();
    throw cause;
  }
  return file;
}

async function write(
  source: AsyncIterable<Uint8Array>,
  file: FileHandle,
  limit: number,
): Promise<Result<{ byteCount: number; sha256: string }>> {
  const hash = createHash("sha256");
  let byteCount = 0;
  const pieces = source[Symbol.asyncIterator]();
  for (;;) {
    let next: IteratorResult<Uint8Array>;
    try {
      next = await pieces.next();
    } catch (cause) {
      return cutOff(byteCount, cause);
    }
    if (next.done) return ok({ byteCount, sha256: hash.digest("hex") });
    byteCount += next.value.length;
    hash.update(next.value);
    const stop = byteCount > limit ? tooLarge(limit) : await writePiece(file, next.value);
    if (stop) {
      await pieces.return?.();
      return stop;
    }
  }
}

/** Null once it is written; a refusal where there is no room for it. */
async function writePiece(file: FileHandle, piece: Uint8Array) {
  try {
    await file.writeFile(piece);
    return null;
  } catch (cause) {
    if (!["ENOSPC", "EDQUOT"].includes((cause as NodeJS.ErrnoException).code ?? "")) throw cause;
    return fail(
      "no-room",
      "There is no room on the server for this file.",
      "Tell whoever runs Muster that the disk of its state folder is full; nothing was stored.",
    );
  }
}

/** How the system names a sender that went away. Any other of its errors, such as a disk's, is ours. */
const SENDER_GONE = new Set(["ECONNRESET", "ECONNABORTED", "EPIPE", "ETIMEDOUT"]);

function cutOff(byteCount: number, cause: unknown) {
  const { code = "", errno, message } = cause as NodeJS.ErrnoException;
  if (errno !== undefined && !SENDER_GONE.has(code)) throw cause;
  console.warn(`An upload stopped after ${inWords(byteCount)}:`, cause);
  // What bears no code of the system's was said by whoever gave the bytes: a form without its end, a file taken out.
  const why = code === "" && message ? ` (${withoutControls(message).replace(/\.$/, "").slice(0, 300)})` : "";
  return fail(
    "upload-cut-off",
    `The upload stopped after ${inWords(byteCount)}${why}; nothing was stored.`,
    "Send the file again.",
  );
}

async function* piecesOf(file: FileHandle, size: number): AsyncGenerator<Buffer> {
  for (let position = 0; ; ) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(size), 0, size, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
