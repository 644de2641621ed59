import { readCategoryFacts } from "../category-facts";
import { type Nation, type NationReturn, nation } from "../nation";
import type { NationFile } from "../part-file";

/** The nation that `muster start` loads, from the text of the project's own table of device categories. */
export function wholeNation(categories: string): Nation {
  const read = readCategoryFacts(categories);
  if (!read.ok) throw new Error(read.problem.message);
  return nation({ categories: read.value });
}

/** What an organisation has to send, whether or not it has sent it. */
export const filesOf = (one: NationReturn): NationFile[] =>
  one.state === "nil" ? [] : one.state === "returned" ? one.files() : one.wouldSend();

/** The rows of a file whose cells hold no line break, by column name. */
export function rowsOf({ text }: Pick<NationFile, "text">): Record<string, string>[] {
  const [header = "", ...lines] = text.trimEnd().split("\n");
  const names = header.split(",");
  return lines.map((line) => {
    const cells =
      line.match(/("([^"]|"")*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/,$/, "").replace(/^"|"$/g, "")) ??
      [];
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ""]));
  });
}

export const numberIn = (row: Record<string, string>, column: string): number => Number(row[column] || 0);
