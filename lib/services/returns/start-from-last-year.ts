import type { ReceivedPart } from "@/db/queries/parts";
import { absentColumns, rowsAfter } from "@/db/queries/rows-in-order";
import { inTransaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { fail, ok, type Result } from "@/lib/result";
import { hasNextYear, nextYearColumns, nextYearLines } from "@/lib/returns/next-year";
import type { PartName } from "@/lib/returns/part";
import { PARTS } from "@/lib/returns/parts";
import { safeCsvLine } from "@/lib/returns/safe-csv";
import type { Site } from "../site";
import { own } from "../standing";
import { lastYearsAnswer } from "./previous-version";

/** A file that next year's may start from. */
export type StartFile = { part: PartName; serviceUnit: string; rows: number };

type Asked = { organisation: string; census: string };

/** The files of last year's approved return that a census may start from; empty where there was none. */
export async function startsFromLastYear(
  site: Site,
  viewer: Viewer,
  { organisation, census }: Asked,
): Promise<Result<{ census: string | null; files: StartFile[] }>> {
  if (!may(viewer, "read the exact return", organisation))
    return refusal(viewer, "read the exact return", organisation);
  return inTransaction(site.pool, own(organisation), async (reader) => {
    const before = await lastYearsAnswer(reader, organisation, census);
    const files = (before?.parts ?? []).filter(({ part }) => hasNextYear(part));
    return ok({
      census: before?.census ?? null,
      files: files.map(({ part, serviceUnit, rows }) => ({ part, serviceUnit, rows })),
    });
  });
}

const encoder = new TextEncoder();

/** Rows that are read at once. */
const PIECE = 20_000;

/** A file of last year's rows for this census, piece by piece: what has to be said anew is blank. */
export async function startFromLastYear(
  site: Site,
  viewer: Viewer,
  { organisation, census, part, serviceUnit }: Asked & { part: PartName; serviceUnit: string },
): Promise<Result<AsyncGenerator<Uint8Array<ArrayBuffer>>>> {
  if (!may(viewer, "read the exact return", organisation))
    return refusal(viewer, "read the exact return", organisation);
  const found = await inTransaction(site.pool, own(organisation), async (reader) => {
    const before = await lastYearsAnswer(reader, organisation, census);
    const file = before?.parts.find((one) => one.part === part && one.serviceUnit === serviceUnit);
    return file && hasNextYear(part) ? { file, absent: await absentColumns(reader, file.id) } : null;
  });
  if (!found)
    return fail(
      "no-such-file",
      "Last year's approved return has no such file to start from.",
      "Take the template of the part.",
    );
  return ok(pieces(site, organisation, census, found));
}

async function* pieces(
  site: Site,
  organisation: string,
  census: string,
  { file, absent }: { file: ReceivedPart; absent: ReadonlySet<string> },
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const part = PARTS[file.part];
  const columns = nextYearColumns(part, absent);
  yield encoder.encode(safeCsvLine(columns.map(({ name }) => name)));
  for (let line = 0; ; ) {
    const after = line;
    const { rows, last } = await inTransaction(site.pool, own(organisation), (reader) =>
      rowsAfter(reader, part, { partId: file.id, line: after, limit: PIECE }),
    );
    if (last === null) return;
    line = last;
    yield encoder.encode(nextYearLines(part, columns, rows, census));
  }
}
