import { philox4x32 } from "@/lib/statistics/philox";

/**
 * A stream of random values that depends on nothing but its seed, name and index: another stream's length, the
 * order of work and the number of threads change nothing. Only additions and multiplications are used, so the same
 * values come out on every engine (`Math.log` and `Math.cos` differ in the last bits between them).
 */
export type Random = {
  /** Uniform in [0, 1), 32 bits. */
  uniform: () => number;
  /** True with the given probability. */
  chance: (probability: number) => boolean;
  /** A whole number from `low` to `high`, both included. */
  whole: (low: number, high: number) => number;
  /** Near-normal (sum of twelve uniforms, cut at ± 6 deviations). */
  normal: (mean: number, deviation: number) => number;
  /** One of the options, in proportion to its weight. */
  weighted: <T>(options: readonly (readonly [T, number])[]) => T;
};

/** FNV-1a, 32 bits: tells the streams' names apart. */
function nameHash(name: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** The stream of (seed, name, index); seed and index are taken modulo 2^32. */
export function randomStream(seed: number, name: string, index = 0): Random {
  const block = new Uint32Array(4);
  const nameKey = nameHash(name);
  let drawn = 0;

  const uniform = (): number => {
    const position = drawn % 4;
    if (position === 0) philox4x32(block, drawn / 4, index, 0, 0, seed, nameKey);
    drawn += 1;
    return (block[position] as number) / 0x100000000;
  };
  const chance = (probability: number): boolean => uniform() < probability;
  const whole = (low: number, high: number): number => low + Math.floor(uniform() * (high - low + 1));
  const normal = (mean: number, deviation: number): number => {
    let sum = -6;
    for (let term = 0; term < 12; term += 1) sum += uniform();
    return mean + deviation * sum;
  };
  const weighted = <T>(options: readonly (readonly [T, number])[]): T => {
    let left = uniform() * options.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [option, weight] of options) {
      left -= weight;
      if (left < 0) return option;
    }
    const last = options.findLast(([, weight]) => weight > 0);
    if (last === undefined) throw new Error("weighted: no option has a weight above zero");
    return last[0];
  };
  return { uniform, chance, whole, normal, weighted };
}
