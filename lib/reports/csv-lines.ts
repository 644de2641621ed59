/** What the first column of a file of figures says where they are invented. */
export const SYNTHETIC = "synthetic: invented sample data";

/**
 * A cell as RFC 4180 has it. A text that a spreadsheet would take for a formula gets an apostrophe; a number is no
 * text, so a negative one stays as it is.
 */
function cell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as the lines of a file. */
export const csvOf = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
