import { type Refusal, refusal } from "../refusals";
import { fileSignature } from "./file-signature";
import { plainAscii, utf8Prefix } from "./utf-8-prefix";
import { decodeWindows1252, meansNothing } from "./windows-1252";

export type Encoding = "utf-8" | "utf-8-bom" | "utf-16le" | "utf-16be" | "windows-1252";

export type TextSink = {
  text: (piece: string) => Refusal | null;
  /** The physical line on which text that follows `before`, not yet taken, would stand. */
  lineAfter: (before: string) => number;
};

/** Bytes are decoded in pieces of this size, whatever the size in which they arrive. */
const PIECE = 64 * 1024;

/** C0 but TAB, LF and CR; DEL; and the two characters that are none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/;
/** C1, unless it follows what a wrongly read UTF-8 letter leaves: cells mend those. */
const UPPER_CONTROL = /(?<![\u0080-\u00bf\u00c2-\u00f4\u0152-\u2122])[\u0080-\u009f]/;

const utf8Decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const NONE = new Uint8Array();

/**
 * Turns the bytes of a file into text, in pieces: UTF-8 with or without BOM, UTF-16 with BOM, or Windows-1252.
 * From the first byte that is no UTF-8 the file is read as Windows-1252; letters before it that were valid UTF-8
 * stand, which is what the mending of wrongly read letters would make of them, wherever the pieces are cut.
 */
export function createBytesToText(sink: TextSink) {
  const waiting = new Uint8Array(PIECE);
  let waitingLength = 0;
  let carry = NONE;
  let encoding: Encoding | null = null;
  let utf16Decoder: TextDecoder | null = null;
  let nothingSeen = false;
  let last = "";

  const emit = (text: string): Refusal | null => {
    if (text === "") return null;
    let at = text.search(CONTROL);
    if (at < 0) {
      at = (last + text).search(UPPER_CONTROL);
      if (at >= 0) at -= last.length;
    }
    if (at >= 0) {
      const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0");
      return refusal("control-characters", {
        character: `U+${code}`,
        line: sink.lineAfter(text.slice(0, at)),
      });
    }
    last = text.slice(-1);
    return sink.text(text);
  };

  const undecodable = (names: string) =>
    refusal("undecodable", { encoding: names, line: sink.lineAfter("") });

  const begin = (head: Uint8Array): Refusal | Uint8Array => {
    const kind = fileSignature(head);
    if (kind) return kind;
    const [first, second, third] = head;
    encoding = "utf-8";
    let mark = 0;
    if (first === 0xef && second === 0xbb && third === 0xbf) [encoding, mark] = ["utf-8-bom", 3];
    else if (first === 0xff && second === 0xfe) [encoding, mark] = ["utf-16le", 2];
    else if (first === 0xfe && second === 0xff) [encoding, mark] = ["utf-16be", 2];
    if (mark === 2) utf16Decoder = new TextDecoder("utf-16le", { fatal: true, ignoreBOM: true });
    return head.subarray(mark);
  };

  const utf16 = (decoder: TextDecoder, piece: Uint8Array, final: boolean): Refusal | null => {
    const bytes = joined(carry, piece);
    const whole = bytes.subarray(0, final ? bytes.length : bytes.length & ~1);
    carry = bytes.slice(whole.length);
    if (encoding === "utf-16be")
      for (let at = 0; at + 1 < whole.length; at += 2) whole.subarray(at, at + 2).reverse();
    let text: string;
    try {
      text = decoder.decode(whole, { stream: !final });
    } catch {
      return undecodable("UTF-16");
    }
    return emit(text);
  };

  const windows = (bytes: Uint8Array): Refusal | null => {
    const text = decodeWindows1252(bytes);
    return text === null ? undecodable("UTF-8 or Windows-1252") : emit(text);
  };

  const utf8 = (piece: Uint8Array, final: boolean): Refusal | null => {
    const bytes = carry.length > 0 ? joined(carry, piece) : piece;
    if (plainAscii(bytes)) {
      carry = NONE;
      last = "";
      return bytes.length === 0 ? null : sink.text(utf8Decoder.decode(bytes));
    }
    const { valid, stop } = utf8Prefix(bytes);
    const sound = bytes.subarray(0, valid);
    // UTF-8 continuation bytes that Windows-1252 lacks: should the file turn out to be Windows-1252, it is neither.
    nothingSeen ||= sound.some(meansNothing);
    carry = NONE;
    const refused = emit(utf8Decoder.decode(sound));
    if (refused || stop === "end") return refused;
    if (stop === "cut" && !final) {
      carry = bytes.slice(valid);
      return null;
    }
    if (stop === "surrogate" || nothingSeen || encoding === "utf-8-bom")
      return undecodable("UTF-8 or Windows-1252");
    encoding = "windows-1252";
    return windows(bytes.subarray(valid));
  };

  const decode = (piece: Uint8Array, final: boolean): Refusal | null => {
    const bytes = encoding === null ? begin(piece) : piece;
    if (!(bytes instanceof Uint8Array)) return bytes;
    if (utf16Decoder) return utf16(utf16Decoder, bytes, final);
    return encoding === "windows-1252" ? windows(bytes) : utf8(bytes, final);
  };

  return {
    push(chunk: Uint8Array): Refusal | null {
      for (let from = 0; from < chunk.length; ) {
        const part = chunk.subarray(from, from + PIECE - waitingLength);
        waiting.set(part, waitingLength);
        from += part.length;
        waitingLength += part.length;
        if (waitingLength < PIECE) continue;
        waitingLength = 0;
        const refused = decode(waiting, false);
        if (refused) return refused;
      }
      return null;
    },
    end: (): Refusal | null => decode(waiting.subarray(0, waitingLength), true),
    encoding: (): Encoding => encoding ?? "utf-8",
  };
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
