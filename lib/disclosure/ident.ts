import type { BaseDimension } from "@/lib/measures/dimension";
import type { MeasureFamily } from "@/lib/measures/measure";

/** The people or posts that a figure is about: whose, and which of them. Null: all. */
export type Cell = {
  family: MeasureFamily;
  /** Codes of the organisations that answered. */
  members: readonly string[];
  part: { base: BaseDimension; of: readonly string[] } | null;
};

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Names a cell by what it counts: `staff|R1A+R1B|age:25_34`. No release, year, level, table or screen is in it, so
 * a board of one organisation and that organisation, or Wales as a nation and as a region, are one cell with one
 * figure, and a figure whose truth does not change does not change.
 */
export function ident({ family, members, part }: Cell): string {
  const categories = part === null ? "all" : `${part.base}:${[...part.of].sort(byCodeUnit).join("+")}`;
  return `${family}|${[...members].sort(byCodeUnit).join("+")}|${categories}`;
}
