import type { Reader } from "../../transaction";

/** A stored drawing, or null. */
export async function chartOf(reader: Reader, release: number, path: string): Promise<string | null> {
  const [row] = await reader.rows<{ svg: string }>(
    "SELECT svg FROM published.chart WHERE release = $1 AND path = $2",
    [release, path],
  );
  return row?.svg ?? null;
}

/** The paths of the drawings of a place, without the release. A release drawn by older code may lack some. */
export async function chartPathsOf(reader: Reader, release: number, place: string): Promise<string[]> {
  const rows = await reader.rows<{ path: string }>(
    "SELECT path FROM published.chart WHERE release = $1 AND starts_with(path, $2) ORDER BY path",
    [release, `${place}/`],
  );
  return rows.map((row) => row.path);
}
