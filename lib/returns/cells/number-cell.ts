import type { Column } from "../part";
import type { RepairCode } from "../repairs";
import { type CellOutcome, type CellSetting, type ReadCell, read, unreadable } from "./cell-outcome";
import { type DecimalMark, readNumber, shownMark } from "./read-number";
import { shown } from "./shown";
import { tidy } from "./tidy";

/** The decimal mark of a column of a semicolon file, as far as its cells have settled it. */
export type ColumnMark = { settled: DecimalMark | null };

/** No trust has as many of anything; whole numbers stay exact far beyond. */
const LARGEST = 1e12;

const UNIT_WORDS: Readonly<Record<string, string>> = { wte: "WTE", gbp: "pounds" };

/** Reads a number, checks its range and keeps its declared decimal places. */
export function numberCell(column: Column, { decimalComma }: CellSetting, mark: ColumnMark): ReadCell {
  const { minimum, maximum, unit, scale = 0 } = column;
  const factor = 10 ** scale;
  return (raw) => {
    const { text, repairs: edges } = tidy(raw);
    if (text === "") return read(null, edges);
    const decimal = decimalComma ? (mark.settled ?? shownMark(text)?.mark ?? ",") : ".";
    const number = readNumber(text, decimal, unit);
    if (number === null || !Number.isFinite(number.value)) return noNumber(column, text, decimalComma);
    const { value } = number;
    if (column.type === "integer" && !Number.isInteger(value))
      return unreadable({
        code: "not-a-whole-number",
        message: `${shown(text)} in ${column.name} is not a whole number.`,
      });
    if (
      (minimum !== undefined && value < minimum) ||
      (maximum !== undefined && value > maximum) ||
      Math.abs(value) > LARGEST
    )
      return unreadable({
        code: "out-of-range",
        message: `${shown(text)} in ${column.name} is ${range(column)}.`,
      });
    const repairs: RepairCode[] = [...edges];
    if (!number.plain) repairs.push("number-form");
    const kept = column.type === "integer" ? value : Math.round(value * factor) / factor;
    if (kept !== value) repairs.push("number-rounded");
    return read(kept, repairs);
  };
}

const range = ({ minimum, maximum, unit }: Column) => {
  const words = unit ? ` ${UNIT_WORDS[unit] ?? unit}` : "";
  if (minimum !== undefined && maximum !== undefined)
    return `not between ${minimum} and ${maximum}${unit === "year" ? "" : words}`;
  return minimum === undefined ? "too large" : `below ${minimum}${words}, or too large`;
};

function noNumber(column: Column, text: string, decimalComma: boolean): CellOutcome {
  const mend = decimalComma
    ? "Use one decimal mark in the whole column, and the other only between groups of three digits."
    : "Write it with a decimal point, as in 1234.5; a comma may only part groups of three digits.";
  return unreadable({
    code: "not-a-number",
    message: `${shown(text)} in ${column.name} is not a number.`,
    mend,
  });
}
