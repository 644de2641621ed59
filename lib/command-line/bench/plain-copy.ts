import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { Client } from "pg";
import { from } from "pg-copy-streams";
import type { LoadFile } from "./load-file";

/**
 * The floor of any loading: the same clean rows by plain COPY into a table like a submission's own partition, and the
 * file's bytes in pieces of a megabyte into a table like the one that keeps them, in one transaction. Seconds.
 *
 * @param rows a file of COPY text: line, then the columns
 * @param bytes the file as it was sent
 */
export async function plainCopy(
  owner: Client,
  { part, columns: named }: LoadFile,
  rows: string,
  bytes: string,
): Promise<number> {
  await owner.query("DROP TABLE IF EXISTS intake.bench_rows, intake.bench_chunk");
  const began = performance.now();
  await owner.query("BEGIN");
  await owner.query(`CREATE TABLE intake.bench_rows (LIKE intake.${part}_row);
    ALTER TABLE intake.bench_rows ALTER part_id SET DEFAULT '00000000-0000-0000-0000-000000000001', ALTER sender SET DEFAULT 'ZS001',
      ADD CHECK (sender = 'ZS001');
    CREATE TABLE intake.bench_chunk (LIKE intake.chunk INCLUDING DEFAULTS)`);
  const columns = ["line", ...named].map((column) => `"${column}"`).join(", ");
  await pipeline(createReadStream(rows), owner.query(from(`COPY intake.bench_rows (${columns}) FROM STDIN`)));
  let position = 0;
  for await (const piece of createReadStream(bytes, { highWaterMark: 1024 * 1024 })) {
    await owner.query(
      `INSERT INTO intake.bench_chunk (part_id, organisation, position, bytes)
       VALUES ('00000000-0000-0000-0000-000000000001', 'ZS001', $1, $2)`,
      [position, piece],
    );
    position += 1;
  }
  await owner.query("COMMIT");
  const seconds = (performance.now() - began) / 1000;
  await owner.query("DROP TABLE intake.bench_rows, intake.bench_chunk");
  return seconds;
}
