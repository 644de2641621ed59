import { base64Url } from "./base-64-url";
import { hmacSha256 } from "./sha-256";

const HASHED = /^mk1_[A-Za-z0-9_-]{43}$/;

/** Whether a person key is in hashed form, which is the only one that the server takes. */
export const isHashedPersonKey = (key: string): boolean => HASHED.test(key);

/**
 * Hashes a person key with the organisation's own key, so that the same person has the same hash from year to year in
 * that organisation and in no other: `mk1_` and base64url of HMAC-SHA256(key, organisation + "|" + trimmed key).
 */
export function createPersonKeyHasher(key: Uint8Array, organisation: string): (raw: string) => string {
  const keyed = hmacSha256(key);
  const encoder = new TextEncoder();
  return (raw) => `mk1_${base64Url(keyed(encoder.encode(`${organisation}|${raw.trim()}`)))}`;
}
