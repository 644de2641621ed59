/** One measured budget. */
export type BenchRow = {
  name: string;
  value: number;
  unit: string;
  /** With its comparison: `≥ 0.7`, `≤ 60`. */
  budget: string;
  holds: boolean;
};

type Measured = { name: string; value: number; unit: string };

/** A row whose value must not exceed the limit. */
export const atMost = (limit: number, measured: Measured): BenchRow => ({
  ...measured,
  value: rounded(measured.value),
  budget: `≤ ${limit}`,
  holds: measured.value <= limit,
});

/** A row whose value must not fall below the limit. */
export const atLeast = (limit: number, measured: Measured): BenchRow => ({
  ...measured,
  value: rounded(measured.value),
  budget: `≥ ${limit}`,
  holds: measured.value >= limit,
});

const rounded = (value: number): number => Number(value.toPrecision(3));

/** The rows as a table for people. */
export function benchTable(rows: readonly BenchRow[]): string {
  const cells = rows.map(({ name, value, unit, budget, holds }) => [
    name,
    `${value} ${unit}`,
    `${budget} ${unit}`,
    holds ? "holds" : "DOES NOT HOLD",
  ]);
  const all = [["what", "measured", "budget", ""], ...cells];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  return all
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n")
    .concat("\n");
}

/** The middle value (the mean of the middle two). */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error("The median of nothing");
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] as number) + (sorted[Math.floor(middle)] as number)) / 2;
}
