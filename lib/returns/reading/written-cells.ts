/**
 * The cells of one record as they are written, quotation marks and all, and what stands after the last: the line end.
 * Between two cells stands one delimiter, so that joining them makes the record again. Reads by the grammar of the
 * record reader, to which a test holds it.
 */
export function writtenCells(record: string, delimiter: string): { cells: string[]; rest: string } {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    const start = at;
    at = record[at] === '"' ? afterQuoted(record, at, delimiter) : afterPlain(record, at, delimiter);
    cells.push(record.slice(start, at));
    if (record[at] !== delimiter) return { cells, rest: record.slice(at) };
    at++;
  }
}

function afterPlain(record: string, from: number, delimiter: string): number {
  let at = from;
  while (at < record.length && record[at] !== delimiter && record[at] !== "\r" && record[at] !== "\n") at++;
  return at;
}

function afterQuoted(record: string, from: number, delimiter: string): number {
  let start = from + 1;
  for (;;) {
    const quote = record.indexOf('"', start);
    if (quote < 0) return record.length;
    const next = record[quote + 1];
    if (next === undefined || next === delimiter || next === "\r" || next === "\n") return quote + 1;
    start = next === '"' ? quote + 2 : quote + 1;
  }
}
