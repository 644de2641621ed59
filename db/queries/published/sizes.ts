import type { Reader } from "../../transaction";

/** What "<5" counts as where sizes are added up: the middle of what it may be. */
const UNDER_FIVE = 2;

/**
 * How many people each organisation employs by the newest published release that says so, as members may read it; in
 * people, absent where no release says it.
 */
export async function publishedSizes(
  reader: Reader,
  organisations: readonly string[],
): Promise<Map<string, number>> {
  const rows = await reader.rows<{ place: string; size: number }>(
    `SELECT DISTINCT ON (f.place) f.place, CASE WHEN f.symbol = '<5' THEN ${UNDER_FIVE} ELSE f.value::float8 END AS size
     FROM published.figure f JOIN published.release r ON r.number = f.release
     WHERE f.place = ANY($1) AND f.measure = 'headcount' AND f.dimension = 'all' AND f.audience = 'members'
       AND r.published_at IS NOT NULL AND r.status <> 'withdrawn' AND (f.value IS NOT NULL OR f.symbol = '<5')
     ORDER BY f.place, r.census DESC, r.number DESC`,
    [organisations],
  );
  return new Map(rows.map(({ place, size }) => [place, size]));
}
