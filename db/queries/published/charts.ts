import type { Reader } from "../../transaction";

/** A stored drawing, or null. */
export async function chartOf(reader: Reader, release: number, path: string): Promise<string | null> {
  const [row] = await reader.rows<{ svg: string }>(
    "SELECT svg FROM published.chart WHERE release = $1 AND path = $2",
    [release, path],
  );
  return row?.svg ?? null;
}
