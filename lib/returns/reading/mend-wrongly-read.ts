import { utf8Prefix } from "./utf-8-prefix";
import { windows1252Byte } from "./windows-1252";

const SUSPECT = /[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u2122]/;
const RUN = /[^\p{ASCII}]+/gu;

/**
 * Undoes UTF-8 that was read as Windows-1252 and saved again (“CafÃ©” for “Café”), run by run of letters outside
 * ASCII, and leaves alone whatever would not be valid UTF-8.
 */
export function mendWronglyRead(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return text.replace(RUN, (run) => {
    const bytes: number[] = [];
    for (const character of run) {
      const byte = windows1252Byte(character);
      if (byte === null) return run;
      bytes.push(byte);
    }
    const read = Uint8Array.from(bytes);
    return utf8Prefix(read).stop === "end" ? new TextDecoder("utf-8", { ignoreBOM: true }).decode(read) : run;
  });
}
