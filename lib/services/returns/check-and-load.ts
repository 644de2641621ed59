import { createCopyBatch } from "@/db/copy-text";
import { liesWithOthers, OWN_TABLE_BYTES } from "@/db/declared-tables";
import { openRowLoad, openSmallRowLoad, type RowLoad } from "@/db/queries/load-rows";
import type { Transaction } from "@/db/transaction";
import { checkFile } from "@/lib/returns/check-file";
import type { PartName, Row } from "@/lib/returns/part";
import type { CheckContext, Report } from "@/lib/returns/report";
import { createAssetSums } from "@/lib/returns/sum-assets";
import type { ServerContext } from "./check-context";
import { checkInThread, type RowsTaker, threadProgram } from "./check-in-thread";
import type { Spooled } from "./spool";

/** Rows are handed to COPY in about this many bytes. */
const BATCH = 256 * 1024;
/** Whether a file takes long enough to be missed by whoever else is waiting. */
export const isLarge = ({ byteCount }: { byteCount: number }): boolean => byteCount >= OWN_TABLE_BYTES;

/**
 * Checks a file and loads its rows in one pass over its bytes. Of a file that is not accepted no row is kept.
 *
 * @returns the report; of assets what they add up to, null where that is left to the database; and what makes the rows readable and says how many there are: to be called at the end of the
 * transaction, since it makes other uploads of the part wait
 */
export async function checkAndLoad(
  transaction: Transaction,
  { part, partId, organisation }: { part: PartName; partId: string; organisation: string },
  file: Spooled,
  context: ServerContext,
): Promise<{ report: Report; sums: readonly Row[] | null; attach: () => Promise<number> }> {
  let names: readonly string[] = [];
  let load: RowLoad | null = null;
  let sums: readonly Row[] | null = null;
  const together = liesWithOthers(part, file.byteCount);
  const begin = () =>
    together
      ? openSmallRowLoad(transaction, { part, columns: ["part_id", "sender", "line", ...names] })
      : openRowLoad(transaction, { part, partId, organisation, columns: ["line", ...names] });
  const taker: RowsTaker = {
    onColumns: (columns) => {
      names = columns;
    },
    onRows: async (text) => {
      load ??= await begin();
      await load.write(text);
    },
    onSums: (found) => {
      sums = found;
    },
  };
  const report = await checkWhereFit(part, file, context, taker, together ? [partId, organisation] : []);
  const rows = load as RowLoad | null;
  if (report.verdict === "accepted") await rows?.finish();
  else await rows?.abandon();
  return {
    report,
    sums,
    attach: async () => (report.verdict === "accepted" ? ((await rows?.attach()) ?? 0) : 0),
  };
}

/** A small file is checked here and now; a large one in a thread, so that others are answered meanwhile. */
function checkWhereFit(
  part: PartName,
  file: Spooled,
  { tables, ...context }: ServerContext,
  taker: RowsTaker,
  before: readonly string[],
): Promise<Report> {
  const program = isLarge(file) ? threadProgram() : null;
  if (program === null) return checkHere(part, file, context, taker, before);
  const { standing: _, ...sendable } = context;
  return checkInThread(program, { part, fd: file.fd, context: sendable, tables }, taker);
}

async function checkHere(
  part: PartName,
  file: Spooled,
  context: CheckContext,
  { onColumns, onRows, onSums }: RowsTaker,
  before: readonly string[],
): Promise<Report> {
  const sums = part === "assets" ? createAssetSums(context.census) : null;
  let batch = createCopyBatch([]);
  const report = await checkFile({
    part,
    source: file.read(BATCH),
    context,
    onColumns: (columns) => {
      const names = columns.map((column) => column.name);
      batch = createCopyBatch(names, before);
      onColumns(names);
    },
    onRow: (row, line) => {
      batch.add(row, line);
      sums?.take(row);
    },
    onPiece: () => (batch.byteCount() >= BATCH ? onRows(batch.take()) : undefined),
  });
  if (report.verdict === "accepted" && batch.byteCount() > 0) await onRows(batch.take());
  if (sums) onSums(sums.end());
  return report;
}
