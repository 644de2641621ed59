import { type Mapping, ownWord, ownWords } from "../mapping/mapping";
import type { Column, Part } from "../part";
import { spelling } from "./spelling";

/** How the columns of a file answer to the declared ones. Positions count from 0. */
export type HeaderMatch = {
  /** The sender's headers, in order. */
  headers: readonly string[];
  /** The declared column at each position, or null. */
  columns: readonly (Column | null)[];
  /** Positions whose header is none of ours; `blank` ones have no header at all. */
  unknown: readonly number[];
  blank: readonly number[];
  /** Columns that Muster added when it gave the file back. */
  own: readonly number[];
  /** Declared columns that two or more headers answer to. */
  doubled: readonly { column: Column; positions: readonly number[] }[];
  missing: readonly Column[];
  /** Headers that are not the declared name itself. */
  respelled: number;
  /** Headers that the organisation's own mapping says the meaning of. */
  mapped: number;
};

const OWN = new Set(["musterverdict", "mustererrors", "musterwarnings"]);

const spellingsOf = new WeakMap<Part, ReadonlyMap<string, Column>>();

/** Every spelling of a header that a part knows: name, title, and the names of known systems. */
export function headerSpellings(part: Part): ReadonlyMap<string, Column> {
  const known = spellingsOf.get(part);
  if (known) return known;
  const found = new Map<string, Column>();
  for (const column of part.columns)
    for (const text of [column.name, column.title, ...(column.headers ?? [])])
      found.set(spelling(text), column);
  // Declarations never change, and every file asks for those of all parts.
  spellingsOf.set(part, found);
  return found;
}

/** What an organisation's own words for headers mean in a part: a declared name itself always means its column. */
function mappedHeaders(part: Part, mapping: Mapping | undefined): (header: string) => Column | undefined {
  const byName = new Map(part.columns.map((column) => [column.name, column]));
  const words = ownWords(mapping?.headers);
  return (header) => (byName.has(header) ? undefined : byName.get(words.get(ownWord(header)) ?? ""));
}

/** Matches the cells of a header line to the declared columns of a part, by the organisation's own words first. */
export function matchHeaders(part: Part, cells: readonly string[], mapping?: Mapping): HeaderMatch {
  const spellings = headerSpellings(part);
  const own = mappedHeaders(part, mapping);
  const mapped = cells.map((cell) => own(cell));
  const columns = cells.map((cell, position) => mapped[position] ?? spellings.get(spelling(cell)) ?? null);
  const places = new Map<Column, number[]>();
  const unknown: number[] = [];
  const blank: number[] = [];
  const added: number[] = [];
  cells.forEach((cell, position) => {
    const column = columns[position];
    if (column) places.set(column, [...(places.get(column) ?? []), position]);
    else if (cell.trim() === "") blank.push(position);
    else (OWN.has(spelling(cell)) ? added : unknown).push(position);
  });
  return {
    headers: cells,
    columns,
    unknown,
    blank,
    own: added,
    doubled: [...places]
      .filter(([, at]) => at.length > 1)
      .map(([column, positions]) => ({ column, positions })),
    missing: part.columns.filter((column) => !places.has(column)),
    respelled: columns.filter(
      (column, position) => column && !mapped[position] && column.name !== cells[position],
    ).length,
    mapped: mapped.filter(Boolean).length,
  };
}
