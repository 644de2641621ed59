import { readSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { createCopyBatch } from "@/db/copy-text";
import { standingsOn } from "@/lib/places/standing";
import { checkFile } from "@/lib/returns/check-file";
import { createAssetSums } from "@/lib/returns/sum-assets";
import type { FromThread, ThreadTask } from "./check-in-thread";

/** Bytes read at once, and about how many bytes of rows are sent at once. */
const PIECE = 256 * 1024;
/** Batches on their way that nobody has taken yet: a slow database holds the reading back. */
const MOST_WAITING = 16;

/** The program of a thread that reads and checks one file: see `checkInThread`, which starts it. */
async function work({ part, fd, context, tables }: ThreadTask): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error("This program is a thread's: checkInThread starts it.");
  const say = (message: FromThread, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);
  let waiting = 0;
  let taken = () => {};
  port.on("message", () => {
    waiting -= 1;
    taken();
  });
  const sums = part === "assets" ? createAssetSums(context.census) : null;
  let batch = createCopyBatch([]);
  const send = async () => {
    // A copy of its own: what is sent leaves this thread's memory.
    const rows = new Uint8Array(batch.take()).buffer;
    waiting += 1;
    say({ rows }, [rows]);
    while (waiting >= MOST_WAITING)
      await new Promise<void>((resolve) => {
        taken = resolve;
      });
  };
  const report = await checkFile({
    part,
    source: piecesOf(fd),
    context: { ...context, standing: standingsOn(tables, context.census) },
    onColumns: (columns) => {
      const names = columns.map(({ name }) => name);
      batch = createCopyBatch(names);
      say({ columns: names });
    },
    onRow: (row, line) => {
      batch.add(row, line);
      sums?.take(row);
    },
    onPiece: () => (batch.byteCount() >= PIECE ? send() : undefined),
  });
  if (batch.byteCount() > 0) await send();
  if (sums) say({ sums: sums.end() });
  say({ report });
  port.close();
}

function* piecesOf(fd: number): Generator<Uint8Array> {
  for (let position = 0; ; ) {
    const piece = Buffer.allocUnsafe(PIECE);
    const read = readSync(fd, piece, 0, PIECE, position);
    if (read === 0) return;
    position += read;
    yield piece.subarray(0, read);
  }
}

await work(workerData as ThreadTask);
