import type { RecordKind } from "./annotate";
import type { CellSetting } from "./cells/cell-outcome";
import { checksOf } from "./checks/checks-of";
import { createFindingLog, KEPT_OF_A_RULE } from "./finding-log";
import { reportAnotherPart, reportBlankHeaders, reportHeader } from "./header-findings";
import type { Column, Part, PartName } from "./part";
import { PARTS } from "./parts";
import { createPersonKeyHasher } from "./person-key";
import { createRowReader } from "./read-rows";
import { createBytesToText } from "./reading/bytes-to-text";
import { type FoundHeader, findHeader, holdsHeaderLines } from "./reading/find-header";
import { createHold } from "./reading/hold-until-agreed";
import { type HeaderMatch, matchHeaders } from "./reading/match-headers";
import { createRecordReader, type RecordSink } from "./reading/records";
import { createRowsOnly } from "./reading/rows-only";
import { type Refusal, refusal } from "./refusals";
import { createRepairLog } from "./repairs";
import type { CheckContext, Finding, Report, RowSink } from "./report";
import { RULE_SET } from "./rule-set";
import { periodStart } from "./twelve-months";

export type FileSource = Uint8Array | Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

export type CheckFile = {
  part: PartName;
  source: FileSource;
  context: CheckContext;
  /** Hears how the header answers to the declared columns, what parts the cells, and on which line it stands. */
  onHeader?: (match: HeaderMatch, delimiter: string, line: number) => void;
  /** Hears which declared columns the file has, before the first row. */
  onColumns?: (columns: readonly Column[]) => void;
  /** Takes each row as it is read, whether or not anything is wrong with it. */
  onRow?: RowSink;
  /** Hears every record as it stands in the file, in order, those left out too: for giving the file back. */
  onRecord?: (cells: readonly string[], line: number, kind: RecordKind) => void;
  /** Awaited after each piece of the source, so that whoever takes the rows can hold the reading back. */
  onPiece?: (bytes: number) => Promise<void> | void;
  /** How many findings of one rule are kept whole; the rest are counted. */
  keepOfARule?: number;
  /** Hears every finding as it is made, those too that the rest of the file makes void. */
  onFinding?: (finding: Finding) => void;
};

/** More rows than this are refused. */
export const MOST_ROWS = 5_000_000;

/** Text is looked at for its header once it has 20 lines, or this much. */
const MOST_HEAD = 1024 * 1024;

/**
 * Reads one file of a return from its bytes and judges it: a refusal, or every finding and repair. Streams: memory does
 * not grow with the file but for some 40 bytes for each key that must be unique.
 */
export async function checkFile(task: CheckFile): Promise<Report> {
  const part = PARTS[task.part];
  const check = createFileCheck(part, task);
  const pieces = task.source instanceof Uint8Array ? [task.source] : task.source;
  for await (const piece of pieces) {
    const refusedBy = check.push(piece);
    if (refusedBy) return refused(refusedBy, check.rows());
    await task.onPiece?.(piece.length);
  }
  return check.end();
}

/** Of a file's bytes so many are read between two givings of what was found in them. */
const PIECE = 64 * 1024;

/**
 * Reads a file that was judged before and stops after each piece of it, so that what was heard of that piece can be
 * given on before the next is read. Keeps no findings.
 */
export async function* checkInPieces(
  task: Omit<CheckFile, "source"> & { source: AsyncIterable<Uint8Array> },
): AsyncGenerator<undefined> {
  const check = createFileCheck(PARTS[task.part], { ...task, keepOfARule: 0 });
  for await (const bytes of task.source)
    for (let from = 0; from < bytes.length; from += PIECE) {
      if (check.push(bytes.subarray(from, from + PIECE))) return;
      yield;
    }
  check.end();
  yield;
}

/**
 * Every finding of a file that was judged before, however many there are, in the order in which they are made: those of
 * lines as they are read, those of the whole file last. Streams: what one piece of the file gives is held at once.
 *
 * @param wanted of a finding, whether it is to be given; to leave out those of rules that the report does not count,
 * since the rest of the file made them void
 */
export async function* everyFindingOf(
  task: Pick<CheckFile, "part" | "context"> & { source: AsyncIterable<Uint8Array> },
  wanted: (finding: Finding) => boolean,
): AsyncGenerator<Finding[]> {
  let found: Finding[] = [];
  const onFinding = (finding: Finding) => {
    if (wanted(finding)) found.push(finding);
  };
  for await (const _ of checkInPieces({ ...task, onFinding })) {
    if (found.length === 0) continue;
    yield found;
    found = [];
  }
}

