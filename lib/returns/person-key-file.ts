import { base64Url } from "./base-64-url";
import { hmacSha256 } from "./sha-256";

/** A key shorter than this could be found by trying. */
export const LEAST_KEY_BYTES = 16;
/** A key file is a line; more is some other file. */
const MOST_KEY_BYTES = 4096;

/** The text of a new key file: 32 random bytes in base64url, on a line of its own. */
export const keyFileText = (random: Uint8Array): string => `${base64Url(random)}\n`;

/** More lines, cells, or anything that is no text: another file, taken for the key. */
const ANOTHER_FILE = /[\p{Cc},;|\ufeff\ufffd]/u;

/**
 * The key in a key file: the bytes of its one line; null where they are too few or too many for a key, or are more than
 * a line or no text, as in a small CSV file chosen by mistake.
 */
export function keyOfFile(bytes: Uint8Array): Uint8Array | null {
  const key = bytes.subarray(0, bytes.findLastIndex((byte) => byte !== 10 && byte !== 13) + 1);
  if (key.length < LEAST_KEY_BYTES || key.length > MOST_KEY_BYTES) return null;
  return ANOTHER_FILE.test(new TextDecoder("utf-8", { ignoreBOM: true }).decode(key)) ? null : key;
}

const FINGERPRINT = /^kf1_[A-Za-z0-9_-]{11}$/;

/**
 * What tells one key from another and says nothing of either: `kf1_` and base64url of the first eight bytes of
 * HMAC-SHA256(key, "muster person key").
 */
export const keyFingerprint = (key: Uint8Array): string =>
  `kf1_${base64Url(hmacSha256(key)(new TextEncoder().encode("muster person key")).subarray(0, 8))}`;

export const isKeyFingerprint = (text: string): boolean => FINGERPRINT.test(text);
