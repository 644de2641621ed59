import { mendWronglyRead } from "../reading/mend-wrongly-read";
import type { RepairCode } from "../repairs";
import { withoutApostrophe } from "../safe-csv";

/** What a cell was taken for, and the repairs that this took. */
export type Tidied = { text: string; repairs: RepairCode[] };

const EDGES = /^[\s\u00a0\u200b\ufeff]+|[\s\u00a0\u200b\ufeff]+$/g;
const EMPTY_WORDS = new Set(["", "-", "\u2013", "\u2014", "n/a", "#n/a"]);

/** The steps that every column shares: letters mended, edges trimmed, the words for “empty” emptied. */
export function tidy(raw: string): Tidied {
  const repairs: RepairCode[] = [];
  const mended = mendWronglyRead(raw);
  if (mended !== raw) repairs.push("wrongly-read-letters");
  const text = mended.replace(EDGES, "");
  if (EMPTY_WORDS.has(text.toLowerCase())) return { text: "", repairs: raw === "" ? [] : ["empty-words"] };
  if (text !== mended) repairs.push("white-space");
  const bare = withoutApostrophe(text);
  if (bare === null) return { text, repairs };
  return { text: bare, repairs: [...repairs, "apostrophe"] };
}
