import { assetWork } from "@/db/queries/asset-work";
import { declaredRows } from "@/db/queries/declared-rows";
import type { ReceivedPart } from "@/db/queries/parts";
import type { Reader } from "@/db/transaction";
import type { PartName, Row } from "@/lib/returns/part";
import { PARTS } from "@/lib/returns/parts";
import { addSums, createFileSums, type ReturnSums } from "@/lib/returns/return-sums";
import { keptAssetSums } from "./asset-sums";

/** The parts of which the checks over a whole return read anything. */
const SUMMED: readonly PartName[] = ["workforce", "devices", "assets", "flows", "profile"];

/**
 * Files of more rows are not added up here, since it is done when a page is asked for: no service has as many lines of
 * staff or kinds of devices. Single devices were added up when they were received; only of a file whose sums were not
 * kept, since it has very many kinds of devices, the database adds them up.
 */
const MOST_ROWS = { assets: 200_000, others: 20_000 } as const;

/** What files came to, the latest asked for: a file never changes once it is received, so neither do its sums. */
const known = new Map<string, ReturnSums>();
const MOST_KNOWN = 200;

/** The rows to add up; null where there are too many. */
async function rowsOf(
  reader: Reader,
  organisation: string,
  { id, part, rows }: ReceivedPart,
): Promise<readonly Row[] | null> {
  if (part !== "assets") return rows > MOST_ROWS.others ? null : declaredRows(reader, PARTS[part], [id]);
  const kept = await keptAssetSums(reader, { organisation, partId: id });
  return kept ?? (rows > MOST_ROWS.assets ? null : assetWork(reader, [id]));
}

async function sumsOfFile(
  reader: Reader,
  organisation: string,
  received: ReceivedPart,
  census: string,
): Promise<ReturnSums | null> {
  const { id, part } = received;
  const before = known.get(id);
  if (before) return before;
  const rows = await rowsOf(reader, organisation, received);
  if (!rows) return null;
  const file = createFileSums(part, census, part === "assets" ? "summed" : "each");
  for (const row of rows) file.take(row);
  const sums = file.end();
  const [oldest] = known.keys();
  if (known.size >= MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  known.set(id, sums);
  return sums;
}

/** What the accepted files among the given come to together, and those of them that are too large to be added up. */
export async function sumsOfFiles(
  reader: Reader,
  organisation: string,
  parts: readonly ReceivedPart[],
  census: string,
): Promise<{ sums: ReturnSums; notSummed: ReceivedPart[] }> {
  const sums: ReturnSums[] = [];
  const notSummed: ReceivedPart[] = [];
  // File by file: whether lines carry their own establishment is a matter of each file.
  for (const part of parts) {
    if (part.verdict !== "accepted" || !SUMMED.includes(part.part)) continue;
    const one = await sumsOfFile(reader, organisation, part, census);
    if (one) sums.push(one);
    else notSummed.push(part);
  }
  return { sums: addSums(sums), notSummed };
}
