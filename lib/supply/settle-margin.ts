/** One category of a published margin: its value if it has one, and the bounds within which the truth lies. */
export type Published = {
  value: number | null;
  /** Null bounds: withheld, it may be anything. */
  low: number | null;
  high: number | null;
  /** What it would be beforehand, in the same unit; sums to the total over the margin. */
  expected: number;
  /** How far it gives way, against the others, to what rounding leaves over: above nought, 1 unless said. */
  give?: number;
};

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** Shifts the values as far as each gives way, and none beyond its bounds, so that they sum to the total. */
function shifted(
  values: readonly number[],
  bounds: readonly (readonly [number, number])[],
  gives: readonly number[],
  total: number,
): number[] {
  const at = (shift: number): number[] =>
    values.map((value, index) => {
      const [low, high] = bounds[index] ?? [0, 0];
      return clamp(value + shift * (gives[index] ?? 1), low, high);
    });
  const span = Math.max(...bounds.map(([low, high], index) => (high - low) / (gives[index] ?? 1)), 0);
  let [down, up] = [-span, span];
  for (let halving = 0; halving < 100; halving += 1) {
    const middle = (down + up) / 2;
    if (sum(at(middle)) < total) down = middle;
    else up = middle;
  }
  return at((down + up) / 2);
}

/**
 * What each category of a margin is taken to be, so that together they are the total, which is published on its own
 * and honoured. A category without a value but with bounds ("<5") is what was expected, within them; one withheld
 * shares what the others leave. What rounding leaves over is spread over all, within their bounds; if the bounds do
 * not allow it, in proportion.
 */
export function settleMargin(margin: readonly Published[], total: number): number[] {
  if (margin.length === 0) return [];
  const free = (one: Published): boolean => one.low === null || one.high === null;
  const guess = margin.map((one) =>
    free(one) ? 0 : (one.value ?? clamp(one.expected, one.low ?? 0, one.high ?? 0)),
  );
  const left = total - sum(guess);
  const expectedOfFree = sum(margin.map((one) => (free(one) ? one.expected : 0)));
  if (left >= 0 && expectedOfFree > 0) {
    return margin.map((one, at) => (free(one) ? (left * one.expected) / expectedOfFree : (guess[at] ?? 0)));
  }

  const bounds = margin.map((one): [number, number] => (free(one) ? [0, 0] : [one.low ?? 0, one.high ?? 0]));
  const gives = margin.map(({ give = 1 }) => Math.max(give, 1e-3));
  const settled = shifted(guess, bounds, gives, total);
  const reached = sum(settled);
  if (Math.abs(reached - total) < 1e-9 * Math.max(1, Math.abs(total))) return settled;
  if (reached * total > 0) return settled.map((value) => (value * total) / reached);
  return margin.map((one) => one.expected);
}
