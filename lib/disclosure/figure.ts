import type { Level } from "@/lib/places/place";

/** `<5` 0 to 4; `c` withheld; `:` not returned; `x` not in the catalogue. `c` says nothing about size. */
export type FigureSymbol = "<5" | "c" | ":" | "x";

/** One row of the release table, in its final shape (DISCLOSURE rule 1.3, step 9). */
export type Figure = {
  /** Stable and readable: `{level}:{place}:{measure}:{dimension}:{category}:{basis}:{audience}`. */
  cellId: string;
  level: Level;
  place: string;
  /** `all` for the total. */
  dimension: string;
  /** `all` for the total. */
  category: string;
  measure: string;
  basis: "returned" | "estimated";
  audience: "public" | "members";
  value: number | null;
  symbol: FigureSymbol | null;
  low: number | null;
  high: number | null;
};
