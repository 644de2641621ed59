/** Stretches up to this long are sorted by insertion. */
const FEW = 24;
const MOST_BINS = 4096;

/** Reused from call to call, for speed alone: every call writes what it reads. */
const tally = new Int32Array(MOST_BINS + 1);
const goesTo = new Int32Array(MOST_BINS + 1);
const moves = new Uint8Array(MOST_BINS + 1);
const binsOf = new Uint16Array(MOST_BINS);
const gatheredBy = new Float64Array(MOST_BINS);

/** Whether all of a stretch is one number: counts of people have many ties, and need no sorting. */
function oneNumber(values: Float64Array, from: number, to: number): boolean {
  const value = values[from] as number;
  for (let at = from + 1; at < to; at += 1) if (values[at] !== value) return false;
  return true;
}

function sortStretch(values: Float64Array, from: number, to: number): void {
  if (oneNumber(values, from, to)) return;
  if (to - from > FEW) {
    values.subarray(from, to).sort();
    return;
  }
  for (let at = from + 1; at < to; at += 1) {
    const value = values[at] as number;
    let gap = at - 1;
    while (gap >= from && (values[gap] as number) > value) {
      values[gap + 1] = values[gap] as number;
      gap -= 1;
    }
    values[gap + 1] = value;
  }
}

/**
 * Writes the values of the given ranks (rising, from 0) into `found`. Values are told into bins of equal width, and only
 * the bins that hold a rank are looked into: two passes over the sample, whatever its order. A bin that holds too much,
 * as beside an outlier, is told into bins in its turn.
 */
function pickRanks(values: Float64Array, ranks: readonly number[], found: Float64Array, depth: number): void {
  const count = values.length;
  let least = Infinity;
  let most = -Infinity;
  for (let at = 0; at < count; at += 1) {
    const value = values[at] as number;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (most === least) {
    found.fill(least);
    return;
  }
  const bins = Math.min(MOST_BINS, Math.max(16, count >> 1));
  const scale = (bins - 1) / (most - least);
  // A range so narrow or so wide that its bins have no width.
  if (!(scale > 0 && scale < Infinity) || depth > 3) {
    const sorted = values.slice().sort();
    for (const [at, rank] of ranks.entries()) found[at] = sorted[rank] as number;
    return;
  }
  tally.fill(0, 0, bins);
  const binOf = count <= binsOf.length ? binsOf : new Uint16Array(count);
  for (let at = 0; at < count; at += 1) {
    const bin = (((values[at] as number) - least) * scale) | 0;
    binOf[at] = bin;
    tally[bin] = (tally[bin] as number) + 1;
  }
  goesTo.fill(0, 0, bins);
  moves.fill(0, 0, bins);
  const stretches: { from: number; below: number; first: number; last: number }[] = [];
  let bin = 0;
  let below = 0;
  let kept = 0;
  for (const [at, rank] of ranks.entries()) {
    while (below + (tally[bin] as number) <= rank) {
      below += tally[bin] as number;
      bin += 1;
    }
    const open = stretches.at(-1);
    if (moves[bin] === 1 && open) open.last = at;
    else {
      moves[bin] = 1;
      goesTo[bin] = kept + 1;
      stretches.push({ from: kept, below, first: at, last: at });
      kept += tally[bin] as number;
    }
  }
  // What no rank needs is written to the first place, again and again: that is faster than asking each time.
  const room = kept + 1 <= gatheredBy.length && depth === 0 ? gatheredBy : new Float64Array(kept + 1);
  for (let at = 0; at < count; at += 1) {
    const own = binOf[at] as number;
    const to = goesTo[own] as number;
    room[to] = values[at] as number;
    goesTo[own] = to + (moves[own] as number);
  }
  const gathered = room.subarray(1, kept + 1);
  for (const [at, { from, below: before, first, last }] of stretches.entries()) {
    const to = stretches[at + 1]?.from ?? kept;
    if (to - from > 16 * FEW && !oneNumber(gathered, from, to)) {
      const inside = ranks.slice(first, last + 1).map((rank) => rank - before);
      pickRanks(gathered.subarray(from, to), inside, found.subarray(first, last + 1), depth + 1);
    } else {
      sortStretch(gathered, from, to);
      for (let rank = first; rank <= last; rank += 1) {
        found[rank] = gathered[from + (ranks[rank] as number) - before] as number;
      }
    }
  }
}

/** Where quantile `p` of `count` values stands: between rank `below` and the next, at `share` of the way (type 7). */
export function quantilePlace(p: number, count: number): { below: number; share: number } {
  if (!(p >= 0 && p <= 1)) throw new Error(`A quantile is asked for at ${p}, which is not between 0 and 1`);
  const at = p * (count - 1);
  const below = Math.floor(at);
  return { below, share: at - below };
}

/** A negative zero would tell in which order equal values were found, so there is none. */
export const quantileBetween = (low: number, high: number, share: number): number =>
  (share === 0 ? low : low + share * (high - low)) + 0;

/**
 * Quantiles of a sample by linear interpolation between ranks (type 7 of Hyndman and Fan, The American Statistician 50,
 * 1996; R's default), in the order of `probabilities` (0 to 1). Exact: the same bits as from the sorted sample, though
 * only the ranks that are needed are looked for. The values stay as they are. No value, one that is not finite, or a
 * share outside 0 to 1 throws.
 */
export function quantiles(values: Float64Array, probabilities: readonly number[]): number[] {
  const count = values.length;
  if (count === 0) throw new Error("Quantiles are asked for of no values");
  // NaN and both infinities times zero are NaN, and so is the sum from then on.
  let check = 0;
  for (let at = 0; at < count; at += 1) check += (values[at] as number) * 0;
  if (check !== 0) throw new Error("Quantiles are asked for of values among which one is not finite");
  const places = probabilities.map((p) => quantilePlace(p, count));
  const needed = new Set<number>();
  for (const { below, share } of places) {
    needed.add(below);
    if (share > 0) needed.add(below + 1);
  }
  const ranks = [...needed].sort((a, b) => a - b);
  const found = new Float64Array(ranks.length);
  pickRanks(values, ranks, found, 0);
  const ofRank = (rank: number): number => found[ranks.indexOf(rank)] as number;
  return places.map(({ below, share }) =>
    quantileBetween(ofRank(below), share > 0 ? ofRank(below + 1) : 0, share),
  );
}
