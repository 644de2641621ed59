/** First characters with which a spreadsheet takes a cell for a formula, full-width ones too. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
/** A plain number, or a lone sign that stands for “nothing”, runs nothing. */
const HARMLESS = /^[-+]?(?:\d+(?:\.\d+)?|\.\d+)?$/;
const QUOTED = /[",;\t\r\n|]|^\s|\s$/;

/** A cell that no spreadsheet will run: what could be a formula starts with an apostrophe. */
export function safeCell(text: string): string {
  const safe = FORMULA.test(text) && !HARMLESS.test(text) ? `'${text}` : text;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line of a CSV file that is safe to open in a spreadsheet: commas, CRLF. */
export const safeCsvLine = (cells: readonly string[]): string => `${cells.map(safeCell).join(",")}\r\n`;
