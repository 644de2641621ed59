const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Bytes in base64url (RFC 4648, section 5) without padding; written out because it runs in a browser worker too. */
export function base64Url(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
    const block = (first << 16) | (second << 8) | third;
    const letters = Math.min(4, bytes.length - at + 1);
    for (let index = 0; index < letters; index++) text += LETTERS[(block >>> (18 - 6 * index)) & 63];
  }
  return text;
}
