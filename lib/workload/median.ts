/** The median, with the bounds between which the median of all such services lies with at least 95 % confidence. */
export type MedianInterval = { median: number; low: number; high: number };

/**
 * The median of a sample and its distribution-free confidence interval: the order statistics x(k) and x(n+1−k), k the
 * largest with 2·P(Binomial(n, ½) < k) ≤ 0.05 (Conover, Practical Nonparametric Statistics; for n = 10, k = 2). For fewer
 * than six values no pair holds 95 %, and the bounds are the least and the greatest. Undefined for an empty sample: throws.
 */
export function medianInterval(values: readonly number[]): MedianInterval {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  const at = (index: number): number => {
    const value = sorted[index];
    if (value === undefined) throw new Error("There is no median of no values");
    return value;
  };
  let term = 0.5 ** n;
  let below = term;
  let k = 0;
  while (2 * below <= 0.05 && 2 * k < n) {
    k += 1;
    term *= (n - k + 1) / k;
    below += term;
  }
  const rank = Math.max(k, 1);
  const median = n % 2 === 1 ? at((n - 1) / 2) : (at(n / 2 - 1) + at(n / 2)) / 2;
  return { median, low: at(rank - 1), high: at(n - rank) };
}
