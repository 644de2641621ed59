import type { CellValue, Column } from "../part";
import { windows1252Byte } from "../reading/windows-1252";
import type { CleanRows } from "./clean-rows";
import { type Pick, respelled, writtenCells } from "./written-cells";

/** Clean rows as the template asks for them: UTF-8, commas, declared headers in their order, plain values. */
export function plainFile({ columns, rows }: CleanRows): Uint8Array {
  const plain = (value: CellValue | undefined) => {
    if (typeof value === "boolean") return value ? "yes" : "no";
    return Array.isArray(value) ? value.join(";") : String(value ?? "");
  };
  const lines = [
    columns.map(({ name }) => name),
    ...rows.map((row) => columns.map(({ name }) => plain(row[name]))),
  ];
  return Buffer.from(`${lines.map((cells) => cells.map(quoted).join(",")).join("\r\n")}\r\n`);
}

const KINDS = ["role", "category", "activity", "census_date"];

/** The same rows in any form that RETURNS.md accepts (“Messy files”). */
export function messyFile({ columns, rows }: CleanRows, pick: Pick): Uint8Array {
  const delimiter = pick([",", ";", "\t", "|"]);
  const end = pick(["\n", "\r\n", "\r"]);
  const order = shuffled(columns, pick);
  const written = order.map((column) =>
    writtenCells(
      column,
      rows.map((row) => row[column.name] ?? null),
      pick,
      delimiter,
    ),
  );
  // A total has no role or category, so the word cannot stand in that column.
  const totalled = !KINDS.includes(order[0]?.name ?? "") && pick([true, false]);
  const blankColumns = pick([0, 0, 1, 3]);
  const blanks: string[] = Array(blankColumns).fill("");
  const cell = (text: string) =>
    text.includes(delimiter) || /["\r\n]/.test(text) || pick([true, false, false]) ? quoted(text) : text;
  const line = (cells: readonly string[]) => cells.map(cell).join(delimiter);
  const body = rows.flatMap((_, at) => {
    const cells = written.map((column) => column[at] as string);
    // Missing cells at the end of a row are empty ones.
    while (cells.length > 1 && cells.at(-1) === "" && pick([true, false])) cells.pop();
    const short = cells.length < order.length;
    return [
      line(short ? cells : [...cells, ...blanks]),
      ...pick([[], [], [""], [line(order.map(() => ""))]]),
    ];
  });
  const lines = [
    ...pick([[], [], ["Return of the service", ""], [line(["Return", "", "2026"])]]),
    line([...order.map((column) => header(column, pick)), ...blanks]),
    ...body,
    ...(totalled ? [line(["Total", ...order.slice(1).map(() => "")])] : []),
    ...pick([[], [""], ["", line(order.map(() => " "))]]),
  ];
  return encoded(lines.join(end), pick);
}

const header = ({ name, title, headers = [] }: Column, pick: Pick) =>
  pick(["", "", " "]) + respelled(pick([name, name, title, ...headers]), pick) + pick(["", "", " ", ":"]);

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

function shuffled<T>(items: readonly T[], pick: Pick): T[] {
  const rest = [...items];
  return items.map(() => rest.splice(pick(rest.map((_, at) => at)), 1)[0] as T);
}

function encoded(text: string, pick: Pick): Uint8Array {
  switch (pick(["utf-8", "utf-8-bom", "utf-16le", "utf-16be", "windows-1252"])) {
    case "utf-16le":
      return Buffer.from(`\ufeff${text}`, "utf16le");
    case "utf-16be":
      return Buffer.from(`\ufeff${text}`, "utf16le").swap16();
    case "windows-1252":
      return Uint8Array.from(text, (letter) => windows1252Byte(letter) ?? Number.NaN);
    case "utf-8-bom":
      return Buffer.from(`\ufeff${text}`);
    default:
      return Buffer.from(text);
  }
}
