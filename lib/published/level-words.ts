import type { Level } from "@/lib/places/place";

/** A level in words: as a caption over a name, as a column heading, and in a sentence. */
export const LEVEL_WORDS: Readonly<Record<Level, { one: string; many: string }>> = {
  united_kingdom: { one: "United Kingdom", many: "United Kingdom" },
  nation: { one: "Nation", many: "nations" },
  region: { one: "NHS region", many: "regions" },
  board: { one: "Integrated care board", many: "integrated care boards" },
  organisation: { one: "Organisation", many: "organisations" },
};
