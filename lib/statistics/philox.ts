/**
 * Philox4x32-10, the counter-based generator of Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy
 * as 1, 2, 3" (SC11). A block of four 32-bit words is a pure function of a 128-bit counter and a 64-bit key, so
 * any replicate can be reached directly, in any order and on any number of threads.
 */

const MULTIPLIER_0 = 0xd2511f53;
const MULTIPLIER_1 = 0xcd9e8d57;
const WEYL_0 = 0x9e3779b9;
const WEYL_1 = 0xbb67ae85;
const ROUNDS = 10;

/**
 * Writes the four words of one block into `block` (unsigned). Counter words c0 to c3 and key words k0 and k1 are
 * taken modulo 2^32.
 *
 * Each round needs the upper words of two 64-bit products. They are put together from halves, the constants' written
 * out: every sum fits in 32 bits, and `| 0` after each keeps it a machine word.
 */
export function philox4x32(
  block: Uint32Array,
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  k0: number,
  k1: number,
): void {
  let x0 = c0 | 0;
  let x1 = c1 | 0;
  let x2 = c2 | 0;
  let x3 = c3 | 0;
  let key0 = k0 | 0;
  let key1 = k1 | 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    let low = x0 & 0xffff;
    let high = x0 >>> 16;
    let middle = (Math.imul(high, 0x1f53) + (Math.imul(low, 0x1f53) >>> 16)) | 0;
    let cross = (Math.imul(low, 0xd251) + (middle & 0xffff)) | 0;
    const upper0 = (Math.imul(high, 0xd251) + (middle >>> 16) + (cross >>> 16)) | 0;
    low = x2 & 0xffff;
    high = x2 >>> 16;
    middle = (Math.imul(high, 0x8d57) + (Math.imul(low, 0x8d57) >>> 16)) | 0;
    cross = (Math.imul(low, 0xcd9e) + (middle & 0xffff)) | 0;
    const upper1 = (Math.imul(high, 0xcd9e) + (middle >>> 16) + (cross >>> 16)) | 0;
    const lower0 = Math.imul(MULTIPLIER_0, x0);
    const lower1 = Math.imul(MULTIPLIER_1, x2);
    x0 = upper1 ^ x1 ^ key0;
    x1 = lower1;
    x2 = upper0 ^ x3 ^ key1;
    x3 = lower0;
    key0 = (key0 + WEYL_0) | 0;
    key1 = (key1 + WEYL_1) | 0;
  }
  block[0] = x0;
  block[1] = x1;
  block[2] = x2;
  block[3] = x3;
}