const refused = ({ code, message, mend }: Refusal, rows = 0): Report => ({
  verdict: "refused",
  rows,
  repairs: [],
  refusal: { code, message, mend },
  findings: [],
  counts: [],
  ruleSet: RULE_SET,
});

/** The same, piece by piece, for whoever drives the reading. */
function createFileCheck(
  part: Part,
  { context, onHeader, onColumns, onRow, onRecord, keepOfARule = KEPT_OF_A_RULE, onFinding }: CheckFile,
) {
  const findings = createFindingLog(keepOfARule, onFinding);
  const repairs = createRepairLog();
  let head = "";
  let records: ReturnType<typeof createRecordReader> | null = null;
  let rows: ReturnType<typeof createRowsOnly> | null = null;
  let finish = (): Refusal | null => null;

  const beginRows = (header: FoundHeader, cells: readonly string[]): RecordSink => {
    if (header.anotherPart) {
      reportAnotherPart(part, header.anotherPart, findings);
      return () => null;
    }
    const setting: CellSetting = {
      context,
      periodStart: periodStart(context.census),
      freeText: part.freeText,
      decimalComma: header.delimiter === ";",
      hashPersonKey:
        context.personKeys === "refuse-raw"
          ? null
          : createPersonKeyHasher(context.personKeys.hashWith, context.organisation),
    };
    const trimmed = cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== "") + 1);
    const match = matchHeaders(part, trimmed, context.mapping);
    onHeader?.(match, header.delimiter, header.line);
    reportHeader(match, findings);
    repairs.add("header-spelling", match.respelled);
    repairs.add("header-mapped", match.mapped);
    repairs.add("own-columns", match.own.length);
    const reader = createRowReader(part, match, setting, checksOf(part), { findings, repairs }, onRow);
    onColumns?.(reader.columns);
    finish = () => {
      reader.end();
      reportBlankHeaders(match, reader.blankFilled(), findings);
      repairs.add(
        "blank-columns",
        cells.length - trimmed.length + match.blank.length - reader.blankFilled().size,
      );
      return null;
    };
    if (reader.agreements.length === 0) return reader.take;
    const hold = createHold(reader.agreements, reader.take);
    const endRows = finish;
    finish = () => {
      const stopped = hold.end();
      endRows();
      return stopped;
    };
    return hold.take;
  };

  const begin = (final: boolean): Refusal | null => {
    const header = findHeader(part, head, final, context.mapping);
    if (!header) return refusal(head.trim() === "" ? "empty-file" : "no-header", { part: part.name });
    if (header.delimiter !== ",") repairs.add("delimiter");
    records = createRecordReader(header.delimiter, (cells, line, flaw) => {
      if (rows) return rows.take(cells, line, flaw);
      if (line < header.line) {
        // Nothing was said on an empty line: it is only counted as one.
        repairs.add(cells.some((cell) => cell.trim() !== "") ? "lines-above-header" : "blank-rows");
        onRecord?.(cells, line, "above");
        return null;
      }
      onRecord?.(cells, line, "header");
      const { columns } = matchHeaders(part, cells, context.mapping);
      rows = createRowsOnly(part, columns, beginRows(header, cells), repairs, MOST_ROWS, onRecord);
      return null;
    });
    const text = head;
    head = "";
    return records.push(text);
  };

  const text = createBytesToText({
    text(piece) {
      if (records) return records.push(piece);
      head += piece;
      return holdsHeaderLines(head) || head.length > MOST_HEAD ? begin(false) : null;
    },
    lineAfter(before) {
      return records ? records.lineAfter(before) : (head + before).split(/\r\n|\r|\n/).length;
    },
  });

  return {
    push: text.push,
    rows: () => rows?.count() ?? 0,
    end(): Report {
      const stopped = text.end() ?? (records ? null : begin(true)) ?? records?.end() ?? rows?.end() ?? null;
      if (stopped) return refused(stopped, rows?.count());
      if (!rows || rows.count() === 0) return refused(refusal("header-only"));
      const late = finish();
      if (late) return refused(late, rows.count());
      if (!records?.usualLineEnds()) repairs.add("line-ends");
      const encoding = text.encoding();
      if (encoding === "utf-8-bom") repairs.add("byte-order-mark");
      else if (encoding !== "utf-8") repairs.add(encoding === "windows-1252" ? encoding : "utf-16");
      return {
        verdict: findings.hasErrors() ? "errors" : "accepted",
        rows: rows.count(),
        repairs: repairs.repairs(),
        findings: findings.findings(),
        counts: findings.counts(),
        ruleSet: RULE_SET,
      };
    },
  };
}
