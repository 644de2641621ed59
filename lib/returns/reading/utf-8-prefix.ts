export type Utf8Prefix = {
  /** Bytes from the start that are whole, valid UTF-8 characters. */
  valid: number;
  /** What stops there: the end, a character cut off by the end, or bytes that are no UTF-8. */
  stop: "end" | "cut" | "invalid" | "surrogate";
};

/** How far bytes are valid UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF). */
export function utf8Prefix(bytes: Uint8Array): Utf8Prefix {
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] as number;
    if (lead < 0x80) {
      at++;
      continue;
    }
    const length =
      lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
    if (length === 0) return { valid: at, stop: "invalid" };
    for (let index = 1; index < length; index++) {
      if (at + index >= bytes.length) return { valid: at, stop: "cut" };
      const next = bytes[at + index] as number;
      const low = index > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
      const high = index > 1 ? 0xbf : lead === 0xf4 ? 0x8f : lead === 0xed ? 0x9f : 0xbf;
      if (next < low || next > high) {
        const surrogate = lead === 0xed && index === 1 && next >= 0xa0 && next <= 0xbf;
        return { valid: at, stop: surrogate ? "surrogate" : "invalid" };
      }
    }
    at += length;
  }
  return { valid: at, stop: "end" };
}

/** Whether bytes are ASCII without control characters but TAB, LF and CR: what most pieces of most files are. */
export function plainAscii(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte > 126 || (byte < 32 && byte !== 10 && byte !== 13 && byte !== 9)) return false;
  }
  return true;
}
