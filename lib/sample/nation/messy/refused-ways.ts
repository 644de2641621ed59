import { tableOf, textOf, utf8, utf16, withFirst } from "./table";
import type { Way } from "./ways";

const refused = (id: string, says: string, code: string, spoil: (text: string) => Uint8Array): Way => ({
  id,
  says,
  code,
  part: "workforce",
  spoil,
});
const bytes = (...numbers: number[]): Uint8Array => Uint8Array.from(numbers);
const joined = (...parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

/** A first local header of a ZIP archive: enough of one to be told by. */
const zipped = (name: string) =>
  joined(
    bytes(0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0),
    new Uint8Array(16),
    bytes(name.length, 0, 0, 0),
    utf8(name),
    new Uint8Array(64),
  );

/** What is no CSV of this organisation: refused with a reason, and nothing of it is kept. */
export const REFUSED_WAYS: readonly Way[] = [
  refused("xlsx", "an Excel workbook under the name of a CSV file", "file-is-xlsx", () =>
    zipped("[Content_Types].xml"),
  ),
  refused("xls", "an old Excel workbook under the name of a CSV file", "file-is-xls", () =>
    joined(bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), new Uint8Array(504)),
  ),
  refused("html", "a web page under the name of a CSV file", "file-is-html", (text) =>
    utf8(`<html><body><table><tr><td>${text.split("\n")[0]}</td></tr></table></body></html>`),
  ),
  refused("zip", "a ZIP archive under the name of a CSV file", "file-is-zip", () => zipped("workforce.csv")),
  refused("empty", "an empty file", "empty-file", () => new Uint8Array(0)),
  refused("header-only", "a header without rows", "header-only", (text) =>
    utf8(text.slice(0, text.indexOf("\n") + 1)),
  ),
  refused("no-header", "no header in the first 20 lines", "no-header", (text) => {
    const rows = text.slice(text.indexOf("\n") + 1);
    return utf8(`${"notes\n".repeat(25)}${rows}`);
  }),
  refused("nul", "a NUL in a cell", "control-characters", (text) =>
    utf8(text.replace(/,(?=[^,\n]*\n$)/, ",\u0000")),
  ),
  refused("control", "a control character in a cell", "control-characters", (text) =>
    utf8(`${text.trimEnd()}\u0007\n`),
  ),
  refused("lone-surrogate", "UTF-16 with half of a pair of surrogates", "undecodable", (text) =>
    utf16(`${text.trimEnd()}\ud800\n`, "little"),
  ),
  refused("neither-encoding", "bytes that are neither UTF-8 nor Windows-1252", "undecodable", (text) =>
    joined(utf8(text.trimEnd()), bytes(0x81, 0x8d, 0x0a)),
  ),
  refused("long-record", "a record of more than 1 MiB", "record-too-long", (text) =>
    utf8(`${text}"${"x".repeat(1_100_000)}"\n`),
  ),
  refused("another-organisation", "a row of another organisation", "another-organisation", (text) =>
    utf8(
      textOf(withFirst(tableOf(text), "organisation_code", (cell) => (cell === "ZS002" ? "ZS003" : "ZS002"))),
    ),
  ),
];
