/** Bytes that are read before others have their turn: some milliseconds of checking. */
const TURN = 64 * 1024;

/**
 * The same bytes in small pieces, others being answered between any two: for a large file that is read in this process
 * and not in a thread of its own.
 */
export async function* inTurns(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of source)
    for (let from = 0; from < piece.length; from += TURN) {
      yield piece.subarray(from, from + TURN);
      await new Promise((resolve) => setImmediate(resolve));
    }
}
