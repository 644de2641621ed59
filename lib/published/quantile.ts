/**
 * The quantile of a share (0 to 1) of values in any order: between two values in proportion, the first at 0 and the
 * last at 1 (type 7 of Hyndman and Fan, The American Statistician 50, 1996). NaN without values.
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (at - Math.floor(at)) * (above - below);
}
