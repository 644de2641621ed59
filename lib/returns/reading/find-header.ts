import { type Mapping, ownWord, ownWords } from "../mapping/mapping";
import type { Part, PartName } from "../part";
import { refusal } from "../refusals";
import { knownPartHeaders } from "./known-part-headers";
import { createRecordReader } from "./records";
import { spelling } from "./spelling";

/** Where the header stands, what parts the cells, and whose header it looks like. */
export type FoundHeader = {
  delimiter: string;
  /** The physical line on which the header starts. */
  line: number;
  /** The part that it fits best, when that is another one than was asked for. */
  anotherPart: PartName | null;
};

const DELIMITERS = [",", ";", "\t", "|"];

/** The header is looked for in the first lines; a header has at least two columns that we know. */
export const HEADER_LINES = 20;
const LEAST_COLUMNS = 2;

/**
 * Finds the header and the delimiter in the beginning of a file: the line and mark that give the most columns known
 * to the part, in the organisation's own words too. `head` must hold the first 20 lines or the whole file; null when no
 * line looks like a header.
 */
export function findHeader(part: Part, head: string, final: boolean, mapping?: Mapping): FoundHeader | null {
  const parts = knownPartHeaders();
  const own = ownWords(mapping?.headers);
  const enough = refusal("no-header", { part: part.name });
  let best: (FoundHeader & { known: number }) | null = null;
  for (const delimiter of DELIMITERS) {
    const reader = createRecordReader(delimiter, (cells, line) => {
      if (line > HEADER_LINES) return enough;
      const texts = cells.map(spelling);
      const mapped = own.size > 0 ? cells.map((cell) => own.get(ownWord(cell))) : [];
      const known = (spellings: ReadonlyMap<string, string>) =>
        new Set(
          texts
            .map((text, at) => spellings.get(spelling(mapped[at] ?? "")) ?? spellings.get(text))
            .filter((name) => name !== undefined),
        ).size;
      const counts = parts.map(([name, spellings]) => ({ name, count: known(spellings) }));
      const asked = counts.find(({ name }) => name === part.name)?.count ?? 0;
      const fittest = counts.reduce((one, other) => (other.count > one.count ? other : one));
      const most = Math.max(asked, fittest.count);
      if (most >= LEAST_COLUMNS && most > (best?.known ?? 0))
        best = { delimiter, line, anotherPart: fittest.count > asked ? fittest.name : null, known: most };
      return null;
    });
    if (reader.push(head) === null && final) reader.end();
  }
  return best;
}

/** Whether the text holds enough lines to look for the header in. */
export function holdsHeaderLines(head: string): boolean {
  let lines = 0;
  for (let at = 0; at < head.length && lines <= HEADER_LINES; at++) {
    const unit = head.charCodeAt(at);
    if (unit === 10 || (unit === 13 && head.charCodeAt(at + 1) !== 10)) lines++;
  }
  return lines > HEADER_LINES;
}
