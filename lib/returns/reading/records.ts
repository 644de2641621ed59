import { type Refusal, refusal } from "../refusals";

/** One record as it stands in the file: its raw cells and the physical line on which it starts. */
export type RawRecord = {
  cells: string[];
  line: number;
  flaw: "quote-not-closed" | "quote-misplaced" | null;
};

export type RecordSink = (cells: string[], line: number, flaw: RawRecord["flaw"]) => Refusal | null;

/** The same, with where the record stands in the text at hand, from its first character to after its line end. */
export type PlacedRecordSink = (
  ...record: [...Parameters<RecordSink>, text: string, from: number, to: number]
) => Refusal | null;

const MIB = 1024 * 1024;
const LF = 10;
const CR = 13;

/**
 * Splits text, given in pieces, into records by RFC 4180, any of CRLF, CR and LF ending a line, mixed or not.
 *
 * Our own reader, because Papa Parse (held beside it in the tests) knows neither the physical line of a record that
 * follows quoted line ends, nor mixed line ends, nor a limit on the length of a record: a quote never closed makes it
 * hold the rest of the file. Records without quotes are split natively, which is what makes a million of them quick.
 *
 * @param longest bytes of UTF-8 beyond which a record is refused
 */
export function createRecordReader(delimiter: string, sink: PlacedRecordSink, longest = MIB) {
  const mark = delimiter.charCodeAt(0);
  let rest = "";
  let line = 1;
  const ends = { lf: false, crlf: false, cr: false };

  const tooLong = (from: number, to: number, text: string) =>
    to - from > longest / 3 && new TextEncoder().encode(text.slice(from, to)).length > longest;

  /** Takes every whole record of `text`; what is left waits for the next piece. */
  const take = (text: string, final: boolean): Refusal | null => {
    let at = 0;
    let nextQuote = text.indexOf('"');
    let nextCr = text.indexOf("\r");
    let nextLf = text.indexOf("\n");
    while (at < text.length) {
      if (nextQuote >= 0 && nextQuote < at) nextQuote = text.indexOf('"', at);
      if (nextCr >= 0 && nextCr < at) nextCr = text.indexOf("\r", at);
      if (nextLf >= 0 && nextLf < at) nextLf = text.indexOf("\n", at);
      let end = nextLf < 0 || (nextCr >= 0 && nextCr < nextLf) ? nextCr : nextLf;
      let flaw: RawRecord["flaw"] = null;
      let cells: string[];
      let lineEnds = 1;
      if (nextQuote >= 0 && (end < 0 || nextQuote < end)) {
        const quoted = quotedRecord(text, at, delimiter, final);
        if (quoted === null) break;
        ({ cells, end, flaw } = quoted);
        lineEnds += quoted.lineEnds;
      } else {
        if (end < 0) {
          if (!final) break;
          end = text.length;
        }
        cells = plainCells(text, at, end, mark);
      }
      const endedBy = text.charCodeAt(end);
      const lineEnd = endedBy === CR && text.charCodeAt(end + 1) === LF ? 2 : 1;
      // A CR that ends the piece may be half of a CRLF.
      if (!final && end + lineEnd >= text.length && text.charCodeAt(text.length - 1) === CR) break;
      if (tooLong(at, end, text)) return refusal("record-too-long", { line });
      if (endedBy === LF) ends.lf = true;
      else if (endedBy === CR) ends[lineEnd === 2 ? "crlf" : "cr"] = true;
      const startsOn = line;
      line += lineEnds;
      const from = at;
      at = end + lineEnd;
      const refused = sink(cells, startsOn, flaw, text, from, Math.min(at, text.length));
      if (refused) return refused;
    }
    rest = at < text.length ? text.slice(at) : "";
    return tooLong(0, rest.length, rest) ? refusal("record-too-long", { line }) : null;
  };

  return {
    push: (text: string): Refusal | null => take(rest === "" ? text : rest + text, false),
    end: (): Refusal | null => (rest === "" ? null : take(rest, true)),
    /** Whether lines end in one usual way: all LF or all CRLF. */
    usualLineEnds: (): boolean => !ends.cr && !(ends.lf && ends.crlf),
    /** The physical line on which text after `before`, not yet pushed, would stand. */
    lineAfter: (before: string): number => line + countLineEnds(rest + before),
  };
}

/** The cells of a record without quotes, in one pass: half the time of slicing the line and splitting it. */
function plainCells(text: string, from: number, end: number, mark: number): string[] {
  const cells: string[] = [];
  let start = from;
  for (let at = from; at < end; at++) {
    if (text.charCodeAt(at) !== mark) continue;
    cells.push(text.substring(start, at));
    start = at + 1;
  }
  cells.push(text.substring(start, end));
  return cells;
}

type QuotedRecord = { cells: string[]; end: number; lineEnds: number; flaw: RawRecord["flaw"] };

/** Reads one record that holds a quote; null when the text ends before the record does. */
function quotedRecord(text: string, from: number, delimiter: string, final: boolean): QuotedRecord | null {
  const cells: string[] = [];
  let flaw: RawRecord["flaw"] = null;
  let lineEnds = 0;
  let at = from;
  for (;;) {
    let cell = "";
    if (text.charCodeAt(at) === 34) {
      let start = at + 1;
      for (;;) {
        const quote = text.indexOf('"', start);
        if (quote < 0 || (!final && quote === text.length - 1)) {
          if (!final) return null;
          if (quote < 0) {
            cells.push(cell + text.slice(start));
            return {
              cells,
              end: text.length,
              lineEnds: lineEnds + countLineEnds(text.slice(at)),
              flaw: "quote-not-closed",
            };
          }
        }
        cell += text.slice(start, quote);
        const next = text[quote + 1];
        if (next === '"') {
          cell += '"';
          start = quote + 2;
        } else if (next === undefined || next === delimiter || next === "\r" || next === "\n") {
          lineEnds += countLineEnds(cell);
          at = quote + 1;
          break;
        } else {
          flaw ??= "quote-misplaced";
          cell += '"';
          start = quote + 1;
        }
      }
    } else {
      const start = at;
      while (
        at < text.length &&
        text[at] !== delimiter &&
        text.charCodeAt(at) !== LF &&
        text.charCodeAt(at) !== CR
      )
        at++;
      cell = text.slice(start, at);
    }
    cells.push(cell);
    if (at >= text.length) return final ? { cells, end: at, lineEnds, flaw } : null;
    if (text[at] !== delimiter) return { cells, end: at, lineEnds, flaw };
    at++;
  }
}

/** CRLF, CR and LF each end one line. */
function countLineEnds(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === LF) count++;
    else if (unit === CR && text.charCodeAt(at + 1) !== LF) count++;
  }
  return count;
}
