import type { PartName } from "@/lib/returns/part";
import { columnOf, type Table, tableOf, textOf } from "./messy/table";
import type { NationCollection } from "./nation";
import type { NationFile } from "./part-file";
import { SPOILINGS, type Spoiling } from "./try-spoilings";

/** Something put wrong in a spoilt file, where it is, and the rule that should find it. */
export type Fault = {
  part: PartName;
  name: string;
  line: number;
  column: string;
  says: string;
  code: string;
};

/** Files for the demo submitter of an organisation that has not returned: as it would send them, and spoilt. */
export type TryFiles = { clean: NationFile[]; spoilt: NationFile[]; faults: Fault[] };

/** The files that an organisation has ready but has not sent; null when it has sent them, or has none to send. */
export function tryFiles(collection: NationCollection, organisation: string): TryFiles | null {
  const found = collection.returns.find((one) => one.organisation.code === organisation);
  if (found?.state !== "not_returned") return null;
  const clean = found.wouldSend();
  const faults: Fault[] = [];
  const spoilt = clean.map((file) => {
    const table = tableOf(file.text);
    for (const spoiling of SPOILINGS.filter(({ part }) => part === file.part)) {
      const line = spoil(table, spoiling);
      const { part, column, says, code } = spoiling;
      if (line !== null) faults.push({ part, name: file.name, line, column, says, code });
    }
    return { ...file, text: textOf(table) };
  });
  return { clean, spoilt, faults };
}

/** Changes the cell in place, and gives its line; null where the file has no such line or column, and is left as it is. */
function spoil(table: Table, { where, skip = 0, column, value }: Spoiling): number | null {
  const header = table[0] ?? [];
  const at = columnOf(table, column);
  const fitting = table.flatMap((cells, row) => {
    const line = Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ""]));
    return row > 0 && where(line) ? [{ line, row }] : [];
  });
  const [chosen, first] = [fitting[skip], fitting[0]];
  if (at < 0 || !chosen || !first) return null;
  (table[chosen.row] as string[])[at] = value(chosen.line, first.line);
  return chosen.row + 1;
}
