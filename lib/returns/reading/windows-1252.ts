/** What bytes 80 to 9F mean in Windows-1252; U+FFFF marks the five that mean nothing. */
const UPPER_CONTROLS =
  "\u20ac\uffff\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\uffff\u017d\uffff" +
  "\uffff\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\uffff\u017e\u0178";

const UNITS = Uint16Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 && byte < 0xa0 ? UPPER_CONTROLS.charCodeAt(byte - 0x80) : byte,
);

const BYTES = new Map([...UPPER_CONTROLS].map((character, index) => [character, 0x80 + index]));

/** Whether a byte has no meaning in Windows-1252 (81, 8D, 8F, 90, 9D). */
export const meansNothing = (byte: number): boolean => UNITS[byte] === 0xffff;

/**
 * Decodes Windows-1252. Written out because `TextDecoder` gives the five undefined bytes a meaning, and because some
 * releases of Node read it as ISO 8859-1. Returns null where a byte means nothing.
 */
export function decodeWindows1252(bytes: Uint8Array): string | null {
  let text = "";
  const units = new Uint16Array(Math.min(bytes.length, 8192));
  for (let from = 0; from < bytes.length; from += 8192) {
    const length = Math.min(8192, bytes.length - from);
    for (let index = 0; index < length; index++) {
      const unit = UNITS[bytes[from + index] as number] as number;
      if (unit === 0xffff) return null;
      units[index] = unit;
    }
    text += String.fromCharCode.apply(null, units.subarray(0, length) as unknown as number[]);
  }
  return text;
}

/**
 * The byte that Windows-1252 has for a character; a control character U+0080 to U+009F stands for itself, as in
 * text that was read wrongly by a lenient decoder. Null for a character that it does not have.
 */
export function windows1252Byte(character: string): number | null {
  const unit = character.charCodeAt(0);
  return unit < 0x100 ? unit : (BYTES.get(character) ?? null);
}
