/**
 * The continuous ranked probability score of a sample as a forecast of one outcome, in the outcome's unit; smaller is
 * better, and for a single value it is the distance. mean |x − y| − ½ mean |x − x′| over all pairs (Gneiting and
 * Raftery, JASA 102, 2007, equation 21), by sorting once: exact in O(n log n). The sample stays as it is.
 *
 * @throws when there is no value, or one that is not finite
 */
export function crpsOfSample(sample: ArrayLike<number>, outcome: number): number {
  const count = sample.length;
  if (count === 0) throw new Error("A score is asked for of a sample of no values");
  const sorted = Float64Array.from(sample).sort();
  let away = 0;
  let apart = 0;
  for (let at = 0; at < count; at += 1) {
    const value = sorted[at] as number;
    away += Math.abs(value - outcome);
    // Of the pairs, `at` have this as their greater and count − 1 − at as their lesser value.
    apart += (2 * at + 1 - count) * value;
  }
  const score = away / count - apart / (count * count);
  if (!Number.isFinite(score))
    throw new Error("A score is asked for of values among which one is not finite");
  // Rounding may leave a sample that hit the outcome a hair below zero.
  return Math.max(0, score);
}
