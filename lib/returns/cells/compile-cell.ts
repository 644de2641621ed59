import type { CellValue, Column } from "../part";
import type { CellOutcome, CellSetting, ReadCell } from "./cell-outcome";
import { codeCell, setCell, yesNoCell } from "./code-cell";
import { type ColumnOrder, dateCell, fixedDateCell, settledOrder } from "./date-cell";
import { type ColumnMark, numberCell } from "./number-cell";
import { searchedWhereUnreadable } from "./personal-problem";
import { placeCell, placesCell, siteCell } from "./place-cell";
import { isPlainDate } from "./read-date";
import { shownMark } from "./read-number";
import { personKeyCell, textCell } from "./text-cell";
import { tidy } from "./tidy";

/** How many different cells of a column are remembered; codes and dates repeat, so most cells are looked up. */
const REMEMBERED = 2000;

export type CellReader = {
  /** The value of a clean cell that is not empty; undefined where `slow` must look. Allocates nothing. */
  fast: (raw: string) => CellValue | undefined;
  slow: ReadCell;
  /**
   * For columns whose cells must agree (day-first or month-first, decimal mark): `learn` hears every cell and `open`
   * says whether one cannot be read yet; `settle` ends the waiting.
   */
  agreement?: { learn: (raw: string) => void; open: (raw: string) => boolean; settle: () => void };
};

/** Makes the reader of one column, once for a file. */
export function compileCell(column: Column, setting: CellSetting): CellReader {
  const mark: ColumnMark = { settled: null };
  const order: ColumnOrder = { settled: null };
  const reader = readerOf(column, setting, mark, order);
  const readCell = column.type === "text" ? reader : searchedWhereUnreadable(column, setting, reader);
  const agreement = agreementOf(column, setting, mark, order);
  const clean = new Map<string, CellValue>();
  const known = new Map<string, CellOutcome>();

  const slow: ReadCell = (raw) => {
    const before = known.get(raw);
    if (before) return before;
    const outcome = readCell(raw);
    if (outcome.refusal) return outcome;
    if (clean.size + known.size < REMEMBERED) {
      // A short copy: the cell itself would keep the whole piece of the file from which it was cut.
      const key = ` ${raw}`.slice(1);
      if (outcome.problem === null && outcome.repairs.length === 0 && outcome.value !== null)
        clean.set(key, outcome.value);
      else known.set(key, outcome);
    }
    return outcome;
  };

  if (agreement)
    return {
      fast: column.type === "date" ? (raw) => (isPlainDate(raw) ? raw : undefined) : () => undefined,
      slow: (raw) => readCell(raw),
      agreement,
    };
  const remembered = (raw: string) => clean.get(raw);
  if (column.type === "integer") return { fast: plainInteger(column), slow };
  if (column.type === "decimal" && !setting.decimalComma) return { fast: plainDecimal(column), slow };
  if (column.type === "text" && column.name !== "person_key") {
    const plain = plainText(column, setting.freeText);
    return { fast: (raw) => (plain(raw) ? raw : clean.get(raw)), slow };
  }
  return { fast: remembered, slow };
}

function readerOf(column: Column, setting: CellSetting, mark: ColumnMark, order: ColumnOrder): ReadCell {
  switch (column.type) {
    case "date":
      return column.equals ? fixedDateCell(column, setting) : dateCell(column, order);
    case "decimal":
    case "integer":
      return numberCell(column, setting, mark);
    case "yes_no":
      return yesNoCell(column, setting);
    case "set":
      return column.codeOf === "place" ? placesCell(setting) : setCell(column, setting);
    case "code":
      if (column.codeOf === "place") return placeCell(column, setting);
      return column.codeOf === "site" ? siteCell(column) : codeCell(column, setting);
    case "text":
      return column.name === "person_key" ? personKeyCell(column, setting) : textCell(column, setting);
  }
}

function agreementOf(
  column: Column,
  setting: CellSetting,
  mark: ColumnMark,
  order: ColumnOrder,
): CellReader["agreement"] {
  if (column.type === "date" && !column.equals)
    return {
      learn(raw) {
        // A plain date says nothing of the order.
        if (order.settled === null && raw !== "" && !isPlainDate(raw))
          order.settled = settledOrder(tidy(raw).text);
      },
      open: (raw) => order.settled === null && /^\s*\d{1,2}[-/. ]\d{1,2}[-/. ]\d/.test(raw),
      settle() {},
    };
  if ((column.type === "decimal" || column.type === "integer") && setting.decimalComma) {
    const open = (raw: string) => mark.settled === null && shownMark(tidy(raw).text)?.sure === false;
    let commaSeen = false;
    return {
      learn(raw) {
        if (mark.settled !== null) return;
        const seen = shownMark(tidy(raw).text);
        if (seen?.sure) mark.settled = seen.mark;
        commaSeen ||= seen?.mark === ",";
      },
      open,
      // Points alone are decimal points; a comma makes them group marks.
      settle() {
        mark.settled ??= commaSeen ? "," : ".";
      },
    };
  }
  return undefined;
}

/** Digits alone, within range. */
function plainInteger({ minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY }: Column) {
  return (raw: string): number | undefined => {
    if (raw.length > 11) return undefined;
    let value = 0;
    for (let at = 0; at < raw.length; at++) {
      const digit = raw.charCodeAt(at) - 48;
      if (digit < 0 || digit > 9) return undefined;
      value = value * 10 + digit;
    }
    return raw !== "" && value >= minimum && value <= maximum ? value : undefined;
  };
}

/** Digits with at most one point and no more places than are kept, within range. */
function plainDecimal({
  minimum = Number.NEGATIVE_INFINITY,
  maximum = Number.POSITIVE_INFINITY,
  scale = 0,
}: Column) {
  return (raw: string): number | undefined => {
    if (raw.length > 11 + scale) return undefined;
    let point = -1;
    for (let at = 0; at < raw.length; at++) {
      const unit = raw.charCodeAt(at);
      if (unit === 46 && point < 0 && at > 0 && at < raw.length - 1) point = at;
      else if (unit < 48 || unit > 57) return undefined;
    }
    if (raw === "" || (point >= 0 && raw.length - 1 - point > scale)) return undefined;
    const value = Number(raw);
    return value >= minimum && value <= maximum && value < 1e12 ? value : undefined;
  };
}

/** ASCII words that begin with a letter or digit, end without a space, and can hold no personal data. */
function plainText({ maxLength = 1000 }: Column, freeText: "people" | "equipment") {
  const people = freeText === "people";
  return (raw: string): boolean => {
    const { length } = raw;
    if (length < 4 || length > maxLength || raw.charCodeAt(length - 1) === 32) return false;
    const first = raw.charCodeAt(0) | 32;
    if (!((first >= 97 && first <= 122) || (first >= 48 && first <= 57))) return false;
    let digits = 0;
    for (let at = 0; at < length; at++) {
      const unit = raw.charCodeAt(at);
      if (unit < 32 || unit > 126 || unit === 64 || (unit === 32 && people)) return false;
      if (unit >= 48 && unit <= 57) digits++;
      // An NI number is six digits and then a letter.
      else if (digits >= 6 && unit >= 65) return false;
    }
    return digits < 6 || !people;
  };
}
