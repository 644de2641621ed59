import type { Reader, Transaction } from "../transaction";

/** One piece of the bytes as they were received, the first at 0; null after the last, and where they were not kept. */
export async function chunkAt(
  reader: Reader,
  partId: string,
  position: number,
): Promise<Buffer<ArrayBuffer> | null> {
  const rows = await reader.rows<{ bytes: Buffer<ArrayBuffer> }>(
    "SELECT bytes FROM intake.chunk WHERE part_id = $1 AND position = $2",
    [partId, position],
  );
  return rows[0]?.bytes ?? null;
}

export async function insertChunk(
  transaction: Transaction,
  chunk: { partId: string; organisation: string; position: number; bytes: Buffer },
): Promise<void> {
  await transaction.rows(
    "INSERT INTO intake.chunk (part_id, organisation, position, bytes) VALUES ($1, $2, $3, $4)",
    [chunk.partId, chunk.organisation, chunk.position, chunk.bytes],
  );
}
