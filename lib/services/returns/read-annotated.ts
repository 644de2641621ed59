import { findingsOf } from "@/db/queries/findings";
import { partById, type ReceivedPart, returnOfPart } from "@/db/queries/parts";
import { inTransaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { fail, ok, type Result } from "@/lib/result";
import { annotatedFile } from "@/lib/returns/annotated-file";
import { checkFile } from "@/lib/returns/check-file";
import { KEPT_OF_A_RULE } from "@/lib/returns/finding-log";
import type { CheckContext, Finding } from "@/lib/returns/report";
import type { Site } from "../site";
import { own } from "../standing";
import { checkContext } from "./check-context";
import { inTurns } from "./in-turns";
import { judgedAsBefore } from "./judged-as-before";
import { storedBytes } from "./stored-bytes";

/** Errors and warnings that are written beside their rows; they are held at once while the file is read. */
const MOST = 200_000;

/** A received file given back with what was found beside each row. */
export type Annotated = { part: ReceivedPart; pieces: AsyncGenerator<Uint8Array<ArrayBuffer>> };

/**
 * A received file in the sender's rows, order and spelling, with the verdict, errors and warnings of each row beside it:
 * the bytes that `muster check --annotate` writes.
 */
export async function readAnnotated(
  site: Site,
  viewer: Viewer,
  { organisation, partId }: { organisation: string; partId: string },
): Promise<Result<Annotated>> {
  if (!may(viewer, "read the exact return", organisation))
    return refusal(viewer, "read the exact return", organisation);
  const read = await inTransaction(site.pool, own(organisation), async (reader) => {
    const part = await partById(reader, partId);
    if (!part) return fail("no-such-file", "There is no such file in this return.", "Open the return again.");
    if (!part.bytesKept)
      return fail(
        "bytes-not-kept",
        "The bytes of this file were not kept, since it held more than rows of declared columns.",
        "Run “muster check --annotate” on your own copy of the file.",
      );
    const { id, census } = await returnOfPart(reader, part.id);
    const stored = await findingsOf(reader, part.id, { limit: part.counts.length * KEPT_OF_A_RULE });
    return ok({
      part,
      stored,
      context: await checkContext(reader, { organisation, census }, id, part.mapping),
    });
  });
  if (!read.ok) return read;
  const { part, stored, context } = read.value;
  const source = () => inTurns(storedBytes(site, organisation, part));
  const findings = await findingsToWrite(part, stored, source, context);
  if (!findings.ok) return findings;
  const texts = annotatedFile({ part: part.part, source: source(), context }, findings.value);
  return ok({ part, pieces: inBytes(texts) });
}

async function* inBytes(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  for await (const text of texts) yield encoder.encode(text);
}

/** Those that are stored, as long as that is all of them; else those that the file's bytes give again. */
async function findingsToWrite(
  part: ReceivedPart,
  stored: Finding[],
  source: () => AsyncIterable<Uint8Array>,
  context: CheckContext,
): Promise<Result<Finding[]>> {
  const inRows = part.counts.filter(({ severity }) => severity !== "notice");
  if (inRows.every(({ count }) => count <= KEPT_OF_A_RULE)) return ok(stored);
  if (inRows.reduce((sum, { count }) => sum + count, 0) > MOST)
    return fail(
      "too-many-findings",
      "More was found in this file than can be written beside its rows here.",
      "Mend what was found most often and send the file again, or run “muster check --annotate” on it.",
    );
  const report = await checkFile({ part: part.part, source: source(), context, keepOfARule: MOST });
  return judgedAsBefore(part, report)
    ? ok(report.findings)
    : fail(
        "judged-otherwise",
        "The file would be judged otherwise today, so what was found then cannot all be given again.",
        "Send the file again, and then ask for it with what is found now.",
      );
}
