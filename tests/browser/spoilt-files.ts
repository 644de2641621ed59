import { type FilledFile, filledCsv } from "@/lib/returns/filled/filled-file";
import { FILLED_FILES } from "@/lib/returns/filled/filled-files";

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** A filled file of each part as an organisation of its own would send it. */
export const cleanBytes = (file: FilledFile, organisation: string): Uint8Array =>
  bytesOf(filledCsv(file).replaceAll("RJ1", organisation));

/** A code that there is not, a number that is none, and a required cell that is empty. */
function spoiltLines({ part, lines }: FilledFile): FilledFile["lines"] {
  const used = part.columns.filter(({ name }) => lines.some((line) => line[name]));
  const code =
    used.find(({ allowed, required }) => allowed && required === "always") ??
    used.find(({ allowed }) => allowed);
  const number = used.find(({ type }) => type === "integer" || type === "decimal");
  return lines.map((line, index) => ({
    ...line,
    ...(index === 0 && code ? { [code.name]: "Nonsense" } : {}),
    ...(index === lines.length - 1 && number ? { [number.name]: "about 3" } : {}),
    ...(index === Math.min(1, lines.length - 1) ? { organisation_code: "" } : {}),
  }));
}

/**
 * A filled file as it might come from a spreadsheet: with semicolons, a title above the header, headers spelled another
 * way, a column of its own, spaces, a blank row and a total, and with three things wrong.
 */
export function spoiltBytes(file: FilledFile, organisation: string): Uint8Array {
  const names = file.part.columns
    .map(({ name }) => name)
    .filter((name) => file.lines.some((line) => line[name]));
  const quoted = (cells: readonly string[]) =>
    cells.map((cell) => (/[";]/.test(cell) ? `"${cell}"` : cell)).join(";");
  const rows = spoiltLines(file).map((line) =>
    quoted([...names.map((name) => (line[name] ? ` ${line[name]} ` : "")), "Lichfield"]),
  );
  const header = [...names.map((name) => name.toUpperCase().replaceAll("_", " ")), "Home town"];
  const text = ["Figures at the census", "", quoted(header), ...rows, ";".repeat(names.length)].join("\r\n");
  return bytesOf(`${text}\r\n`.replaceAll("RJ1", organisation));
}

/** Files that are no CSV, or no return, or a clean return in other bytes: with the code of the refusal, or `accepted`. */
export function bytesThatAreNoReturn(organisation: string): [string, string, Uint8Array][] {
  const clean = new TextDecoder().decode(cleanBytes(FILLED_FILES[0] as FilledFile, organisation));
  const header = clean.slice(0, clean.indexOf("\n") + 1);
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(clean, "utf16le")]);
  return [
    [
      "an Excel workbook",
      "file-is-xlsx",
      bytesOf("PK\u0003\u0004\u0014\u0000\u0006\u0000[Content_Types].xml"),
    ],
    ["an empty file", "empty-file", bytesOf("")],
    ["UTF-16", "accepted", Uint8Array.from(utf16)],
    ["a header alone", "header-only", bytesOf(header)],
    ["a PDF", "file-is-pdf", bytesOf("%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< /Type /Catalog >>\nendobj\n")],
    [
      "a web page",
      "file-is-html",
      bytesOf("<html><body><table><tr><td>role</td></tr></table></body></html>"),
    ],
  ];
}
