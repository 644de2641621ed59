import { quantileBetween, quantilePlace } from "./quantiles";

/**
 * Quantiles of whole numbers, such as the posts of a projection's runs: those of `quantiles`, to the bit, by counting
 * how often each number occurs. Linear in the number of values and in the width of their range, which should be of like
 * size. The values stay as they are. `scratch` (zeros, left as zeros) saves making one; where it is too short it is not
 * used. No value, or one that is not whole, throws.
 */
export function quantilesOfWhole(
  values: Int32Array | Uint16Array | Float64Array,
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
  const places = placesOf(probabilities, count);
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
    results[position] = quantileBetween(least + bin, least + next, share);
  }
  tally.fill(0, 0, width);
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
