/** A run of text in a paper: plain, emphasised, strong, code, or a link. */
export type Run = { kind: "text" | "emphasis" | "strong" | "code"; text: string };

/** A block of a paper, in the order in which it is read. */
export type Block =
  | { kind: "heading"; level: 1 | 2 | 3; text: string; id: string }
  | { kind: "paragraph"; runs: Run[] }
  | { kind: "code"; text: string }
  | { kind: "list"; ordered: boolean; items: Block[][] }
  | { kind: "table"; head: Run[][]; rows: Run[][][] };

const RUN = /\*\*([^*]+)\*\*|`([^`]+)`|\*([^*\s][^*]*)\*|\[([^\]]+)\]\([^)]*\)/g;
const ITEM = /^(\*|-|\d+\.) +/;
const HEADING = /^(#{1,3}) +(.*)$/;

/** The runs of a line. Links inside the project lead nowhere on a page, so that only their words are kept. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const found of text.matchAll(RUN)) {
    if (found.index > from) runs.push({ kind: "text", text: text.slice(from, found.index) });
    const [whole, strong, code, emphasis, link] = found;
    if (strong !== undefined) runs.push({ kind: "strong", text: strong });
    else if (code !== undefined) runs.push({ kind: "code", text: code });
    else if (emphasis !== undefined) runs.push({ kind: "emphasis", text: emphasis });
    else runs.push(...runsOf(link ?? ""));
    from = found.index + whole.length;
  }
  if (from < text.length) runs.push({ kind: "text", text: text.slice(from) });
  return runs;
}

const cellsOf = (line: string): Run[][] =>
  line
    .replace(/^\||\|\s*$/g, "")
    .split("|")
    .map((cell) => runsOf(cell.trim()));

const indentOf = (line: string) => line.length - line.trimStart().length;
const idOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

/**
 * Reads what our own method papers use of Markdown: headings, paragraphs, lists (one in another too), tables, indented
 * code. Nothing is taken as markup of a page, so a paper can never run or style anything.
 */
export function readPaper(markdown: string): Block[] {
  return blocksOf(markdown.split("\n"));
}

function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  const take = (goesOn: (line: string) => boolean): string[] => {
    const from = at;
    while (at < lines.length && goesOn(lines[at] ?? "")) at++;
    return lines.slice(from, at);
  };
  while (at < lines.length) {
    const line = lines[at] ?? "";
    const heading = HEADING.exec(line);
    if (line.trim() === "") at++;
    else if (heading) {
      const text = heading[2] ?? "";
      blocks.push({ kind: "heading", level: (heading[1]?.length ?? 1) as 1 | 2 | 3, text, id: idOf(text) });
      at++;
    } else if (indentOf(line) >= 4) {
      const code = take((next) => next.trim() === "" || indentOf(next) >= 4);
      blocks.push({
        kind: "code",
        text: code
          .map((one) => one.slice(4))
          .join("\n")
          .trimEnd(),
      });
    } else if (line.startsWith("|")) {
      const [head = "", , ...rows] = take((next) => next.startsWith("|"));
      blocks.push({ kind: "table", head: cellsOf(head), rows: rows.map(cellsOf) });
    } else if (ITEM.test(line)) {
      const own = take((next) => ITEM.test(next) || next.trim() === "" || indentOf(next) > 0);
      blocks.push({ kind: "list", ordered: /^\d/.test(line), items: itemsOf(own) });
    } else {
      const text = take(
        (next) => next.trim() !== "" && !HEADING.test(next) && !next.startsWith("|") && !ITEM.test(next),
      );
      blocks.push({ kind: "paragraph", runs: runsOf(text.map((one) => one.trim()).join(" ")) });
    }
  }
  return blocks;
}

function itemsOf(lines: readonly string[]): Block[][] {
  const items: string[][] = [];
  let width = 2;
  for (const line of lines) {
    const mark = ITEM.exec(line)?.[0];
    if (mark !== undefined) {
      width = mark.length;
      items.push([line.slice(width)]);
    } else items.at(-1)?.push(line.slice(Math.min(width, indentOf(line))));
  }
  return items.map(blocksOf);
}
