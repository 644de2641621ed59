import type { Encoding } from "./bytes-to-text";
import { windows1252Byte } from "./windows-1252";

const PIECE = 8192;

const isWide = (encoding: Encoding) => encoding === "utf-16le" || encoding === "utf-16be";

/** Units of the byte order mark with which a file of this encoding begins. */
export const markLength = (encoding: Encoding): number =>
  encoding === "utf-8-bom" ? 3 : isWide(encoding) ? 1 : 0;

/**
 * Bytes as a text of one character for each byte, or for each pair of bytes in UTF-16, and back, without loss: whatever
 * the bytes mean, delimiters, quotation marks and line ends are themselves in every encoding that is taken, so a file
 * can be changed in one place without being read.
 */
export function createCodeUnits(encoding: Encoding) {
  const wide = isWide(encoding);
  const high = encoding === "utf-16be" ? 0 : 1;
  let odd: number | null = null;

  const units = (bytes: Uint8Array): string => {
    let text = "";
    for (let from = 0; from < bytes.length; from += PIECE) {
      const some = bytes.subarray(from, from + PIECE);
      text += String.fromCharCode(...(wide ? pairs(some) : some));
    }
    return text;
  };
  const pairs = (bytes: Uint8Array): number[] => {
    const found: number[] = [];
    for (const byte of bytes) {
      if (odd === null) odd = byte;
      else {
        found.push(high === 0 ? odd * 256 + byte : byte * 256 + odd);
        odd = null;
      }
    }
    return found;
  };

  const bytes = (text: string): Uint8Array<ArrayBuffer> => {
    const made = new Uint8Array(wide ? 2 * text.length : text.length);
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (!wide) made[at] = unit;
      else {
        made[2 * at + high] = unit >> 8;
        made[2 * at + 1 - high] = unit & 255;
      }
    }
    return made;
  };

  return { units, bytes };
}

/** A text in the units of an encoding; null where the encoding has no such character. */
export function unitsOf(text: string, encoding: Encoding): string | null {
  if (isWide(encoding)) return text;
  if (encoding !== "windows-1252") return String.fromCharCode(...new TextEncoder().encode(text));
  const bytes = [...text].map((character) => (character.length > 1 ? null : windows1252Byte(character)));
  return bytes.some((byte) => byte === null) ? null : String.fromCharCode(...(bytes as number[]));
}
