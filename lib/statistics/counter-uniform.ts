import { philox4x32 } from "./philox";

const block = new Uint32Array(4);

/**
 * A uniform value strictly between 0 and 1, of 53 bits: a pure function of the seed and three counters (say run,
 * parameter and place), each taken modulo 2^32. Through an inverse distribution function (`inverseNormal`,
 * `gammaQuantile`, `betaQuantile`) it gives a draw; where only the distribution differs, as between two scenarios, the
 * luck is the same.
 */
export function counterUniform(seed: number, first: number, second = 0, third = 0): number {
  philox4x32(block, first, second, third, 0x756e6966, seed, Math.floor(seed / 0x100000000));
  // 53 bits, and half a step, so that neither end is met.
  const high = (block[0] as number) >>> 5;
  const low = (block[1] as number) >>> 6;
  return (high * 0x4000000 + low + 0.5) / 0x20000000000000;
}
