import { cellAsSent } from "@/lib/returns/cell-as-sent";
import type { PartName } from "@/lib/returns/part";
import { changesOf, rowInWords } from "@/lib/returns/row-words";
import { safeCsvLine } from "@/lib/returns/safe-csv";
import type { PartRows } from "@/lib/services/returns/read-difference";

const COLUMNS = ["part", "difference", "row", "line_before", "line_now", "column", "before", "now"];

const encoder = new TextEncoder();

/** The lines of one row: one for each cell that changed; one for a row that is added or removed. */
function linesOf(
  part: PartName,
  { kind, now, before, nowLine, beforeLine }: PartRows["rows"][number],
): string {
  const start = [
    part,
    kind,
    rowInWords(part, now ?? before ?? {}),
    String(beforeLine ?? ""),
    String(nowLine ?? ""),
  ];
  if (!now || !before) return safeCsvLine([...start, "", "", ""]);
  return changesOf(part, before, now)
    .map((change) =>
      safeCsvLine([...start, change.column.name, cellAsSent(change.before), cellAsSent(change.now)]),
    )
    .join("");
}

/** Every row that differs as a CSV file, piece by piece. */
export async function* differenceCsv(
  pieces: AsyncIterable<Pick<PartRows, "part" | "rows">>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  yield encoder.encode(safeCsvLine(COLUMNS));
  for await (const { part, rows } of pieces)
    if (rows.length > 0) yield encoder.encode(rows.map((row) => linesOf(part, row)).join(""));
}
