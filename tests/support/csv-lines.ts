/** A line of a file by column name. */
export type Line = Record<string, string>;

/**
 * The lines of a clean file, by a CSV reading of the tests' own: none of the code that the product reads with. A quoted
 * cell may hold commas and doubled quotes, and no line break.
 */
export function csvLines(text: string): Line[] {
  const [header = "", ...lines] = text.split(/\r?\n/).filter((line) => line !== "");
  const names = cellsOf(header);
  return lines.map((line) => {
    const values = cellsOf(line);
    return Object.fromEntries(names.map((name, index) => [name, values[index] ?? ""]));
  });
}

const cellsOf = (line: string): string[] =>
  line.includes('"')
    ? [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
        quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'),
      )
    : line.split(",");
