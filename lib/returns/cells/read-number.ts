/** How a number is written in a file: a comma file has decimal points, a semicolon file either. */
export type DecimalMark = "." | ",";

export type ReadNumber = { value: number; plain: boolean };

const POINT = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$|^\.\d+$/;
const COMMA = /^(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$|^,\d+$/;
const UNITS: Readonly<Record<string, RegExp>> = {
  wte: /\s*(?:wte|fte)$/i,
  gbp: /\s*gbp$/i,
  hours: /\s*(?:hours?|hrs?|h)$/i,
  months: /\s*(?:months?|mths?)$/i,
  years: /\s*(?:years?|yrs?)$/i,
  days: /\s*days?$/i,
};

/**
 * Reads a trimmed number: `12.50 WTE`, `£1,234.50`, `(1.5)` as −1.5. The mark that is not the decimal one may only part
 * groups of three digits; anything else (`1,23` in a comma file) is null.
 */
export function readNumber(text: string, mark: DecimalMark, unit?: string): ReadNumber | null {
  let body = text;
  const suffix = unit && UNITS[unit];
  if (suffix) body = body.replace(suffix, "");
  const bracketed = /^\((.*)\)$/.exec(body);
  if (bracketed) body = bracketed[1] as string;
  const sign = /^[-\u2212+]\s*/.exec(body);
  if (sign && bracketed) return null;
  if (sign) body = body.slice(sign[0].length);
  if (unit === "gbp") body = body.replace(/^\u00a3\s*/, "");
  if (!(mark === "," ? COMMA : POINT).test(body)) return null;
  const digits = mark === "," ? body.replaceAll(".", "").replace(",", ".") : body.replaceAll(",", "");
  const size = Number(digits);
  const negative = bracketed !== null || (sign !== null && !sign[0].startsWith("+"));
  return { value: negative && size !== 0 ? -size : size, plain: text === digits || text === `-${digits}` };
}

/** The decimal mark that a cell of a semicolon file shows, and whether it could not be the other; null without marks. */
export function shownMark(text: string): { mark: DecimalMark; sure: boolean } | null {
  const comma = text.lastIndexOf(",");
  const point = text.lastIndexOf(".");
  if (comma < 0 && point < 0) return null;
  if (comma >= 0 && point >= 0) return { mark: comma > point ? "," : ".", sure: true };
  const mark = comma >= 0 ? "," : ".";
  if (text.indexOf(mark) !== text.lastIndexOf(mark)) return { mark: mark === "," ? "." : ",", sure: true };
  return { mark, sure: !/(?:^|\D)[1-9]\d{0,2}[.,]\d{3}(?:\D|$)/.test(text) };
}
