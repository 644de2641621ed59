import type { Column } from "../part";
import type { RepairCode } from "../repairs";
import { type CellSetting, type ReadCell, read, unreadable } from "./cell-outcome";
import { type DateOrder, type DateReading, dateReadings } from "./read-date";
import { shown } from "./shown";
import { tidy } from "./tidy";

/** Day-first or month-first, as far as the cells of a column have settled it. */
export type ColumnOrder = { settled: DateOrder | null };

const repairOf = (reading: DateReading): RepairCode[] =>
  reading.form === "iso" ? [] : reading.form === "serial" ? ["date-serial"] : ["date-form"];

/** Reads a date that the collection fixes: the reading that equals it is taken. */
export function fixedDateCell(column: Column, { context, periodStart }: CellSetting): ReadCell {
  const expected = column.equals === "period_start" ? periodStart : context.census;
  const code = column.equals === "census" ? "census-date" : "period";
  const message =
    column.equals === "census"
      ? "is not the collection's census date"
      : `is not the ${column.equals === "period_start" ? "first" : "last"} day of the twelve months to the census`;
  return (raw) => {
    const { text, repairs } = tidy(raw);
    if (text === "") return read(null, repairs);
    const readings = dateReadings(text);
    const taken = readings.find(({ iso }) => iso === expected) ?? readings[0];
    if (!taken) return noDate(column, text, repairs);
    const done =
      text === taken.iso
        ? repairs
        : [...repairs, ...(repairOf(taken).length ? repairOf(taken) : (["date-form"] as const))];
    if (taken.iso === expected) return read(taken.iso, done);
    return read(taken.iso, done, {
      code,
      message: `${shown(text)} ${message}, ${expected}.`,
      mend: `Write ${expected}, or send the file to its own collection.`,
    });
  };
}

/** Reads any other date: where day and month could change places, the column's other cells decide. */
export function dateCell(column: Column, order: ColumnOrder): ReadCell {
  return (raw) => {
    const { text, repairs } = tidy(raw);
    if (text === "") return read(null, repairs);
    const readings = dateReadings(text);
    if (readings.length === 0) return noDate(column, text, repairs);
    const ordered = readings.filter(({ form }) => form === "day-first" || form === "month-first");
    const taken =
      ordered.length > 0 && order.settled
        ? readings.find(({ form }) => form === order.settled)
        : readings.length === 1
          ? readings[0]
          : undefined;
    if (!taken)
      return unreadable(
        {
          code: "date-order-open",
          message: order.settled
            ? `${shown(text)} in ${column.name} is no date when the day stands ${order.settled === "day-first" ? "first" : "second"}, as it does in the rest of the column.`
            : `${shown(text)} in ${column.name} may be two dates, and no other cell of the column decides which.`,
        },
        repairs,
      );
    return read(taken.iso, text === taken.iso ? repairs : [...repairs, ...repairOf(taken)]);
  };
}

/** The order that a cell settles for its column; null when it leaves it open or has nothing to say. */
export function settledOrder(text: string): DateOrder | null {
  const readings = dateReadings(text);
  const form = readings.length === 1 ? readings[0]?.form : undefined;
  return form === "day-first" || form === "month-first" ? form : null;
}

const noDate = (column: Column, text: string, repairs: readonly RepairCode[]) =>
  unreadable({ code: "not-a-date", message: `${shown(text)} in ${column.name} is not a date.` }, repairs);
