import { totalsOfPlaces } from "@/db/queries/published/figures";
import type { Reader } from "@/db/transaction";
import type { Figure } from "@/lib/disclosure/figure";
import { figureRows } from "@/lib/published/figures-table";
import type { PublishedPlace, Release } from "@/lib/published/release";
import type { Cell } from "@/lib/reports/table";

/** Figures of any places of a release as rows, in their own order: the reason of each rests on the totals of its place. */
export async function figuresWithReasons(
  db: Reader,
  release: Release,
  places: readonly PublishedPlace[],
  figures: readonly Figure[],
): Promise<Cell[][]> {
  const codes = new Set(figures.map(({ place }) => place));
  const totals = await totalsOfPlaces(db, release.number, [...codes]);
  const rows = new Map<Figure, Cell[]>();
  for (const place of places) {
    if (!codes.has(place.code)) continue;
    const own = figures.filter((figure) => figure.place === place.code);
    const behind = totals.filter((figure) => figure.place === place.code);
    for (const [at, row] of figureRows(release, place, own, behind).entries())
      rows.set(own[at] as Figure, row);
  }
  return figures.flatMap((figure) => {
    const row = rows.get(figure);
    return row ? [row] : [];
  });
}
