import type { Reader, Transaction } from "../transaction";

/** One piece of a received file, as it is kept: `packed` says whether in fewer bytes than it came in. */
export type Chunk = { bytes: Buffer<ArrayBuffer>; packed: boolean };

/** One piece of a received file, the first at 0; null after the last, and where its bytes were not kept. */
export async function chunkAt(reader: Reader, partId: string, position: number): Promise<Chunk | null> {
  const rows = await reader.rows<Chunk>(
    "SELECT bytes, packed FROM intake.chunk WHERE part_id = $1 AND position = $2",
    [partId, position],
  );
  return rows[0] ?? null;
}

export async function insertChunk(
  transaction: Transaction,
  chunk: { partId: string; organisation: string; position: number; bytes: Uint8Array; packed: boolean },
): Promise<void> {
  await transaction.rows(
    "INSERT INTO intake.chunk (part_id, organisation, position, bytes, packed) VALUES ($1, $2, $3, $4, $5)",
    [chunk.partId, chunk.organisation, chunk.position, chunk.bytes, chunk.packed],
  );
}
