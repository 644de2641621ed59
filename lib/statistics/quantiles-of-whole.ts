import { quantileBetween, quantilePlace } from "./quantiles";

/**
 * Quantiles of whole numbers, such as the posts of a projection's runs: those of `quantiles`, to the bit, by counting
 * how often each number occurs. Linear in the number of values and in the width of their range, which should be of like
 * size. The values stay as they are. `scratch` (zeros, left as zeros) saves making one, and where all values lie between
 * nought and its length, looking for their range. No value, or one that is not whole, throws.
 */
export function quantilesOfWhole(
  values: Int32Array | Uint16Array | Float64Array,
  probabilities: readonly number[],
  scratch?: Int32Array,
): number[] {
  const count = values.length;
  if (count === 0) throw new Error("Quantiles are asked for of no values");
  const places = placesOf(probabilities, count);
  if (scratch !== undefined && values instanceof Int32Array) {
    const told = tell(values, scratch);
    const results = told ? fromTally(scratch, scratch.length >> 1, 0, places) : null;
    scratch.fill(0);
    if (results !== null) return results;
  }
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
  const tally = new Int32Array(2 * width);
  for (let at = 0; at < count; at += 1) {
    const bin = (values[at] as number) - least;
    tally[bin] = (tally[bin] as number) + 1;
  }
  return fromTally(tally, width, least, places);
}

/**
 * Counts values into a tally from nought on; whether there was room for them all. Every other value is counted apart at
 * first: of counts of people many are alike, and each would wait for the one before it.
 */
function tell(values: Int32Array, tally: Int32Array): boolean {
  const count = values.length;
  const room = tally.length >> 1;
  let beyond = 0;
  let at = 0;
  for (; at + 1 < count; at += 2) {
    const one = values[at] as number;
    const other = values[at + 1] as number;
    if (one >>> 0 < room && other >>> 0 < room) {
      tally[one] = (tally[one] as number) + 1;
      tally[room + other] = (tally[room + other] as number) + 1;
    } else beyond += 1;
  }
  if (at < count) {
    const one = values[at] as number;
    if (one >>> 0 < room) tally[one] = (tally[one] as number) + 1;
    else beyond += 1;
  }
  return beyond === 0;
}

/** The quantiles at these places, lowest first, of values counted from `least` on, in two tallies one after the other. */
function fromTally(tally: Int32Array, width: number, least: number, places: readonly Place[]): number[] {
  const counted = (bin: number): number => (tally[bin] as number) + (tally[width + bin] as number);
  const results = new Array<number>(places.length);
  let bin = 0;
  let upTo = counted(0);
  for (const { below, share, position } of places) {
    while (upTo <= below) {
      bin += 1;
      upTo += counted(bin);
    }
    let next = bin;
    if (share > 0 && upTo === below + 1) {
      next += 1;
      while (counted(next) === 0) next += 1;
    }
    results[position] = quantileBetween(least + bin, least + next, share);
  }
  return results;
}

type Place = { below: number; share: number; position: number };
let last: { probabilities: readonly number[]; count: number; places: Place[] } | undefined;

/** Where quantiles stand, lowest first, since the tally is walked once; as at the last call where the same is asked. */
function placesOf(probabilities: readonly number[], count: number): Place[] {
  if (
    last !== undefined &&
    last.count === count &&
    last.probabilities.length === probabilities.length &&
    probabilities.every((p, at) => p === last?.probabilities[at])
  )
    return last.places;
  const places = probabilities.map((p, position) => ({ ...quantilePlace(p, count), position }));
  places.sort((a, b) => a.below - b.below);
  last = { probabilities: [...probabilities], count, places };
  return places;
}
