import type { Base } from "@/lib/supply/fit-base";
import type { Reader } from "../../transaction";

/** What projections of a place start from in a release; null where its figures say too little. */
export async function baseOf(reader: Reader, release: number, place: string): Promise<Base | null> {
  const [row] = await reader.rows<{ fit: Base }>(
    "SELECT fit FROM published.base WHERE release = $1 AND place = $2",
    [release, place],
  );
  return row?.fit ?? null;
}
