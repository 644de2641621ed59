/** A head has at least a tenth and, as the checks of a return have it, at most 1.2 WTE. */
const LEAST = 0.1;
const MOST = 1.2;

/**
 * Scales WTE, each kept within what its heads can work, so that they sum to the total. Needed where margins of heads
 * and of WTE, rounded apart, pull a cell's mean beyond reason. A total out of reach is taken in proportion to heads.
 */
export function boundedWte(wte: Float64Array, heads: Float64Array, total: number): Float64Array {
  const at = (scale: number): Float64Array =>
    wte.map((value, cell) => {
      const here = heads[cell] ?? 0;
      return Math.min(MOST * here, Math.max(LEAST * here, value * scale));
    });
  const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0);
  const tolerance = 1e-12 * Math.max(1, total);
  const asIs = at(1);
  if (Math.abs(sum(asIs) - total) <= tolerance) return asIs;
  // The logarithm of the scale is halved: a few cells may be many powers of ten from what they should be.
  let [down, up] = [-50, 50];
  for (let halving = 0; halving < 200; halving += 1) {
    const middle = (down + up) / 2;
    if (sum(at(Math.exp(middle))) < total) down = middle;
    else up = middle;
  }
  const scaled = at(Math.exp((down + up) / 2));
  const reached = sum(scaled);
  if (Math.abs(reached - total) <= 1e-6 * Math.max(1, total)) {
    return reached > 0 ? scaled.map((value) => (value * total) / reached) : scaled;
  }
  const all = sum(heads);
  return heads.map((count) => (all > 0 ? (count * total) / all : 0));
}
