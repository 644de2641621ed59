import { spellingsOf } from "../cells/code-cell";
import { tidy } from "../cells/tidy";
import type { Column, Part } from "../part";
import { spelling } from "../reading/spelling";
import type { Finding } from "../report";
import { type Mapping, ownWord, ownWords, takesValues } from "./mapping";

/** A header (`column` null) or a value of a code column that was not understood, and where it stands. */
export type UnknownWord = {
  column: string | null;
  theirs: string;
  /** Cells that hold it; of a header, 1. */
  count: number;
  /** The first lines on which it stands. */
  lines: readonly number[];
};

/** Different words that are told apart; a file with more has another trouble. */
const MOST_WORDS = 300;
const LINES_SHOWN = 3;

/**
 * Gathers from a file's findings the headers and values that a mapping could give a meaning to, but for those that have
 * one in this mapping: the file may have been judged before.
 */
export function createUnknownWordLog(part: Part, mapping: Mapping | undefined) {
  const headers = ownWords(mapping?.headers);

  const columns = new Map(part.columns.filter(takesValues).map((column) => [column.name, column]));
  const known = new Map<string, (text: string) => boolean>();
  const found = new Map<string, UnknownWord & { lines: number[] }>();

  const add = (column: string | null, theirs: string, line: number | null) => {
    const key = `${column ?? ""}\n${ownWord(theirs)}`;
    let word = found.get(key);
    if (!word) {
      if (found.size >= MOST_WORDS || ownWord(theirs) === "") return;
      word = { column, theirs, count: 0, lines: [] };
      found.set(key, word);
    }
    word.count++;
    if (line !== null && word.lines.length < LINES_SHOWN) word.lines.push(line);
  };

  const isKnown = (column: Column, text: string) => {
    let knows = known.get(column.name);
    if (!knows) {
      const [spellings, own] = [spellingsOf(column.allowed ?? []), ownWords(mapping?.values[column.name])];
      knows = (member) => spellings.has(spelling(member)) || own.has(ownWord(member));
      known.set(column.name, knows);
    }
    return knows(text);
  };

  return {
    hear({ code, column: name, value, line }: Finding): void {
      if (code === "unknown-column" && value !== null && !headers.has(ownWord(value)))
        add(null, value.trim(), null);
      if (code !== "not-allowed" && code !== "not-yes-or-no") return;
      const column = columns.get(name ?? "");
      if (!column || value === null) return;
      const { text } = tidy(value);
      const members = column.type === "set" ? text.split(/[;|,]/).map((each) => each.trim()) : [text];
      for (const member of members)
        if (member !== "" && !isKnown(column, member)) add(column.name, member, line);
    },
    /** Values by column, the most frequent first, since each is an error; then headers. */
    words: (): UnknownWord[] =>
      [...found.values()].sort(
        (one, other) =>
          Number(one.column === null) - Number(other.column === null) ||
          (one.column ?? "").localeCompare(other.column ?? "") ||
          other.count - one.count,
      ),
  };
}
