import { type BrotliOptions, brotliCompress, brotliDecompressSync, constants } from "node:zlib";

/** Bytes of a file in one piece of what is kept of it. */
export const PIECE = 1024 * 1024;

/** Pieces of fewer bytes are kept as they came: there is nothing to gain. */
const SMALL = 64 * 1024;

/**
 * The quickest Brotli: lines of a table shrink to a sixth in some 4 ms a MiB, on a thread of its own. It looks back over
 * a quarter of a piece, since its memory is the web process's.
 */
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_LGWIN]: 18 } };

/** A piece as it is kept: in fewer bytes, or as it came where that would not be fewer. */
export async function pack(piece: Buffer): Promise<{ bytes: Uint8Array; packed: boolean }> {
  if (piece.length < SMALL) return { bytes: piece, packed: false };
  const bytes = await new Promise<Buffer>((resolve, reject) =>
    brotliCompress(piece, QUICK, (error, packed) => (error ? reject(error) : resolve(packed))),
  );
  return bytes.length < piece.length ? { bytes, packed: true } : { bytes: piece, packed: false };
}

/** A packed piece as it came; null where what is kept can be no packed piece. */
export function unpack(bytes: Buffer): Buffer<ArrayBuffer> | null {
  try {
    const options: BrotliOptions & { info: true } = { maxOutputLength: PIECE, info: true };
    const read = brotliDecompressSync(bytes, options) as unknown as {
      buffer: Buffer<ArrayBuffer>;
      engine: { bytesWritten: number };
    };
    // What stands after its end was never written by `pack`.
    return read.engine.bytesWritten === bytes.length ? read.buffer : null;
  } catch {
    return null;
  }
}
