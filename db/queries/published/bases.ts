import type { LookAhead } from "@/lib/scenarios/look-ahead";
import type { Base } from "@/lib/supply/fit-base";
import type { Reader } from "../../transaction";

/** What projections of a place start from in a release, and its look ahead; null where its figures say too little. */
export async function baseOf(
  reader: Reader,
  release: number,
  place: string,
): Promise<{ fit: Base; look: LookAhead | null } | null> {
  const [row] = await reader.rows<{ fit: Base; look: LookAhead | null }>(
    "SELECT fit, look FROM published.base WHERE release = $1 AND place = $2",
    [release, place],
  );
  return row ?? null;
}

/** What projections of several places start from, and their looks; those whose figures say too little are left out. */
export const basesOf = (reader: Reader, release: number, places: readonly string[]) =>
  reader.rows<{ place: string; fit: Base; look: LookAhead | null }>(
    "SELECT place, fit, look FROM published.base WHERE release = $1 AND place = ANY($2) ORDER BY place",
    [release, places],
  );

/** What projections of every place of a release start from. */
export const allBasesOf = (reader: Reader, release: number) =>
  reader.rows<{ place: string; fit: Base }>(
    "SELECT place, fit FROM published.base WHERE release = $1 ORDER BY place",
    [release],
  );
