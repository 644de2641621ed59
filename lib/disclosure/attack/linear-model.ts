import type { Interval } from "../interval";

/** A weighted sum of columns: pairs of a column's number and its weight. */
export type Sum = readonly (readonly [column: number, weight: number])[];

/** What is known of a sum; `name` says from where, for errors and for the repair. */
export type Row = { name: string; sum: Sum; low: number; high: number };

export type LinearModel = {
  columns: readonly { name: string; low: number; high: number }[];
  rows: readonly Row[];
};

/** A model while it is laid out. */
export type OpenModel = {
  /** The number of a column, which is made at its first mention: nought or more, where nothing else is said. */
  column: (name: string, bounds?: Interval) => number;
  has: (name: string) => boolean;
  know: (row: Row) => void;
  model: LinearModel;
};

export function newModel(): OpenModel {
  const numbers = new Map<string, number>();
  const columns: LinearModel["columns"][number][] = [];
  const rows: Row[] = [];
  return {
    column(name, { low, high } = { low: 0, high: Number.POSITIVE_INFINITY }) {
      const known = numbers.get(name);
      if (known !== undefined) return known;
      numbers.set(name, columns.length);
      columns.push({ name, low, high });
      return columns.length - 1;
    },
    has: (name) => numbers.has(name),
    know(row) {
      rows.push(row);
    },
    model: { columns, rows },
  };
}

export const sumOver = (sum: Sum, values: ArrayLike<number>): number =>
  sum.reduce((total, [column, weight]) => total + weight * (values[column] ?? Number.NaN), 0);
