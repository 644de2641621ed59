const FEW = 16;

function swap(values: Float64Array, i: number, j: number): void {
  const kept = values[i] as number;
  values[i] = values[j] as number;
  values[j] = kept;
}

function sortFew(values: Float64Array, left: number, right: number): void {
  for (let at = left + 1; at <= right; at += 1) {
    const value = values[at] as number;
    let to = at - 1;
    while (to >= left && (values[to] as number) > value) {
      values[to + 1] = values[to] as number;
      to -= 1;
    }
    values[to + 1] = value;
  }
}

/** Moves the extreme of a stretch to the end at which it belongs; `sign` 1 for the least, −1 for the greatest. */
function bringExtreme(values: Float64Array, left: number, right: number, sign: 1 | -1): void {
  let best = left;
  for (let at = left + 1; at <= right; at += 1) {
    if (sign * (values[at] as number) < sign * (values[best] as number)) best = at;
  }
  swap(values, best, sign === 1 ? left : right);
}

/** Puts rank `k` in its place where that is plain: in a short stretch, or at an end of one. */
function settle(values: Float64Array, left: number, right: number, k: number): void {
  if (right - left < FEW) sortFew(values, left, right);
  else bringExtreme(values, left, right, k === left ? 1 : -1);
}

/**
 * Rearranges a stretch so that the value of rank `k` stands at `k`, none before it is greater and none after it less:
 * Floyd and Rivest's SELECT (Communications of the ACM 18, 1975, algorithm 489), which samples a long stretch so as to
 * part it close to the rank that is wanted.
 */
function select(values: Float64Array, from: number, to: number, k: number): void {
  let left = from;
  let right = to;
  while (right > left) {
    if (right - left < FEW || k === left || k === right) {
      settle(values, left, right, k);
      return;
    }
    if (right - left > 600) {
      const n = right - left + 1;
      const place = k - left + 1;
      const z = Math.log(n);
      const size = 0.5 * Math.exp((2 * z) / 3);
      const spread = 0.5 * Math.sqrt((z * size * (n - size)) / n) * (place - n / 2 < 0 ? -1 : 1);
      const low = Math.max(left, Math.floor(k - (place * size) / n + spread));
      const high = Math.min(right, Math.floor(k + ((n - place) * size) / n + spread));
      select(values, low, high, k);
    }
    const pivot = values[k] as number;
    let i = left;
    let j = right;
    swap(values, left, k);
    if ((values[right] as number) > pivot) swap(values, right, left);
    while (i < j) {
      swap(values, i, j);
      i += 1;
      j -= 1;
      while ((values[i] as number) < pivot) i += 1;
      while ((values[j] as number) > pivot) j -= 1;
    }
    if (values[left] === pivot) swap(values, left, j);
    else {
      j += 1;
      swap(values, j, right);
    }
    if (j <= k) left = j + 1;
    if (k <= j) right = j - 1;
  }
}

/** Puts every rank of `ranks[first..last]` (rising) in its place, the middle one first and the others beside it. */
function selectAll(
  values: Float64Array,
  left: number,
  right: number,
  ranks: readonly number[],
  first: number,
  last: number,
): void {
  if (first > last || left >= right) return;
  const middle = (first + last) >> 1;
  const k = ranks[middle] as number;
  select(values, left, right, k);
  selectAll(values, left, k - 1, ranks, first, middle - 1);
  selectAll(values, k + 1, right, ranks, middle + 1, last);
}

/** Where quantile `p` of `count` values stands: between rank `below` and the next, at `share` of the way (type 7). */
function placeOf(p: number, count: number): { below: number; share: number } {
  if (!(p >= 0 && p <= 1)) throw new Error(`A quantile is asked for at ${p}, which is not between 0 and 1`);
  const at = p * (count - 1);
  const below = Math.min(Math.floor(at), count - 1);
  return { below, share: at - below };
}

const between = (low: number, high: number, share: number): number =>
  // A negative zero would tell in which order equal values were found.
  (share === 0 ? low : low + share * (high - low)) + 0;

/**
 * Quantiles of a sample by linear interpolation between ranks (type 7 of Hyndman and Fan, The American Statistician 50,
 * 1996; R's default), in the order of `probabilities` (0 to 1). Exact: the same bits as from the sorted sample, by
 * selecting the ranks that are needed and no more. **`values` are rearranged.** No value, a value that is not finite
 * or a share outside 0 to 1 throws.
 */
export function quantiles(values: Float64Array, probabilities: readonly number[]): number[] {
  const count = values.length;
  if (count === 0) throw new Error("Quantiles are asked for of no values");
  // NaN and both infinities times zero are NaN, and so is the sum from then on.
  let check = 0;
  for (let at = 0; at < count; at += 1) check += (values[at] as number) * 0;
  if (check !== 0) throw new Error("Quantiles are asked for of values among which one is not finite");
  const places = probabilities.map((p) => placeOf(p, count));
  const needed = new Set<number>();
  for (const { below, share } of places) {
    needed.add(below);
    if (share > 0) needed.add(below + 1);
  }
  const ranks = [...needed].sort((a, b) => a - b);
  selectAll(values, 0, count - 1, ranks, 0, ranks.length - 1);
  return places.map(({ below, share }) =>
    between(values[below] as number, (share > 0 ? values[below + 1] : values[below]) as number, share),
  );
}

/**
 * The same of whole numbers, such as posts in a projection's runs, by counting how often each occurs: linear in the
 * values and in the width of their range, and they stay as they are. `scratch` (zeros, left as zeros) saves making one.
 * No value, or one that is not whole, throws.
 */
export function quantilesOfWhole(
  values: ArrayLike<number>,
  probabilities: readonly number[],
  scratch?: Int32Array,
): number[] {
  const count = values.length;
  if (count === 0) throw new Error("Quantiles are asked for of no values");
  let least = Infinity;
  let most = -Infinity;
  let fractions = 0;
  for (let at = 0; at < count; at += 1) {
    const value = values[at] as number;
    if (value < least) least = value;
    if (value > most) most = value;
    fractions += value - Math.floor(value);
  }
  if (fractions !== 0) throw new Error("Counting is for whole numbers, and a value is not one");
  const width = most - least + 1;
  const tally = scratch !== undefined && scratch.length >= width ? scratch : new Int32Array(width);
  for (let at = 0; at < count; at += 1) {
    const bin = (values[at] as number) - least;
    tally[bin] = (tally[bin] as number) + 1;
  }
  // Places are asked for in any order; the tally is walked once.
  const places = probabilities.map((p, position) => ({ ...placeOf(p, count), position }));
  places.sort((a, b) => a.below - b.below);
  const results = new Array<number>(places.length);
  let bin = 0;
  let upTo = tally[0] as number;
  for (const { below, share, position } of places) {
    while (upTo <= below) {
      bin += 1;
      upTo += tally[bin] as number;
    }
    let next = bin;
    if (share > 0 && upTo === below + 1) {
      next += 1;
      while (tally[next] === 0) next += 1;
    }
    results[position] = between(least + bin, least + next, share);
  }
  tally.fill(0, 0, width);
  return results;
}
