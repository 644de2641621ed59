import type { CellValue } from "@/lib/returns/part";

const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

const escaped = (text: string): string =>
  SPECIAL.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] as string) : text;

/** One member of an array literal, always quoted. */
const member = (text: string): string => `"${text.replace(/["\\]/g, (character) => `\\${character}`)}"`;

/** A cell in COPY's text format: `\N` for null, arrays as PostgreSQL writes them. */
export function copyCell(value: CellValue): string {
  if (value === null) return "\\N";
  if (typeof value === "string") return escaped(value);
  if (typeof value === "number") return `${value}`;
  if (typeof value === "boolean") return value ? "t" : "f";
  return escaped(`{${value.map(member).join(",")}}`);
}
