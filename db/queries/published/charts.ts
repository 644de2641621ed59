import type { Reader } from "../../transaction";

/** A stored drawing, or null. */
export async function chartOf(reader: Reader, release: number, path: string): Promise<string | null> {
  const [row] = await reader.rows<{ svg: string }>(
    "SELECT svg FROM published.chart WHERE release = $1 AND path = $2",
    [release, path],
  );
  return row?.svg ?? null;
}

/** The stored drawings of a place by path, each with its height, so that a page keeps room for it. */
export async function drawingsOf(
  reader: Reader,
  release: number,
  place: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await reader.rows<{ path: string; height: number }>(
    `SELECT path, substring(svg FROM '<svg [^>]*height="([0-9]+)"')::int AS height
     FROM published.chart WHERE release = $1 AND starts_with(path, $2) ORDER BY path`,
    [release, `${place}/`],
  );
  return new Map(rows.map((row) => [row.path, row.height]));
}
