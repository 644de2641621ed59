/** A value with the least and the most that it may be: low ≤ value ≤ high. What is multiplied or divided is zero or more. */
export type ValueRange = { value: number; low: number; high: number };

/** A value that leaves nothing open. */
export const exactly = (value: number): ValueRange => ({ value, low: value, high: value });

/** The product of two: both at their least, both at their most. */
export const product = (a: ValueRange, b: ValueRange): ValueRange => ({
  value: a.value * b.value,
  low: a.low * b.low,
  high: a.high * b.high,
});

export const scaled = (range: ValueRange, factor: number): ValueRange => product(range, exactly(factor));

/** The quotient of two: the least over the most, the most over the least. The divisor is above zero throughout. */
export const quotient = (a: ValueRange, b: ValueRange): ValueRange => ({
  value: a.value / b.value,
  low: a.low / b.high,
  high: a.high / b.low,
});

/** The sum, all at their least and all at their most: for what errs alike, as two services on the same defaults do. */
export const sum = (ranges: readonly ValueRange[]): ValueRange =>
  ranges.reduce(
    (total, { value, low, high }) => ({
      value: total.value + value,
      low: total.low + low,
      high: total.high + high,
    }),
    exactly(0),
  );

/** No less than a floor, in any case. */
export const atLeast = ({ value, low, high }: ValueRange, floor: number): ValueRange => ({
  value: Math.max(value, floor),
  low: Math.max(low, floor),
  high: Math.max(high, floor),
});

/** What is left of it after so much. */
export const less = ({ value, low, high }: ValueRange, amount: number): ValueRange => ({
  value: value - amount,
  low: low - amount,
  high: high - amount,
});
