/** First characters with which a spreadsheet takes a cell for a formula, full-width ones too. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
/** A plain number, or a lone sign that stands for “nothing”, runs nothing. */
const HARMLESS = /^[-+]?(?:\d+(?:\.\d+)?|\.\d+)?$/;
const QUOTED = /[",;\t\r\n|]|^\s|\s$/;

/** What follows the apostrophes with which a text may start. */
const afterApostrophes = (text: string): string => text.replace(/^'+/, "");

/** Whether a spreadsheet would run it, or an apostrophe before it was put there so that none does. */
const needsApostrophe = (text: string): boolean => {
  const bare = afterApostrophes(text);
  return FORMULA.test(bare) && !HARMLESS.test(bare);
};

/**
 * A text without the apostrophe that `safeCell` put before it; null where it has none. A file of ours that comes back
 * means what it meant when it went.
 */
export const withoutApostrophe = (text: string): string | null =>
  text.startsWith("'") && needsApostrophe(text) ? text.slice(1) : null;

/**
 * A cell that no spreadsheet will run: what could be a formula starts with an apostrophe. So does what starts with an
 * apostrophe before such a text already, so that taking one away makes either again.
 */
export function safeCell(text: string): string {
  return quoted(needsApostrophe(text) ? `'${text}` : text);
}

const quoted = (text: string): string => (QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** One line of a CSV file that is safe to open in a spreadsheet: commas, CRLF. */
export const safeCsvLine = (cells: readonly string[]): string => `${cells.map(safeCell).join(",")}\r\n`;

/** The same of a sender's own cells, as they are: where an apostrophe stands before one already, it is that apostrophe. */
export const safeOwnLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => (cell.startsWith("'") ? quoted(cell) : safeCell(cell))).join(",")}\r\n`;
