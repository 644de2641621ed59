/**
 * SHA-256 (FIPS 180-4) and HMAC (RFC 2104), written out because the same checks run in a browser worker, where the
 * platform's own is asynchronous and would cost a promise a row. Held to `node:crypto` by the tests.
 */

/** The first 32 bits of the fractional part of a prime's root. */
const fraction = (root: number) => Math.floor((root % 1) * 2 ** 32);

const PRIMES: number[] = [];
for (let number = 2; PRIMES.length < 64; number++)
  if (PRIMES.every((prime) => number % prime !== 0)) PRIMES.push(number);
const ROUNDS = Int32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));
const START = Int32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

const turned = (word: number, bits: number) => (word >>> bits) | (word << (32 - bits));

/** Works one 64-byte block into the state. */
function compress(state: Int32Array, block: Uint8Array, from: number, words: Int32Array): void {
  for (let at = 0; at < 16; at++) {
    const byte = from + at * 4;
    words[at] =
      ((block[byte] as number) << 24) |
      ((block[byte + 1] as number) << 16) |
      ((block[byte + 2] as number) << 8) |
      (block[byte + 3] as number);
  }
  for (let at = 16; at < 64; at++) {
    const early = words[at - 15] as number;
    const late = words[at - 2] as number;
    const small0 = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const small1 = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    words[at] = ((words[at - 16] as number) + small0 + (words[at - 7] as number) + small1) | 0;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  for (let at = 0; at < 64; at++) {
    const big1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const first = (h + big1 + ((e & f) ^ (~e & g)) + (ROUNDS[at] as number) + (words[at] as number)) | 0;
    const big0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  const changed = [a, b, c, d, e, f, g, h];
  for (let at = 0; at < 8; at++) state[at] = (state[at] as number) + (changed[at] as number);
}

/** The digest of bytes that follow `before` bytes already worked into `state`. */
function finish(state: Int32Array, before: number, bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  new DataView(padded.buffer).setBigUint64(padded.length - 8, BigInt(before + bytes.length) * 8n);
  const words = new Int32Array(64);
  for (let from = 0; from < padded.length; from += 64) compress(state, padded, from, words);
  const digest = new Uint8Array(32);
  const view = new DataView(digest.buffer);
  for (let at = 0; at < 8; at++) view.setInt32(at * 4, state[at] as number);
  return digest;
}

/** The SHA-256 of some bytes, 32 bytes. */
export const sha256 = (bytes: Uint8Array): Uint8Array => finish(START.slice(), 0, bytes);

/** HMAC-SHA256 with a key; the key is worked in once for many messages. */
export function hmacSha256(key: Uint8Array): (message: Uint8Array) => Uint8Array {
  const block = new Uint8Array(64);
  block.set(key.length > 64 ? sha256(key) : key);
  const begun = (pad: number) => {
    const state = START.slice();
    compress(
      state,
      block.map((byte) => byte ^ pad),
      0,
      new Int32Array(64),
    );
    return state;
  };
  const inner = begun(0x36);
  const outer = begun(0x5c);
  return (message) => finish(outer.slice(), 64, finish(inner.slice(), 64, message));
}
