import { strToU8, type Zippable, zipSync } from "fflate";

/** So that the same files are the same bytes whenever they are packed. The earliest day that a ZIP can hold. */
const ALWAYS = "1980-01-01T00:00:00";

/** Packs files by name, the same bytes for the same files. */
export function zipOf(files: readonly { name: string; text: string }[]): Uint8Array<ArrayBuffer> {
  const given: Zippable = Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)]));
  return new Uint8Array(zipSync(given, { mtime: ALWAYS, level: 6 }));
}
