import type { Part } from "../part";
import { safeCsvLine } from "../safe-csv";

/** A file as a small department would send it, whole and without a finding: to look at, and to write over. */
export type FilledFile = {
  /** Part of its address: `workforce-budget-and-people.csv`. */
  id: string;
  part: Part;
  title: string;
  /** When to say it in this way. */
  when: string;
  /** Cells by column; the columns are those that any line fills. */
  lines: readonly Readonly<Record<string, string>>[];
};

/** The columns that a filled file uses, in the order of the declaration. */
const columnsOf = ({ part, lines }: FilledFile): string[] =>
  part.columns.map(({ name }) => name).filter((name) => lines.some((line) => line[name]));

/** A filled file as CSV. */
export function filledCsv(file: FilledFile): string {
  const columns = columnsOf(file);
  return [columns, ...file.lines.map((line) => columns.map((name) => line[name] ?? ""))]
    .map(safeCsvLine)
    .join("");
}
