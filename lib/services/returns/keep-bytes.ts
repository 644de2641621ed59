import { insertChunk } from "@/db/queries/chunks";
import type { Transaction } from "@/db/transaction";
import { PIECE, pack } from "./packed-piece";
import type { Spooled } from "./spool";

/** Pieces that are packed, on threads of their own, while one is written. */
const AHEAD = 1;

/** Keeps the bytes of a received file, piece by piece, so that it can be given back as it came. */
export async function keepBytes(
  transaction: Transaction,
  of: { partId: string; organisation: string },
  file: Spooled,
): Promise<void> {
  const packing: ReturnType<typeof pack>[] = [];
  let position = 0;
  const write = async () => {
    const next = await packing.shift();
    if (next) await insertChunk(transaction, { ...of, position: position++, ...next });
  };
  for await (const piece of file.read(PIECE)) {
    const next = pack(piece);
    // It is awaited in its turn; until then a failure must not count as one that nobody hears of.
    next.catch(() => {});
    packing.push(next);
    if (packing.length > AHEAD) await write();
  }
  while (packing.length > 0) await write();
}
